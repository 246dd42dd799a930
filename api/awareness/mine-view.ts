import type { Context } from '../context.ts';
import { daysBetween, todayOf, type Actor } from '../kernel/index.ts';
import { closedRecords } from '../history/index.ts';
import { findPerson, freshnessOf, People, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Completions, type Completion } from './completion-list.ts';
import { completionsBy } from './completions.ts';
import { closedYears } from './completions-then.ts';
import type { MyEarlierView, MyLearningView } from './contract.ts';
import { Courses } from './course-list.ts';
import { courseOf } from './course-views.ts';
import { missedBy } from './missed-cycles.ts';
import { mayEditCourses, mayRegister, maySeeLearning } from './permissions.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundJudge } from './round-statuses.ts';
import { openRounds } from './rounds.ts';
import { lastDayExempt, type Status } from './status.ts';

type MyCourse = MyLearningView['courses'][number];
type MyEvent = MyLearningView['history'][number];

/** The reader's courses in current rounds, completions and missed rounds (R8). */
export function myLearning(context: Context, actor: Actor): MyLearningView {
  const today = todayOf(context.clock);
  const person = findPerson(context, actor.personId);
  const courses = person
    ? openRounds(context, today).flatMap((round) => {
        const status = roundJudge(context, round, today)(person);
        return status.state === 'notObliged' ? [] : [myCourse(context, round, status, today)];
      })
    : [];
  return {
    courses: courses.sort((one, other) => (one.due ?? '').localeCompare(other.due ?? '')),
    history: history(context, actor),
    ...earlierThan(context),
    abilities: {
      manage: mayEditCourses(actor),
      seeCoverage: maySeeLearning(actor),
      register: mayRegister(actor),
    },
    freshness: freshnessOf(context, CourseRounds, Courses, Completions, People),
  };
}

function myCourse(
  context: Context,
  round: Stored<CourseRound>,
  status: Exclude<Status, { state: 'notObliged' }>,
  today: Parameters<typeof daysBetween>[0],
): MyCourse {
  const { state, because, due } = status;
  const about = { roundKey: round.key, course: courseOf(context, round), state, because };
  const mayStill = state !== 'done';
  const inViva = context.list(Courses).get(round.courseKey)?.vivaContentId !== undefined;
  const abilities = { declare: round.selfDeclared && mayStill, fetch: inViva && mayStill };
  switch (status.state) {
    case 'done':
      return { ...about, completedOn: status.completion.completedOn, source: status.completion.source, abilities };
    case 'exempt': {
      const until = lastDayExempt(status.exemption);
      const exemption = { reason: status.exemption.reason, ...(until === undefined ? {} : { until }) };
      return { ...about, exemption, abilities };
    }
    case 'open':
    case 'overdue':
    case 'paused':
      return { ...about, due, daysLeft: daysBetween(today, due), abilities };
  }
}

/** Newest first. */
function history(context: Context, actor: Actor): MyEvent[] {
  const done = context
    .list(Courses)
    .all()
    .flatMap(({ key, title }) =>
      completionsBy(context, key, actor.personId).map((completion) => completed(context, actor, completion, title)),
    );
  const missed = missedBy(context, actor.personId).map(({ roundKey, courseKey, due }): MyEvent => {
    const round = context.list(CourseRounds).get(roundKey);
    const title = courseTitle(context, courseKey);
    return { what: 'missed', roundTitle: round?.title ?? title, due, courseTitle: title };
  });
  return newestFirst([...done, ...missed]);
}

/** The previous, or latest, year with completions in history. */
function earlierThan(context: Context, year = '9999'): { earlier?: string } {
  const earlier = closedYears(context).findLast((closed) => closed < year);
  return earlier === undefined ? {} : { earlier };
}

/**
 * The reader's courses of a historic year: those still in the list are shown anyway. 1 resource unit for each file of
 * the year. Throws AppError: conflict `history.fileGone`, `history.fileChanged`, unavailable.
 */
export async function myEarlier(context: Context, actor: Actor, year: string): Promise<MyEarlierView> {
  const mine = { column: 'PersonId', values: [actor.personId] };
  const closed = await closedRecords(context, Completions, year, mine);
  const events = closed
    .filter(({ key }) => !context.list(Completions).get(key))
    .map((completion) => completed(context, actor, completion, courseTitle(context, completion.courseKey)));
  return { year, history: newestFirst(events), ...earlierThan(context, year) };
}

const courseTitle = (context: Context, courseKey: string): string =>
  context.list(Courses).get(courseKey)?.title ?? courseKey;
const newestFirst = (events: MyEvent[]): MyEvent[] =>
  events.sort((one, other) => dayOf(other).localeCompare(dayOf(one)));
const dayOf = (event: MyEvent): string => (event.what === 'completed' ? event.on : event.due);

function completed(context: Context, actor: Actor, completion: Stored<Completion>, title: string): MyEvent {
  const { completedOn, source, recordedBy } = completion;
  const by = recordedBy === actor.personId ? {} : { recordedBy: personRef(context, recordedBy) };
  return { what: 'completed', on: completedOn, source, ...by, courseTitle: title };
}
