import type { Context } from '../../api/context.ts';
import { deliveryOf, type RecipientState } from '../../api/deliveries/index.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { wasOnDigest } from '../../api/reminders/index.ts';

/** Including recipients in flight: a message just sent is not recorded yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);

/** Whether the presser has, or may have, a card about a subject, by the ledger. From memory. */
export function wasTold(context: Context, { personId }: Actor, subjectKey: string): boolean {
  const state = deliveryOf(context, subjectKey, personId)?.state;
  return state !== undefined && mayHaveIt.has(state);
}

/** Whether a day's digest had a subject for the presser, or the presser owes it or has done it. From memory. */
export const wasAsked = (context: Context, { personId }: Actor, subjectKey: string, day: unknown): boolean =>
  wasOnDigest(context, personId, day, subjectKey) ||
  obligationsOf(context, personId).some(({ subject }) => subject.key === subjectKey);
