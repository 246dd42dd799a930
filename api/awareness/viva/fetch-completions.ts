import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import {
  asAppError,
  conflict,
  forbidden,
  inParallel,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type PersonId,
  AppError,
  localDate,
  type Instant,
  type LocalDate,
} from '../../kernel/index.ts';
import { type Graph, failedAs } from '../../sharepoint/index.ts';
import { Courses, type Course } from '../course-list.ts';
import { recordCompletions, type CompletionRow } from '../record-completions.ts';
import { roundStatuses } from '../round-statuses.ts';
import { courseOrThrow, openRounds } from '../rounds.ts';
import { mayEditCourses } from '../permissions.ts';
import { z } from 'zod';

/** Concurrent queries, and the time limit (ms) for starting new ones. */
const together = 6;
const patience = 20_000;

export interface Fetched {
  asked: number;
  recorded: number;
  /** People not asked yet: repeat the call for them. */
  left: number;
}

/** When each person was last queried, to continue after the previous call. In memory: a restart queries again. */
const askedAt = contextPart<Map<string, number>>('awareness/fetchCompletions');

/**
 * Queries Viva Learning for everybody missing the course in its open round, with the actor's own rights, since Graph
 * offers course activities to no application. Throws AppError `forbidden` (also `sharepoint.noConsent`), `missing`,
 * `conflict` when the course has no id in Viva Learning, `unavailable`. Results before a failure are saved.
 */
export async function fetchCompletions(
  context: Context,
  actor: Actor,
  graph: Graph,
  courseKey: string,
): Promise<Fetched> {
  if (!mayEditCourses(actor)) throw forbidden('awareness.mayNotSync');
  const course = courseOrThrow(context, courseKey);
  const { vivaContentId } = course;
  if (vivaContentId === undefined) throw conflict('awareness.noVivaCourse');
  const asked = askedAt.get(context) ?? new Map<string, number>();
  askedAt.set(context, asked);
  const began = context.clock.now().getTime();
  const started = performance.now();
  const whom = missingPeople(context, course).filter((id) => began - (asked.get(`${courseKey} ${id}`) ?? 0) > askAgain);
  const rows: CompletionRow[] = [];
  let done = 0;
  try {
    await inParallel(together, whom, async (personId) => {
      if (performance.now() - started > patience) return;
      rows.push(...(await rowsOf(graph, personId, personId, course, vivaContentId)));
      asked.set(`${courseKey} ${personId}`, began);
      done += 1;
    });
  } catch (thrown) {
    await noteLook(context, courseKey, asAppError(thrown).code);
    throw thrown;
  } finally {
    if (rows.length > 0) await recordCompletions(context, actor.personId, rows, { lane: 'interactive' });
  }
  await noteLook(context, courseKey, undefined);
  await recordAct(context, {
    act: 'fetchCompletions',
    subjectKey: courseKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    details: { asked: done, found: rows.length },
    occasion: repeatableKey(actor, 'fetch'),
  });
  return { asked: done, recorded: rows.length, left: whom.length - done };
}

/** Pause before a person is queried again (ms). */
const askAgain = 3_600_000;

const missingPeople = (context: Context, course: Course): PersonId[] =>
  openRounds(context, todayOf(context.clock))
    .filter((round) => round.courseKey === course.key)
    .flatMap((round) => roundStatuses(context, round))
    .flatMap(({ personId, status }) => (status.state === 'open' || status.state === 'overdue' ? [personId] : []));

/** One person's completions of this course. */
async function rowsOf(
  graph: Graph,
  of: PersonId | 'me',
  personId: PersonId,
  course: Course,
  contentId: string,
): Promise<CompletionRow[]> {
  const found = await vivaCompletions(graph, of);
  return found
    .filter((completion) => completion.contentId === contentId)
    .map(({ completedOn }) => ({ personId, courseKey: course.key, completedOn, source: 'viva' as const }));
}

const noteLook = (context: Context, courseKey: string, problem: string | undefined): Promise<unknown> =>
  context.list(Courses).update(courseKey, () => ({ vivaSyncedAt: nowOf(context.clock), vivaProblem: problem }));

/**
 * Fetches the actor's completions of every course with an id in Viva Learning. Returns the number found. Throws
 * AppError `forbidden` `sharepoint.noConsent`, `unavailable`.
 */
export async function fetchMine(context: Context, actor: Actor, graph: Graph): Promise<number> {
  const found = await vivaCompletions(graph, 'me');
  const courses = context.list(Courses).all();
  const rows = found.flatMap(({ contentId, completedOn }) =>
    courses
      .filter((course) => course.vivaContentId === contentId)
      .map((course) => ({ personId: actor.personId, courseKey: course.key, completedOn, source: 'viva' as const })),
  );
  const { recorded } = await recordCompletions(context, actor.personId, rows, { lane: 'interactive' });
  return recorded;
}

const activity = z.object({
  learningContentId: z.string(),
  status: z.string(),
  completedDateTime: z.iso.datetime({ offset: true }).nullish(),
});

/** A completed course in Viva Learning. */
interface VivaCompletion {
  contentId: string;
  completedOn: LocalDate;
}

/**
 * A person's completions in Viva Learning; `me` is the token's owner. Entries that differ from Graph's documentation
 * are left out, and an unknown person has none. Throws AppError `forbidden` when it refuses, and GraphFailure. Source:
 * learn.microsoft.com/graph/api/learningcourseactivity-list (delegated permissions only).
 */
async function vivaCompletions(graph: Graph, of: PersonId | 'me'): Promise<VivaCompletion[]> {
  try {
    return await completedBy(graph, of);
  } catch (thrown) {
    if (failedAs(thrown, 'itemGone')) return [];
    throw failedAs(thrown, 'noAccess') ? new AppError('forbidden', 'awareness.vivaRefused', {}, thrown) : thrown;
  }
}

async function completedBy(graph: Graph, of: PersonId | 'me'): Promise<VivaCompletion[]> {
  const person = of === 'me' ? '/me' : `/users/${encodeURIComponent(of)}`;
  const found: VivaCompletion[] = [];
  for await (const page of graph.pages(`${person}/employeeExperience/learningCourseActivities`))
    for (const one of page.value) {
      const parsed = activity.safeParse(one);
      if (!parsed.success) continue;
      const { learningContentId: contentId, status, completedDateTime } = parsed.data;
      if (status !== 'completed' || !completedDateTime) continue;
      found.push({ contentId, completedOn: localDate(new Date(completedDateTime).toISOString() as Instant) });
    }
  return found;
}
