import { readFileSync } from 'node:fs';
import type { LocalDate } from '../../api/kernel/index.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import type { EnvValues } from './env.ts';

/** Credential of an Entra app. */
export type Credential = { secret: string; expiresOn?: LocalDate } | { certificate: Certificate };
export interface AppRegistration {
  clientId: string;
  credential: Credential;
}

/** An app registration from its variables; absent without an id. A certificate precedes a secret. */
export function registration(
  values: EnvValues,
  prefix: 'APP' | 'PROVISIONING',
  problems: string[],
): AppRegistration | undefined {
  const clientId = prefix === 'APP' ? values.APP_ID : values.PROVISIONING_APP_ID;
  if (clientId === undefined) return undefined;
  const given = { thumbprint: values[`${prefix}_CERTIFICATE_THUMBPRINT`], pem: keyTextOf(values, prefix, problems) };
  const secret = values[`${prefix}_SECRET`];
  if (given.pem === undefined && given.thumbprint === undefined) {
    if (secret === undefined)
      problems.push(
        `${prefix}_CERTIFICATE_KEY and ${prefix}_CERTIFICATE_THUMBPRINT are missing (or ${prefix}_SECRET): the app has no credential.`,
      );
    const expiresOn = values[`${prefix}_SECRET_EXPIRES_ON`];
    return { clientId, credential: { secret: secret ?? '', ...(expiresOn === undefined ? {} : { expiresOn }) } };
  }
  const certificate = readCertificate(given);
  if ('missing' in certificate) {
    problems.push(`${prefix}_CERTIFICATE_${certificate.missing}`);
    return { clientId, credential: { secret: '' } };
  }
  return { clientId, credential: { certificate } };
}

function keyTextOf(values: EnvValues, prefix: 'APP' | 'PROVISIONING', problems: string[]): string | undefined {
  const file = values[`${prefix}_CERTIFICATE_KEY_FILE`];
  const given = values[`${prefix}_CERTIFICATE_KEY`];
  if (given !== undefined || file === undefined) return given;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    problems.push(`${prefix}_CERTIFICATE_KEY_FILE names a file that cannot be read.`);
    return undefined;
  }
}
