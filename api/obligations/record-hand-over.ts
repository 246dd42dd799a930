import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';

/** Audits who made and who ended the hand-over. Idempotent. */
export async function recordHandOver(context: Context, handOver: HandOver): Promise<void> {
  const { key, obligationKey, kind, from, to, by, at, until = null, centreId = null, endedBy, endedAt } = handOver;
  const details = { obligationKey, kind, from, to, until, centreId };
  await recordAct(context, { act: 'handOver', subjectKey: key, actorId: by, at, details });
  if (endedBy === undefined || endedAt === undefined) return;
  await recordAct(context, { act: 'endHandOver', subjectKey: key, actorId: endedBy, at: endedAt, details });
}

/** Completes the audit trail after a crash. No Graph call when it is complete. */
export async function continueHandOvers(context: Context): Promise<void> {
  const each = eachItem(context, 'handOvers');
  await each.of(context.list(HandOvers).all(), (handOver) => recordHandOver(context, handOver));
  each.end();
}
