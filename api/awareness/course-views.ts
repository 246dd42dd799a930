import type { z } from 'zod';
import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import { todayOf, type Actor, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import { centreRef, Centres, employees, freshnessOf, People, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Completions } from './completion-list.ts';
import type { CourseView, learningContract, RoundBody, RoundView } from './contract.ts';
import { Courses, type Course } from './course-list.ts';
import { groupMembers, obligedBy } from './obliged.ts';
import { mayEditCourses, maySeeLearning } from './permissions.ts';
import { percentDone } from './learning-count.ts';
import { CourseRounds, type CourseRound, type ObligedRule } from './round-list.ts';
import { roundCounts, roundCountsInTurn } from './round-statuses.ts';
import { roundsInOrder, stateOfRound } from './rounds.ts';
import { compareDanish } from '../texts/format.ts';

type Answer<Name extends keyof typeof learningContract> = (typeof learningContract)[Name] extends { answer: infer A }
  ? A extends z.ZodType
    ? z.output<A>
    : never
  : never;

export function courseView(actor: Actor, course: Stored<Course>): CourseView {
  const { key, title, url, minutes, describe, vivaContentId, vivaSyncedAt, vivaProblem } = course;
  const edit = mayEditCourses(actor);
  return {
    key,
    etag: etagOf([title, url, minutes, describe, vivaContentId]),
    title,
    url,
    minutes,
    describe,
    ...(vivaContentId === undefined ? {} : { vivaContentId }),
    ...(vivaSyncedAt === undefined ? {} : { vivaSyncedAt }),
    ...(vivaProblem === undefined ? {} : { vivaProblem }),
    abilities: { edit, sync: edit && vivaContentId !== undefined },
  };
}

export const courseList = (context: Context, actor: Actor): Answer<'GET /api/learning/courses'> => ({
  courses: [...context.list(Courses).all()]
    .sort((one, other) => compareDanish(one.title, other.title))
    .map((course) => courseView(actor, course)),
  abilities: { edit: mayEditCourses(actor) },
  freshness: freshnessOf(context, Courses),
});

/** A round's course; an unreadable one is shown by the round’s name. */
export const courseOf = (context: Context, round: CourseRound) => {
  const course = context.list(Courses).get(round.courseKey);
  const { title, minutes, url, describe } = course ?? { title: round.title, minutes: 0, url: '', describe: '' };
  return { key: round.courseKey, title, minutes, url, describe };
};

export function roundView(
  context: Context,
  actor: Actor,
  round: Stored<CourseRound>,
  counts = roundCounts(context, round),
): RoundView {
  const { people, done, missing } = counts.whole;
  const { key, title, courseKey, opensOn, dueOn, newWithinDays, basis, obliged, selfDeclared } = round;
  const { describe: _describe, ...course } = courseOf(context, round);
  const state = stateOfRound(context, round);
  const edit = mayEditCourses(actor);
  const persons = edit ? { persons: obliged.personIds.map((personId) => personRef(context, personId)) } : {};
  return {
    key,
    etag: etagOf([courseKey, title, opensOn, dueOn, newWithinDays, basis, obliged, selfDeclared]),
    title,
    courseKey,
    opensOn,
    dueOn,
    newWithinDays,
    basis,
    // Named persons are for editors only.
    obliged: edit ? obliged : { ...obliged, personIds: [] },
    selfDeclared,
    course,
    ...persons,
    state,
    people,
    done,
    missing,
    percent: percentDone({ people, done }),
    abilities: {
      edit: edit && state !== 'closed',
      close: edit && state === 'open',
      seeCoverage: state !== 'coming' && maySeeLearning(actor),
    },
  };
}

export async function roundList(context: Context, actor: Actor): Promise<Answer<'GET /api/learning/rounds'>> {
  const rounds: RoundView[] = [];
  for (const round of roundsInOrder(context))
    rounds.push(roundView(context, actor, round, await roundCountsInTurn(context, round)));
  return {
    rounds,
    abilities: { edit: mayEditCourses(actor) },
    freshness: freshnessOf(context, CourseRounds, Courses, Completions, People),
  };
}

/** The typed fields of a request. */
export const roundFields = ({ opensOn, dueOn, obliged, ...rest }: RoundBody) => ({
  ...rest,
  opensOn: opensOn as LocalDate,
  dueOn: dueOn as LocalDate,
  obliged: {
    everybody: obliged.everybody,
    centreIds: obliged.centreIds as CentreId[],
    groupIds: obliged.groupIds,
    personIds: obliged.personIds as PersonId[],
  } satisfies ObligedRule,
});

/** Whom a round would oblige among today's employees. */
export function roundPreview(
  context: Context,
  _actor: Actor,
  body: RoundBody,
): Answer<'POST /api/learning/rounds/preview'> {
  const { obliged } = roundFields(body);
  const members = groupMembers(context);
  const because = obligedBy(obliged, members, todayOf(context.clock));
  const centres = new Map<CentreId | undefined, number>();
  let people = 0;
  let withoutTeams = 0;
  for (const person of employees(context)) {
    if (because(person) === undefined) continue;
    const centreId = context.list(Centres).get(person.centreId ?? '') ? person.centreId : undefined;
    people += 1;
    if (!person.teams) withoutTeams += 1;
    centres.set(centreId, (centres.get(centreId) ?? 0) + 1);
  }
  const unread = obliged.everybody ? [] : obliged.groupIds.filter((groupId) => members(groupId) === undefined);
  return {
    people,
    centres: [...centres]
      .map(([centreId, count]) => {
        const centre = centreRef(context, centreId);
        return { ...(centre ? { centre } : {}), people: count };
      })
      .sort((one, other) => other.people - one.people),
    withoutTeams,
    ...(unread.length === 0 ? {} : { unreadGroups: unread }),
  };
}
