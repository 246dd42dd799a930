import { daysBetween, type LocalDate } from '../kernel/index.ts';
import type { OperationsView } from './contract.ts';
import type { SecretLook } from './look.ts';

/** Days before a certificate or secret ends from which somebody should make a new one. */
export const secretWarningDays = 30;

/** With the whole days that are left: 0 on the last one, negative when it has ended. */
export const secretViews = (secrets: readonly SecretLook[], today: LocalDate): OperationsView['secrets'] =>
  secrets.map((secret) => ({
    ...secret,
    ...(secret.expiresOn === undefined ? {} : { daysLeft: daysBetween(today, secret.expiresOn) }),
  }));
