import type { Context } from '../../api/context.ts';
import { deliveryOf, type RecipientState } from '../../api/deliveries/index.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { wasOnDigest } from '../../api/reminders/index.ts';

/** Also those who are being sent to: what left a moment ago is not written down yet. */
const mayHaveIt: ReadonlySet<RecipientState> = new Set(['sent', 'uncertain', 'reserved']);

/** Whether a card about a subject stands in the presser's chat, or may: the ledger knows. From memory. */
export function wasTold(context: Context, { personId }: Actor, subjectKey: string): boolean {
  const state = deliveryOf(context, subjectKey, personId)?.state;
  return state !== undefined && mayHaveIt.has(state);
}

/** Whether a digest of a day told the presser of a subject, or the presser owes it now or has done it. From memory. */
export const wasAsked = (context: Context, { personId }: Actor, subjectKey: string, day: unknown): boolean =>
  wasOnDigest(context, personId, day, subjectKey) ||
  obligationsOf(context, personId).some(({ subject }) => subject.key === subjectKey);
