import { AuditEntries, pendingEntries, type AuditEntry } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { closedRecords, filesOf } from '../../history/index.ts';
import { fold, foldedMatch, inSlices, localDate, type Actor } from '../../kernel/index.ts';
import { freshnessOf } from '../../organisation/index.ts';
import type { RecordTrail, TrailQuery, TrailView } from '../contract.ts';
import { latestSeal } from '../seals/seals.ts';
import { trailWords, type Titled, type TrailWords } from './trail-words.ts';

/** Those of one moment by key: a page begins where the one before ended. */
const latestFirst = (one: AuditEntry, other: AuditEntry): number =>
  Number(other.at > one.at) - Number(other.at < one.at) || Number(one.key > other.key) - Number(one.key < other.key);
const inMemory = derivation([AuditEntries], (context) => context.list(AuditEntries).all().toSorted(latestFirst));

/** Closed months of the trail, latest first. */
const closedMonths = (context: Context): string[] =>
  [...new Set(filesOf(context, AuditEntries.name).map(({ month }) => month))].toReversed();

const isAbout = (entry: AuditEntry, key: string): boolean =>
  entry.subjectKey === key || entry.changes?.some((change) => change.key === key) === true;

/** Entries that are not in the list yet: an act and what follows from it come one after the other. */
async function entriesOnTheWay(context: Context): Promise<AuditEntry[]> {
  const entries = context.list(AuditEntries);
  const pending = await pendingEntries(context).catch(() => []);
  return pending.filter(({ key }) => entries.get(key) === undefined);
}

/** All entries of a query, latest first. Those of a closed month are read from its files: 1 resource unit a file. */
export async function entriesOf(context: Context, query: TrailQuery, words: TrailWords): Promise<AuditEntry[]> {
  const { month, person, record, act, origin, from, to } = query;
  const all = month
    ? [
        ...(closedMonths(context).includes(month) ? await closedRecords(context, AuditEntries, month) : []),
        ...inMemory(context).filter(({ at }) => at.startsWith(month)),
      ].toSorted(latestFirst)
    : inMemory(context);
  const search = fold(query.q ?? '');
  const found: AuditEntry[] = [];
  await inSlices(all, (entry) => {
    if (person !== undefined && entry.actorId !== person && entry.forId !== person) return;
    if (record !== undefined && !isAbout(entry, record)) return;
    if (act !== undefined && entry.title !== act) return;
    if (origin !== undefined && entry.origin !== origin) return;
    const day = localDate(entry.at);
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) return;
    if (search === '' || foldedMatch(fold(searchable(entry, words)), search)) found.push(entry);
  });
  return found;
}

const searchable = (entry: AuditEntry, words: TrailWords): string =>
  [
    words.actText(entry),
    words.titleOf(entry.actorId),
    words.titleOf(entry.subjectKey),
    ...(entry.changes ?? []).map(({ key }) => words.titleOf(key)),
  ]
    .filter((word) => word !== undefined)
    .join(' ');

/** The trail, searched and paged. Throws AppError as reading a closed month does. */
export async function trailViewOf(
  context: Context,
  actor: Actor,
  titled: Titled,
  query: TrailQuery,
): Promise<TrailView> {
  const words = trailWords(context, titled, actor.language);
  const found = await entriesOf(context, query, words);
  const known = new Map(inMemory(context).map((entry) => [entry.title, entry]));
  const seal = latestSeal(context);
  const { person, record } = query;
  const named = (key: string | undefined) => (key === undefined ? undefined : (words.titleOf(key) ?? key));
  return {
    entries: found.slice(query.offset, query.offset + query.limit).map(words.entry),
    total: found.length,
    onTheWay: (await entriesOnTheWay(context)).length,
    acts: [...known.values()]
      .map((entry) => ({ act: entry.title, text: words.actText({ title: entry.title, details: {} }) }))
      .sort((one, other) => one.text.localeCompare(other.text, actor.language)),
    months: closedMonths(context),
    chosen: { person: named(person), record: named(record) },
    ...(seal ? { seal: { day: seal.day, seal: seal.seal, entries: seal.entries, late: seal.late } } : {}),
    freshness: freshnessOf(context, AuditEntries),
  };
}

/** Most entries of one record, and files per query. */
const mostOfRecord = 200;
const mostMonths = 60;

/** A record's acts, latest first; of closed months only those requested (1 resource unit a file). */
export async function recordTrailOf(
  context: Context,
  actor: Actor,
  titled: Titled,
  { key, also, older }: { key: string; also?: string | undefined; older: boolean },
): Promise<RecordTrail> {
  const words = trailWords(context, titled, actor.language);
  const months = closedMonths(context);
  const keys = [key, ...(also === undefined ? [] : [also])];
  const isOurs = (entry: AuditEntry) => keys.some((one) => isAbout(entry, one));
  const found = inMemory(context).filter(isOurs);
  const where = { column: 'SubjectKey', values: keys };
  if (older)
    for (const month of months.slice(0, mostMonths))
      found.push(...(await closedRecords(context, AuditEntries, month, where)).toSorted(latestFirst));
  return {
    entries: found.slice(0, mostOfRecord).map(words.entry),
    onTheWay: (await entriesOnTheWay(context)).filter(isOurs).length,
    older: older ? Math.max(0, months.length - mostMonths) : months.length,
    freshness: freshnessOf(context, AuditEntries),
  };
}
