import type { Context } from '../context.ts';
import { inParallel, nowOf, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Lane } from '../sharepoint/index.ts';
import { Completions, type Completion, type CompletionSource } from './completion-list.ts';
import { completionKey, confirmedKey } from './completions.ts';
import { Courses } from './course-list.ts';

/** A completion of one person, course and day. */
export interface CompletionRow {
  personId: PersonId;
  courseKey: string;
  completedOn: LocalDate;
  source: CompletionSource;
  note?: string;
  channel?: 'card' | 'tab';
}

/** Concurrent writes; the unit budget limits their rate. */
const writers = 8;

/** First recorded day of a course's completions; earlier ones are history. */
export const recordedFrom = (context: Context, courseKey: string): LocalDate | undefined =>
  context.list(Courses).get(courseKey)?.historyBefore;

/** Key for a new record; `undefined` when known, superseded or historic. */
function freeKey(context: Context, { courseKey, personId, completedOn, source }: CompletionRow): string | undefined {
  const from = recordedFrom(context, courseKey);
  if (from !== undefined && completedOn < from) return undefined;
  const list = context.list(Completions);
  const key = completionKey(courseKey, personId, completedOn);
  const known = list.get(key);
  if (!known) return key;
  if (known.source !== 'selfDeclared' || source === 'selfDeclared') return undefined;
  const confirmed = confirmedKey(courseKey, personId, completedOn);
  return list.get(confirmed) ? undefined : confirmed;
}

/** Whether the row would add a record. Costs nothing. */
export const isNewCompletion = (context: Context, row: CompletionRow): boolean => freeKey(context, row) !== undefined;

/**
 * Records completions, one per course, person and day; others confirm a self-declaration of the same day. Known and
 * historic ones are free, so an interrupted run can be repeated. 2 resource units for each new one, in the background
 * lane unless a person waits. The caller checks permission. Returns the number added. Throws AppError `unavailable`;
 * earlier records stay.
 */
export async function recordCompletions(
  context: Context,
  by: PersonId,
  rows: readonly CompletionRow[],
  {
    lane = 'background',
    at,
    onRecorded,
  }: {
    lane?: Lane;
    /** Time of the press, if not now. */
    at?: Instant;
    onRecorded?: (done: number, total: number) => void;
  } = {},
): Promise<{ recorded: number; known: number }> {
  const fresh = new Map<string, CompletionRow>();
  for (const row of rows) {
    const key = freeKey(context, row);
    if (key !== undefined && !fresh.has(key)) fresh.set(key, row);
  }
  let recorded = 0;
  await inParallel(writers, [...fresh], async ([key, row]) => {
    const { existed } = await context
      .list(Completions)
      .create({ ...completionOf(context, by, key, row), ...(at ? { at } : {}) }, lane);
    if (!existed) recorded += 1;
    onRecorded?.(recorded, fresh.size);
  });
  return { recorded, known: rows.length - recorded };
}

function completionOf(context: Context, by: PersonId, key: string, row: CompletionRow): Completion {
  const { personId, courseKey, completedOn, source, note, channel } = row;
  return {
    key,
    title: findPerson(context, personId)?.title ?? personId,
    courseKey,
    personId,
    completedOn,
    source,
    recordedBy: by,
    at: nowOf(context.clock),
    ...(channel === undefined ? {} : { channel }),
    ...(note ? { note } : {}),
  };
}
