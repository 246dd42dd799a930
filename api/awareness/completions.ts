import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { stableKey, type LocalDate, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Completions, type Completion } from './completion-list.ts';

/** One completion per course, person and day: a repeat finds it. */
export const completionKey = (courseKey: string, personId: PersonId, completedOn: LocalDate): string =>
  stableKey(courseKey, personId, completedOn);

/** Confirmation by others of a self-declaration of the same day. */
export const confirmedKey = (courseKey: string, personId: PersonId, completedOn: LocalDate): string =>
  stableKey(courseKey, personId, completedOn, 'confirmed');

/** One person’s completions of a course, oldest first. */
export type OwnCompletions = readonly Stored<Completion>[];
export type OwnCompletionsOf = (personId: PersonId) => OwnCompletions;
/** A change of one person's completions. */
export interface CompletionsChange {
  personId: PersonId;
  before: OwnCompletions;
  after: OwnCompletions;
}
interface CourseCompletions {
  byPerson: Map<PersonId, OwnCompletions>;
  /** The latest changes; `begin` counts the dropped ones before. */
  changes: CompletionsChange[];
  begin: number;
  /** Changes when the list was re-read: earlier changes are unknown. */
  made: number;
}
interface Index {
  version: number;
  made: number;
  byCourse: Map<string, CourseCompletions>;
}

/** Above this a pass over all people is as fast. */
const mostChanges = 2_000;
const indexes = contextPart<Index>('awareness/completions');
const none: OwnCompletions = [];
const newCourse = (of: number): CourseCompletions => ({ byPerson: new Map(), changes: [], begin: 0, made: of });
const nothing = newCourse(0);
let made = 0;

/**
 * Completions by course and person, updated incrementally: with 50,000 people a new, closed or corrected completion
 * costs nothing.
 */
function completionIndex(context: Context): Index['byCourse'] {
  const list = context.list(Completions);
  const known = indexes.get(context);
  if (known?.version === list.version) return known.byCourse;
  const changes = known && list.changesSince(known.version);
  // Starts the list's change log.
  if (!known) list.changesSince(list.version);
  const { version } = list;
  const index: Index = known && changes ? { ...known, version } : { version, made: ++made, byCourse: new Map() };
  indexes.set(context, index);
  if (!changes) for (const completion of list.all()) note(index, completion, added(completion), false);
  for (const { before, after } of changes ?? []) {
    if (before) note(index, before, (own) => own.filter((one) => one !== before), true);
    if (after) note(index, after, added(after), true);
  }
  return index.byCourse;
}

function note(
  index: Index,
  { courseKey, personId }: Completion,
  change: (own: OwnCompletions) => OwnCompletions,
  isNews: boolean,
): void {
  const course = index.byCourse.get(courseKey) ?? newCourse(index.made);
  index.byCourse.set(courseKey, course);
  const before = course.byPerson.get(personId) ?? none;
  const after = change(before);
  if (after.length === 0) course.byPerson.delete(personId);
  else course.byPerson.set(personId, after);
  if (!isNews) return;
  course.changes.push({ personId, before, after });
  if (course.changes.length <= 2 * mostChanges) return;
  course.changes = course.changes.slice(mostChanges);
  course.begin += mostChanges;
}

const added =
  (completion: Stored<Completion>) =>
  (own: OwnCompletions): OwnCompletions => {
    let place = own.length;
    while (place > 0 && isAfter(own[place - 1], completion)) place -= 1;
    return own.toSpliced(place, 0, completion);
  };

/** By day, then by time of recording. */
const isAfter = (one: Stored<Completion> | undefined, other: Stored<Completion>): boolean =>
  one !== undefined &&
  (one.completedOn > other.completedOn ||
    (one.completedOn === other.completedOn && Number(one.item.id) > Number(other.item.id)));

/** All completions of a course by person. */
export const completionsOf = (context: Context, courseKey: string): ReadonlyMap<PersonId, OwnCompletions> =>
  (completionIndex(context).get(courseKey) ?? nothing).byPerson;

export const completionsBy = (context: Context, courseKey: string, personId: PersonId): OwnCompletions =>
  completionsOf(context, courseKey).get(personId) ?? none;

/** A position in a course's change log. */
export interface Seen {
  made: number;
  changes: number;
}
export function visibleCompletions(context: Context, courseKey: string): Seen {
  const { made: of, begin, changes } = completionIndex(context).get(courseKey) ?? nothing;
  return { made: of, changes: begin + changes.length };
}

/** Changes of a course's completions since; undefined when there are too many, and all must be recounted. */
export function completionChanges(
  context: Context,
  courseKey: string,
  seen: Seen,
): readonly CompletionsChange[] | undefined {
  const course = completionIndex(context).get(courseKey) ?? nothing;
  if (course.made !== seen.made || seen.changes < course.begin) return undefined;
  const since = course.changes.slice(seen.changes - course.begin);
  return since.length > mostChanges ? undefined : since;
}
