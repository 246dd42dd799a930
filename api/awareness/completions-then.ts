import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { closedRecords, everyPartOf, filesOf, yearOf, type Month } from '../history/index.ts';
import { addDays, type PersonId } from '../kernel/index.ts';
import { Completions, type Completion } from './completion-list.ts';
import { completionsBy, type OwnCompletions, type OwnCompletionsOf } from './completions.ts';
import { countsFrom } from './round-history.ts';
import type { CourseRound } from './round-list.ts';
import { roundSpan } from './rounds.ts';

type ByPerson = ReadonlyMap<PersonId, OwnCompletions>;

/** Cached completions of old rounds, for further pages. */
const mostCached = 150_000;
const caches = contextPart<LRUCache<string, ByPerson>>('awareness/completionsThen');
const none: OwnCompletions = [];
const nobody: ReadonlySet<PersonId> = new Set();

/** Closed years of completions, in files, oldest first. */
export const closedYears = (context: Context): readonly Month[] => [
  ...new Set(filesOf(context, Completions.name).map(({ month }) => month)),
];

/**
 * Completions of a historic round's course: from files, and from the list what is still there. Empty for other rounds,
 * whose completions are all in the list. Reads two years, and for rounds by latest completion earlier years for people
 * without a later one. 1 resource unit per file not recently read. Throws AppError: conflict `history.fileGone`,
 * `history.fileChanged`, unavailable.
 */
export async function completionsThen(context: Context, round: CourseRound): Promise<OwnCompletionsOf | undefined> {
  if (!round.history) return undefined;
  for (;;) {
    const files = filesOf(context, Completions.name).map(({ hash }) => hash);
    const closed = await closedOf(context, round, files);
    // Completions closed during the read are in a new file.
    if (filesOf(context, Completions.name).length !== files.length) continue;
    return (personId) => inOrder(closed.get(personId) ?? none, completionsBy(context, round.courseKey, personId));
  }
}

async function closedOf(context: Context, round: CourseRound, files: readonly string[]): Promise<ByPerson> {
  const cache =
    caches.get(context) ??
    new LRUCache<string, ByPerson>({ max: 4, maxSize: mostCached, sizeCalculation: (byPerson) => byPerson.size + 1 });
  caches.set(context, cache);
  const { courseKey, opensOn, basis } = round;
  const { nextOpensOn = opensOn } = roundSpan(context, round);
  const name = JSON.stringify([courseKey, opensOn, nextOpensOn, basis, files]);
  const known = cache.get(name);
  if (known) return known;
  const found = new Map<PersonId, OwnCompletions>();
  const where = { column: 'CourseKey', values: [courseKey] };
  const isBefore = ({ completedOn }: Completion) => completedOn < opensOn;
  const [first, last] = [yearOf(countsFrom(round)), yearOf(addDays(nextOpensOn, -1))];
  // Also deleted years: a number without them would be wrong.
  const years = [...new Set(everyPartOf(context, Completions.name).map(({ month }) => month))];
  for (const year of years.toReversed()) {
    if (year > last || (year < first && basis === 'round')) continue;
    const known = year < first ? new Set([...found].filter(([, own]) => own.some(isBefore)).map(([id]) => id)) : nobody;
    for (const completion of await closedRecords(context, Completions, year, where)) {
      const { personId, completedOn } = completion;
      if (completedOn >= nextOpensOn || known.has(personId)) continue;
      found.set(personId, [...(found.get(personId) ?? none), completion]);
    }
  }
  cache.set(name, found);
  return found;
}

/** Oldest first, each once. */
function inOrder(closed: OwnCompletions, live: OwnCompletions): OwnCompletions {
  if (closed.length === 0) return live;
  const all = new Map([...closed, ...live].map((one) => [one.key, one]));
  return [...all.values()].toSorted(
    (one, other) =>
      Number(one.completedOn > other.completedOn) - Number(one.completedOn < other.completedOn) ||
      Number(one.item.id) - Number(other.item.id),
  );
}
