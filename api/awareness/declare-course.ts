import type { Context } from '../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  saidAt,
  saidOn,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import { groupMembers, obligedBy } from './obliged.ts';
import { recordCompletions } from './record-completions.ts';
import { maySeeLearning } from './permissions.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundJudge } from './round-statuses.ts';
import { roundOrThrow, roundSpan, stateOfRound } from './rounds.ts';
import { statuses, type Because } from './status.ts';

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
  const status = person && roundJudge(context, round, today)(person);
  if (status?.state === 'done') return { result: 'alreadyRecorded', round };
  if (stateOfRound(context, round, today) !== 'open') throw conflict('awareness.roundNotOpen');
  if (!person || !status || status.state === 'notObliged') throw conflict('awareness.notObliged');
  if (!round.selfDeclared) throw forbidden('awareness.notSelfDeclared');
  const completedOn = takenOn ?? today;
  if (completedOn > today) throw invalid('awareness.dateAhead', { field: 'takenOn' });
  const row = { personId: actor.personId, courseKey: round.courseKey, completedOn, source: 'selfDeclared' } as const;
  const after = statuses(
    round,
    roundSpan(context, round).nextOpensOn,
    today,
  )({
    person,
    because: status.because,
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

/** Why a round obliges a person today; undefined: it does not. From memory. */
export function obligedBecause(context: Context, roundKey: string, personId: PersonId): Because | undefined {
  const round = context.list(CourseRounds).get(roundKey);
  const person = findPerson(context, personId);
  return round && person && obligedBy(round.obliged, groupMembers(context), todayOf(context.clock))(person);
}

/** Whether a round obliges the actor, or the actor follows up learning. From memory. */
export function isRoundFor(context: Context, actor: Actor, roundKey: string): boolean {
  const round = context.list(CourseRounds).get(roundKey);
  if (!round) return false;
  if (maySeeLearning(actor)) return true;
  const person = findPerson(context, actor.personId);
  const status = person && roundJudge(context, round, todayOf(context.clock))(person);
  return status !== undefined && status.state !== 'notObliged';
}
