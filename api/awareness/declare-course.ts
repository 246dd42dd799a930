import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, saidAt, saidOn, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import { recordCompletions } from './record-completions.ts';
import { maySeeLearning } from './permissions.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundJudge } from './round-standings.ts';
import { roundOrThrow, spanOf, stateOfRound } from './rounds.ts';
import { standings } from './standing.ts';

export interface DeclareCourse {
  roundKey: string;
  /** Default today. */
  takenOn?: LocalDate;
  channel: 'card' | 'tab';
}

/**
 * Self-declares the actor's completion, if the round allows it (R8). Already completed, in any way, is a success. 2
 * resource units the first time. Throws AppError: missing `awareness.noSuchRound`, conflict `awareness.roundNotOpen`
 * `awareness.notObliged`, forbidden `awareness.notSelfDeclared`, invalid `awareness.dateAhead` `awareness.beforeRound`,
 * unavailable.
 */
export async function declareCourse(
  context: Context,
  actor: Actor,
  { roundKey, takenOn, channel }: DeclareCourse,
): Promise<{ result: 'recorded' | 'alreadyRecorded'; round: CourseRound }> {
  const round = roundOrThrow(context, roundKey);
  const today = saidOn(context.clock, actor);
  const person = findPerson(context, actor.personId);
  const standing = person && roundJudge(context, round, today)(person);
  if (standing?.state === 'done') return { result: 'alreadyRecorded', round };
  if (stateOfRound(context, round, today) !== 'open') throw conflict('awareness.roundNotOpen');
  if (!person || !standing || standing.state === 'notObliged') throw conflict('awareness.notObliged');
  if (!round.selfDeclared) throw forbidden('awareness.notSelfDeclared');
  const completedOn = takenOn ?? today;
  if (completedOn > today) throw invalid('awareness.dateAhead', { field: 'takenOn' });
  const row = { personId: actor.personId, courseKey: round.courseKey, completedOn, source: 'selfDeclared' } as const;
  const after = standings(
    round,
    spanOf(context, round).nextOpensOn,
    today,
  )({
    person,
    because: standing.because,
    completions: [row],
    exemptions: [],
  });
  if (after.state !== 'done') throw invalid('awareness.beforeRound', { field: 'takenOn', opensOn: round.opensOn });
  const { recorded } = await recordCompletions(context, actor.personId, [{ ...row, channel }], {
    lane: 'interactive',
    at: saidAt(context.clock, actor),
  });
  return { result: recorded > 0 ? 'recorded' : 'alreadyRecorded', round };
}

/** Whether a round obliges the actor, or the actor follows up learning. From memory. */
export function isRoundFor(context: Context, actor: Actor, roundKey: string): boolean {
  const round = context.list(CourseRounds).get(roundKey);
  if (!round) return false;
  if (maySeeLearning(actor)) return true;
  const person = findPerson(context, actor.personId);
  const standing = person && roundJudge(context, round, todayOf(context.clock))(person);
  return standing !== undefined && standing.state !== 'notObliged';
}
