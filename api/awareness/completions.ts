import type { Context } from '../context.ts';
import { stableKey, type LocalDate, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Completions, type Completion } from './completion-list.ts';

/** One completion for each course, person and day: what is recorded again is found. */
export const completionKey = (courseKey: string, personId: PersonId, completedOn: LocalDate): string =>
  stableKey(courseKey, personId, completedOn);

/** Beside one’s own word for the same day stands what others know of it. */
export const confirmedKey = (courseKey: string, personId: PersonId, completedOn: LocalDate): string =>
  stableKey(courseKey, personId, completedOn, 'confirmed');

interface CourseCompletions {
  /** In the order in which they became known. */
  added: Stored<Completion>[];
  /** Another number when the list was read anew: what was counted from `added` no longer holds. */
  version: number;
  /** Oldest first. */
  byPerson: Map<PersonId, Stored<Completion>[]>;
}
interface Index {
  version: number;
  count: number;
  lastKey: string | undefined;
  made: number;
  byCourse: Map<string, CourseCompletions>;
}
const indexes = new WeakMap<Context, Index>();
const nothing: CourseCompletions = { added: [], version: 0, byPerson: new Map() };
let versions = 0;
const none: readonly Stored<Completion>[] = [];

/**
 * Completions by course and person. They are only ever appended, so the index goes on from where it was: with 50,000
 * people a completion more costs nothing. When the list begins with something else than last time it is made anew.
 */
function completionIndex(context: Context): Index['byCourse'] {
  const list = context.list(Completions);
  const known = indexes.get(context);
  if (known?.version === list.version) return known.byCourse;
  const all = list.all();
  const goesOn = known !== undefined && known.count <= all.length && all[known.count - 1]?.key === known.lastKey;
  const byCourse = goesOn ? known.byCourse : new Map<string, CourseCompletions>();
  const made = goesOn ? known.made : ++versions;
  for (const completion of goesOn ? all.slice(known.count) : all) add(byCourse, completion, made);
  indexes.set(context, { version: list.version, count: all.length, lastKey: all.at(-1)?.key, byCourse, made });
  return byCourse;
}

const newCourse = (version: number): CourseCompletions => ({ added: [], version, byPerson: new Map() });

function add(byCourse: Index['byCourse'], completion: Stored<Completion>, version: number): void {
  const { courseKey, personId, completedOn } = completion;
  const course = byCourse.get(courseKey) ?? newCourse(version);
  byCourse.set(courseKey, course);
  course.added.push(completion);
  const own = course.byPerson.get(personId);
  if (!own) {
    course.byPerson.set(personId, [completion]);
    return;
  }
  let place = own.length;
  while (place > 0 && (own[place - 1]?.completedOn ?? '') > completedOn) place -= 1;
  own.splice(place, 0, completion);
}

/** All completions of a course by person. */
export const completionsOf = (context: Context, courseKey: string): Readonly<CourseCompletions> =>
  completionIndex(context).get(courseKey) ?? nothing;

/** One person’s completions of a course, oldest first. */
export const completionsBy = (context: Context, courseKey: string, personId: PersonId): readonly Stored<Completion>[] =>
  completionsOf(context, courseKey).byPerson.get(personId) ?? none;
