import { centreDuties } from './declared/centres.ts';
import { centralDuties, committeeDuties } from './declared/central.ts';
import { managementDuties } from './declared/management.ts';
import type { Duty } from './duty.ts';

/** Every duty of every body, in display order. A new one is a row in its file. */
export const allDuties: readonly Duty[] = [...managementDuties, ...committeeDuties, ...centralDuties, ...centreDuties];
