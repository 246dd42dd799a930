import { daysBetween, localDate, type LocalDate } from '../../../api/kernel/index.ts';
import { secretWarningDays } from '../../../api/operations/index.ts';
import type { AppRegistration } from '../../config/index.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** Expiry of the app's credential. Known only for a certificate beside its key. */
export function credentialEnd({ credential }: AppRegistration, now: Date): Finding {
  if ('managedIdentity' in credential)
    return good('The app signs in by a managed identity, which has no key or secret that could end.');
  if ('secret' in credential) return secretEnd(credential.expiresOn, localDate(now));
  const { expiresAt } = credential.certificate;
  if (expiresAt === undefined)
    return look(
      'The key stands alone, so it is not known when the certificate ends.',
      'Put the certificate beside the key in APP_CERTIFICATE_KEY.',
    );
  const days = Math.floor((Date.parse(expiresAt) - now.getTime()) / 86_400_000);
  const day = expiresAt.slice(0, 10);
  if (days < 0) return bad(`The certificate ended on ${day}.`, 'Upload a new one in Entra and set it here.');
  return days <= secretWarningDays
    ? look(`The certificate ends in ${days} days, on ${day}.`, 'Upload a new one in Entra now; both work side by side.')
    : good(`The certificate is valid until ${day}.`);
}

function secretEnd(expiresOn: LocalDate | undefined, today: LocalDate): Finding {
  if (expiresOn === undefined)
    return look(
      'The app signs in with a secret, and a secret does not tell when it ends.',
      'Use a certificate (APP_CERTIFICATE_KEY), or set APP_SECRET_EXPIRES_ON to the last day of the secret.',
    );
  const days = daysBetween(today, expiresOn);
  if (days < 0) return bad(`The secret ended on ${expiresOn}.`, 'Make a new one in Entra and set it here.');
  return days <= secretWarningDays
    ? look(`The secret ends in ${days} days, on ${expiresOn}.`, 'Make a new one in Entra now; both work side by side.')
    : good(`The secret is valid until ${expiresOn}.`);
}
