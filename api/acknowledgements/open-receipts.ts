import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { ClosedMonths, closedRecords, partsOfMonth } from '../history/index.ts';
import { asAppError, conflict, inParallel, unavailable, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import { ClosedReceipts, type ClosedReceipt } from './closed-receipts-list.ts';
import { isNegative, receiptBook, type ReceiptBook, type VersionReceipts } from './receipt-book.ts';
import { acknowledgementKey, liveReceiptsOf } from './receipt-index.ts';

type Receipt = Stored<Acknowledgement>;

/** Most closed receipts in memory: those of five versions of the largest municipality, about 150 MB. */
const mostReceipts = 250_000;
const mostOpen = 2_000;
/** Unused ones are released after this time. */
const openMilliseconds = 10 * 60_000;
/** Files read at once. */
const together = 4;

interface Opened {
  /** Of `ClosedMonths`: later closings are not included. */
  version: number;
  book: ReceiptBook;
  /** With the list's receipts, as of a version of it. */
  whole?: { version: number; book: ReceiptBook };
}
const stores = contextPart<LRUCache<string, Opened>>('acknowledgements/openReceipts');
function storeOf(context: Context): LRUCache<string, Opened> {
  const known =
    stores.get(context) ??
    new LRUCache<string, Opened>({
      max: mostOpen,
      maxSize: mostReceipts,
      ttl: openMilliseconds,
      updateAgeOnGet: true,
      ttlAutopurge: true,
      sizeCalculation: ({ book }) => book.positive.size + book.negative.length + 1,
    });
  stores.set(context, known);
  return known;
}
const nameOf = (versionKey: string, personId: PersonId | undefined): string =>
  JSON.stringify(personId === undefined ? [versionKey] : [versionKey, personId]);

/** Whether a version's receipts are in library files. */
export const isInFiles = (context: Context, versionKey: string): boolean =>
  context.list(ClosedReceipts).get(versionKey) !== undefined;

/**
 * Loads closed receipts of versions, of everybody or of one person; nothing for other versions. Call it before using an
 * earlier version, then call `receiptsOf` or `receiptOf` synchronously. 1 resource unit a file (20,000 receipts), 1 for
 * one person of one version. Throws AppError: conflict `history.fileGone` `history.fileChanged`, unavailable.
 */
export const openReceipts = (context: Context, versionKeys: readonly string[], personId?: PersonId): Promise<void> =>
  inParallel(together, versionKeys, (versionKey) => openOne(context, versionKey, personId));

async function openOne(context: Context, versionKey: string, personId: PersonId | undefined): Promise<void> {
  for (;;) {
    const closed = context.list(ClosedReceipts).get(versionKey);
    if (!closed || openedOf(context, versionKey, personId)) return;
    const { version } = context.list(ClosedMonths);
    const book = receiptBook(await read(context, closed, personId));
    // Some may have been closed meanwhile.
    if (context.list(ClosedMonths).version !== version) continue;
    storeOf(context).set(nameOf(versionKey, personId), { version, book });
    return;
  }
}

async function read(
  context: Context,
  { key: versionKey, month, parts }: ClosedReceipt,
  personId: PersonId | undefined,
): Promise<Receipt[]> {
  const list = Acknowledgements.name;
  const asked = parts
    .filter(({ from, to }) => personId === undefined || (from <= personId && personId <= to))
    .map(({ part }) => part);
  const all = partsOfMonth(context, list, month);
  const files = new Set(all.map(({ part }) => part));
  const live = liveReceiptsOf(context, versionKey);
  const isAllGone = live.positive.size === 0 && live.negative.length === 0;
  // A part whose write was interrupted is missing while its receipts are in the list.
  if (isAllGone && !asked.every((part) => files.has(part))) throw conflict('history.fileGone', { list, month });
  // People with expired receipts have none; the total would then be wrong.
  const expired = new Set(all.flatMap(({ part, expiredAt }) => (expiredAt === undefined ? [] : [part])));
  const kept = personId === undefined ? asked : asked.filter((part) => !expired.has(part));
  if (kept.length === 0) return [];
  const where =
    personId === undefined
      ? { column: 'VersionKey', values: [versionKey] }
      : { column: 'PersonId', values: [personId] };
  const found = await closedRecords(context, Acknowledgements, month, where, kept);
  return personId === undefined ? found : found.filter((receipt) => receipt.versionKey === versionKey);
}

function openedOf(context: Context, versionKey: string, personId?: PersonId): Opened | undefined {
  const store = storeOf(context);
  const { version } = context.list(ClosedMonths);
  const names = personId === undefined ? [undefined] : [undefined, personId];
  return names.map((of) => store.get(nameOf(versionKey, of))).find((opened) => opened?.version === version);
}

/** Unopened receipts give no number: they are opened for the next request. */
function openedOrThrow(context: Context, versionKey: string, personId?: PersonId): Opened {
  const opened = openedOf(context, versionKey, personId);
  if (opened) return opened;
  void openReceipts(context, [versionKey], personId).catch((thrown: unknown) => {
    context.log.warn({ versionKey, code: asAppError(thrown).code }, 'closed receipts not opened');
  });
  throw unavailable('acknowledgements.beingOpened', { versionKey });
}

/**
 * Receipts of exactly this version. Closed ones must be open (`openReceipts`): otherwise throws AppError unavailable
 * `acknowledgements.beingOpened` instead of returning none.
 */
export function receiptsOf(context: Context, versionKey: string): VersionReceipts {
  const live = liveReceiptsOf(context, versionKey);
  return isInFiles(context, versionKey) ? withLive(context, openedOrThrow(context, versionKey), live) : live;
}

/** The list precedes the file: changed since, or not closed yet. */
function withLive(context: Context, opened: Opened, live: VersionReceipts): VersionReceipts {
  const inList = [...live.positive.values(), ...live.negative];
  if (inList.length === 0) return opened.book;
  const { version } = context.list(Acknowledgements);
  if (opened.whole?.version === version) return opened.whole.book;
  const keys = new Set(inList.map(({ key }) => key));
  const inFiles = [...opened.book.positive.values(), ...opened.book.negative].filter(({ key }) => !keys.has(key));
  opened.whole = { version, book: receiptBook([...inFiles, ...inList]) };
  return opened.whole.book;
}

/** A person's receipt of exactly this version, by key: constant time. As `receiptsOf`. */
export function receiptOf(context: Context, versionKey: string, personId: PersonId): Receipt | undefined {
  const stored = context.list(Acknowledgements).get(acknowledgementKey(versionKey, personId));
  if (stored) return isNegative(stored.outcome) ? undefined : stored;
  if (!isInFiles(context, versionKey)) return undefined;
  return openedOrThrow(context, versionKey, personId).book.positive.get(personId);
}

/** Why a person has no receipt, in order of recording. As `receiptsOf`. */
export function reasonsOf(context: Context, versionKey: string, personId: PersonId): readonly Receipt[] {
  const live = liveReceiptsOf(context, versionKey).negativeOf(personId);
  if (!isInFiles(context, versionKey)) return live;
  const keys = new Set(live.map(({ key }) => key));
  const inFiles = openedOrThrow(context, versionKey, personId).book.negativeOf(personId);
  return [...inFiles.filter(({ key }) => !keys.has(key)), ...live];
}
