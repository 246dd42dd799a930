import { resolve } from 'node:path';
import { z } from 'zod';
import { isLocalDate } from '../../api/kernel/index.ts';

/** How a setting's text is read. */

export const filled = z.string().trim().min(1);
/** Node does not return from making a folder in `/proc`. */
export const folder = filled.refine((path) => !/^\/(proc|sys)(\/|$)/.test(resolve(path)), {
  error: 'must be a folder on a disk: none can be made in /proc and /sys',
});
/** Bodies that may be management. */
export const bodies = ['executiveBoard', 'corporateManagement', 'cityCouncil'] as const;
export type ManagementBody = (typeof bodies)[number];
export const guid = z
  .guid('must be a GUID, e.g. 11111111-2222-3333-4444-555555555555')
  .transform((id) => id.toLowerCase());
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
/** `unlimited` lifts the limit. */
export const orUnlimited = (most: number, wrong: string) =>
  z.union([z.literal('unlimited').transform(() => Infinity), wholeNumber(1, most)], wrong);
export const share = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a number from 0 to 1')
  .transform(Number);
export const onOff = z
  .enum(['0', '1', 'false', 'true'], 'must be 0 or 1')
  .transform((value) => value === '1' || value === 'true');
/** Secret stores often hold PEM in one line: an escaped newline becomes a line break. May include the certificate. */
export const pem = z
  .string()
  .transform((value) => value.replaceAll('\\n', '\n').trim())
  .refine((value) => value.includes('PRIVATE KEY-----'), {
    error: 'must be a private key in PEM form (-----BEGIN PRIVATE KEY-----)',
  });
export const thumbprint = z
  .string()
  .transform((value) => value.replaceAll(/[:\s]/g, '').toLowerCase())
  .refine((value) => /^[0-9a-f]{64}$/.test(value), 'must be the SHA-256 thumbprint: 64 hexadecimal digits');
export const identity = z.union([z.literal('system'), guid], 'must be the client id of a managed identity, or system');
export const day = z.string().refine(isLocalDate, 'must be a day such as 2027-03-31');
export const webAddress = z
  .url('must be an address such as https://isms.example.dk')
  .refine((value) => /^https?:/.test(value), 'must begin with https://')
  .transform((value) => value.replace(/\/+$/, ''));

/** The message never has the address, which may hold a password. */
export const redisAddress = filled
  .regex(/^rediss?:\/\/\S+$/, 'must begin with redis:// or rediss://')
  .refine((value) => URL.canParse(value), {
    error: 'is no address: write / ? # % and @ of a password as %2F %3F %23 %25 %40',
  });

/** One setting: description for the README, default, and parser. */
export interface Variable<Value> {
  describe: string;
  /** As text, for the documentation. */
  unset: string;
  schema: z.ZodType<Value>;
}
export const variable = <Value>(describe: string, unset: string, schema: z.ZodType<Value>): Variable<Value> => ({
  describe,
  unset,
  schema,
});
