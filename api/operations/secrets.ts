import { daysBetween, type LocalDate } from '../kernel/index.ts';
import type { OperationsView } from './contract.ts';
import type { SecretLook } from './look.ts';

/** Days before expiry of a certificate or secret from which to warn. */
export const secretWarningDays = 30;

/** With the whole days left: 0 on the last one, negative when expired. */
export const secretViews = (secrets: readonly SecretLook[], today: LocalDate): OperationsView['secrets'] =>
  secrets.map((secret) => ({
    ...secret,
    ...(secret.expiresOn === undefined ? {} : { daysLeft: daysBetween(today, secret.expiresOn) }),
  }));
