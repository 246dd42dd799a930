import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, nowOf, todayOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mayEditCourses } from './permissions.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundOrThrow, stateOfRound } from './rounds.ts';

/**
 * Closes a round today: it is no longer owed, and the job records those who missed it. Idempotent. 4 resource units.
 * Throws AppError: forbidden `awareness.mayNotEdit`, missing `awareness.noSuchRound`, conflict `awareness.roundNotOpen`
 * before its first day.
 */
export async function closeRound(context: Context, actor: Actor, roundKey: string): Promise<Stored<CourseRound>> {
  if (!mayEditCourses(actor)) throw forbidden('awareness.mayNotEdit');
  roundOrThrow(context, roundKey);
  const closed = await context.list(CourseRounds).update(roundKey, (current) => {
    const state = stateOfRound(context, current);
    if (state === 'coming') throw conflict('awareness.roundNotOpen');
    return state === 'closed' ? undefined : { closedOn: todayOf(context.clock), closedBy: actor.personId };
  });
  await recordAct(context, {
    act: 'closeRound',
    subjectKey: roundKey,
    actorId: closed.closedBy ?? actor.personId,
    at: nowOf(context.clock),
    details: { closedOn: closed.closedOn ?? null },
  });
  return closed;
}
