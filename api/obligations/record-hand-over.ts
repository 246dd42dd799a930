import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';

/** Appends what the hand-over itself says of who made it and who ended it. Safe to repeat. */
export async function recordHandOver(context: Context, handOver: HandOver): Promise<void> {
  const { key, obligationKey, kind, from, to, by, at, until = null, centreId = null, endedBy, endedAt } = handOver;
  const details = { obligationKey, kind, from, to, until, centreId };
  await recordAct(context, { act: 'handOver', subjectKey: key, actorId: by, at, details });
  if (endedBy === undefined || endedAt === undefined) return;
  await recordAct(context, { act: 'endHandOver', subjectKey: key, actorId: endedBy, at: endedAt, details });
}

/** Carries on what a crash left after a hand-over was written. Costs nothing when the trail is complete. */
export async function continueHandOvers(context: Context): Promise<void> {
  const each = eachItem(context, 'handOvers');
  await each.of(context.list(HandOvers).all(), (handOver) => recordHandOver(context, handOver));
  each.end();
}
