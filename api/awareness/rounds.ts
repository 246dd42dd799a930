import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { missing, todayOf, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Courses, type Course } from './course-list.ts';
import { countedOn, nextOpening, roundState, type RoundState, type Span } from './course-round.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { compareDanish } from '../texts/format.ts';

/** All rounds, newest first. */
export const roundsInOrder: (context: Context) => readonly Stored<CourseRound>[] = derivation(
  [CourseRounds],
  (context) =>
    [...context.list(CourseRounds).all()].sort(
      (one, other) => other.opensOn.localeCompare(one.opensOn) || compareDanish(one.title, other.title),
    ),
);

/** Rounds of one course, newest first. */
export const roundsOf = (context: Context, courseKey: string): readonly Stored<CourseRound>[] =>
  roundsInOrder(context).filter((round) => round.courseKey === courseKey);

/** Throws AppError `missing` when there is no such round. */
export function roundOrThrow(context: Context, key: string): Stored<CourseRound> {
  const round = context.list(CourseRounds).get(key);
  if (!round) throw missing('awareness.noSuchRound');
  return round;
}

/** Throws AppError `missing` when there is no such course. */
export function courseOrThrow(context: Context, key: string): Stored<Course> {
  const course = context.list(Courses).get(key);
  if (!course) throw missing('awareness.noSuchCourse');
  return course;
}

/** A round with the start of its course's next one. A historic round is fixed, whatever happens to the next. */
export const roundSpan = (context: Context, round: CourseRound): Span => ({
  opensOn: round.opensOn,
  closedOn: round.closedOn,
  nextOpensOn: round.history?.nextOpensOn ?? nextOpening(round, roundsInOrder(context)),
});

export const stateOfRound = (context: Context, round: CourseRound, today = todayOf(context.clock)): RoundState =>
  roundState(roundSpan(context, round), today);

/** Today, or a round's last day. */
export const dayOfRound = (context: Context, round: CourseRound): LocalDate =>
  countedOn(roundSpan(context, round), todayOf(context.clock));

/** Rounds with obligations on the day. At most one per course. */
export const openRounds = (context: Context, today: LocalDate): readonly Stored<CourseRound>[] =>
  roundsInOrder(context).filter((round) => stateOfRound(context, round, today) === 'open');

/** The course's previous round. */
export const roundBefore = (context: Context, round: CourseRound): Stored<CourseRound> | undefined =>
  roundsOf(context, round.courseKey).find(({ opensOn }) => opensOn < round.opensOn);

/** Entra groups in rounds, for the directory to read. */
export const groupsOfRounds = (context: Context): readonly string[] => [
  ...new Set(roundsInOrder(context).flatMap(({ obliged }) => obliged.groupIds)),
];
