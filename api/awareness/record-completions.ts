import type { Context } from '../context.ts';
import { inParallel, nowOf, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Lane } from '../sharepoint/index.ts';
import { Completions, type Completion, type CompletionSource } from './completion-list.ts';
import { completionKey, confirmedKey } from './completions.ts';
import { Courses } from './course-list.ts';

/** What is known of one person and course on one day. */
export interface CompletionRow {
  personId: PersonId;
  courseKey: string;
  completedOn: LocalDate;
  source: CompletionSource;
  note?: string;
  channel?: 'card' | 'tab';
}

/** Writes under way at once; the unit budget decides how fast they go. */
const writers = 8;

/** The day from which completions of a course are recorded; what is older is history, and was recorded in its time. */
export const recordedFrom = (context: Context, courseKey: string): LocalDate | undefined =>
  context.list(Courses).get(courseKey)?.historyBefore;

/** The key a row would be recorded under; `undefined` when it is known already, or better, or is history. */
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

/** Whether the row would add something. Costs nothing. */
export const isNewCompletion = (context: Context, row: CompletionRow): boolean => freeKey(context, row) !== undefined;

/**
 * Records completions, one for each course, person and day; one’s own word is confirmed by what others know of the same
 * day. What is known already, or is history, costs nothing, so a run that was broken off goes on when it is repeated. 2 resource units
 * for each new one, in the background lane unless somebody waits. Who may is for the caller to ask.
 * Returns how many were new. Throws AppError `unavailable`; what was recorded before stays.
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
    /** When it was said, where that is not now: the moment of a press. */
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
