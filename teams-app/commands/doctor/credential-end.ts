import { daysBetween, localDate, type LocalDate } from '../../../api/kernel/index.ts';
import { secretWarningDays } from '../../../api/operations/index.ts';
import type { AppRegistration } from '../../config/index.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** Settings and names of both apps. */
const apps = {
  app: { name: 'The app', of: '', prefix: 'APP' },
  provisioning: { name: 'The provisioning app', of: ' of the provisioning app', prefix: 'PROVISIONING' },
} as const;

/** Expiry of an app's credential. Known only for a certificate beside its key. */
export function credentialEnd(which: keyof typeof apps, { credential }: AppRegistration, now: Date): Finding {
  const { name, of, prefix } = apps[which];
  if ('managedIdentity' in credential)
    return good(`${name} signs in by a managed identity, which has no key or secret that could end.`);
  if ('secret' in credential) return secretEnd(which, credential.expiresOn, localDate(now));
  const { expiresAt } = credential.certificate;
  const setIt = credential.file
    ? 'replace the file here, which the program takes up by itself'
    : 'set it here and start the program again';
  if (expiresAt === undefined)
    return look(
      `The key${of} stands alone, so it is not known when the certificate ends.`,
      `Put the certificate beside the key in ${prefix}_CERTIFICATE_KEY.`,
    );
  const days = Math.floor((Date.parse(expiresAt) - now.getTime()) / 86_400_000);
  const day = localDate(new Date(expiresAt));
  if (days < 0) return bad(`The certificate${of} ended on ${day}.`, `Upload a new one in Entra, ${setIt}.`);
  return days <= secretWarningDays
    ? look(
        `The certificate${of} ends ${inDays(days)}, on ${day}.`,
        `Upload a new one in Entra now, ${setIt}; both work side by side.`,
      )
    : good(`The certificate${of} is valid until ${day}.`);
}

function secretEnd(which: keyof typeof apps, expiresOn: LocalDate | undefined, today: LocalDate): Finding {
  const { name, of, prefix } = apps[which];
  if (expiresOn === undefined)
    return look(
      `${name} signs in with a secret, and a secret does not tell when it ends.`,
      `Use a certificate (${prefix}_CERTIFICATE_KEY), or set ${prefix}_SECRET_EXPIRES_ON to the last day of the secret.`,
    );
  const days = daysBetween(today, expiresOn);
  if (days < 0)
    return bad(
      `The secret${of} ended on ${expiresOn}.`,
      'Make a new one in Entra, set it here and start the program again.',
    );
  return days <= secretWarningDays
    ? look(
        `The secret${of} ends ${inDays(days)}, on ${expiresOn}.`,
        'Make a new one in Entra now, set it here and start the program again; both work side by side.',
      )
    : good(`The secret${of} is valid until ${expiresOn}.`);
}

function inDays(days: number): string {
  if (days === 0) return 'within a day';
  return days === 1 ? 'in 1 day' : `in ${days} days`;
}
