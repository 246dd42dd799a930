import type { Alarm, AttentionKind } from './alarm.ts';
import { alarmsOfProgram } from './alarms-of-program.ts';
import { alarmsOfWork } from './alarms-of-work.ts';

export const alarms: readonly Alarm[] = [...alarmsOfProgram, ...alarmsOfWork];

/** Kinds of entries on the page *Drift* whose alarm has another expression. */
export const alarmedOtherwise: Partial<Record<AttentionKind, string>> = {
  secretEnds: 'CredentialEnds counts the days, and CredentialEndsSoon once more when it is urgent',
};
