import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../database.ts';

/** Signs and verifies the `tempauth` of addresses without a token. */
export interface Signer {
  sign(value: Record<string, unknown>, seconds: number): string;
  /** The signed content; undefined when forged or expired. */
  read(text: string): Record<string, unknown> | undefined;
}

export function createSigner(db: Database): Signer {
  const stored = db.setting<string>('links.secret');
  const secret = stored ?? randomBytes(32).toString('hex');
  if (!stored) db.setSetting('links.secret', secret);
  const mac = (text: string) => createHmac('sha256', secret).update(text).digest();
  return {
    sign(value, seconds) {
      const text = Buffer.from(JSON.stringify({ ...value, expires: Date.now() + seconds * 1000 })).toString(
        'base64url',
      );
      return `${text}.${mac(text).toString('base64url')}`;
    },
    read(signed) {
      const [text = '', given = ''] = signed.split('.');
      const bytes = Buffer.from(given, 'base64url');
      const right = mac(text);
      if (bytes.byteLength !== right.byteLength || !timingSafeEqual(bytes, right)) return undefined;
      const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
      if (typeof value !== 'object' || value === null || !('expires' in value)) return undefined;
      return Number(value.expires) > Date.now() ? { ...value } : undefined;
    },
  };
}
