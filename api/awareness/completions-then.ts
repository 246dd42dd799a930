import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { closedRecords, everyPartOf, filesOf, yearOf, type Month } from '../history/index.ts';
import { addDays, type PersonId } from '../kernel/index.ts';
import { Completions, type Completion } from './completion-list.ts';
import { completionsBy, type OwnCompletions, type OwnCompletionsOf } from './completions.ts';
import { countsFrom } from './round-history.ts';
import type { CourseRound } from './round-list.ts';
import { spanOf } from './rounds.ts';

type ByPerson = ReadonlyMap<PersonId, OwnCompletions>;

/** Completions of old rounds that are kept for the next page of them. */
const mostKept = 150_000;
const kept = contextPart<LRUCache<string, ByPerson>>('awareness/completionsThen');
const none: OwnCompletions = [];
const nobody: ReadonlySet<PersonId> = new Set();

/** The years whose completions have left the list, in files, oldest first. */
export const closedYears = (context: Context): readonly Month[] => [
  ...new Set(filesOf(context, Completions.name).map(({ month }) => month)),
];

/**
 * What people had completed of the course of a round that is history: from files, and from the list what is still in it.
 * Nothing for another round, whose completions are all in the list. Reads two years, and of a round by latest completion also the years before for those who had not taken it since. 1
 * resource unit a file that was not read lately. Throws AppError: conflict `history.fileGone`, `history.fileChanged`,
 * unavailable.
 */
export async function completionsThen(context: Context, round: CourseRound): Promise<OwnCompletionsOf | undefined> {
  if (!round.history) return undefined;
  for (;;) {
    const files = filesOf(context, Completions.name).map(({ hash }) => hash);
    const closed = await closedOf(context, round, files);
    // What left the list meanwhile stands in a file that was not there yet.
    if (filesOf(context, Completions.name).length !== files.length) continue;
    return (personId) => inOrder(closed.get(personId) ?? none, completionsBy(context, round.courseKey, personId));
  }
}

async function closedOf(context: Context, round: CourseRound, files: readonly string[]): Promise<ByPerson> {
  const cache =
    kept.get(context) ??
    new LRUCache<string, ByPerson>({ max: 4, maxSize: mostKept, sizeCalculation: (byPerson) => byPerson.size + 1 });
  kept.set(context, cache);
  const { courseKey, opensOn, basis } = round;
  const { nextOpensOn = opensOn } = spanOf(context, round);
  const name = JSON.stringify([courseKey, opensOn, nextOpensOn, basis, files]);
  const known = cache.get(name);
  if (known) return known;
  const found = new Map<PersonId, OwnCompletions>();
  const where = { column: 'CourseKey', values: [courseKey] };
  const isBefore = ({ completedOn }: Completion) => completedOn < opensOn;
  const [first, last] = [yearOf(countsFrom(round)), yearOf(addDays(nextOpensOn, -1))];
  // Also years whose time is over: a number without them would be a wrong one.
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
