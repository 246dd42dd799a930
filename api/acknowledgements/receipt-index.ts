import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { stableKey, type LocalDate, type PersonId } from '../kernel/index.ts';
import type { ListChange, Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import { receiptBook, type NegativeOutcome, type ReceiptBook, type VersionReceipts } from './receipt-book.ts';

/** One receipt per person and version: a repeated press finds it. */
export const acknowledgementKey = (versionKey: string, personId: PersonId): string => stableKey(versionKey, personId);

/** Reasons have a separate key, so that a receipt may follow (a leave ends, a mover presses). */
export const negativeKey = (versionKey: string, personId: PersonId, outcome: NegativeOutcome, day: LocalDate): string =>
  stableKey(versionKey, personId, outcome, day);

type Books = Map<string, ReceiptBook>;
const nothing: VersionReceipts = receiptBook();
const indexes = contextPart<{ version: number; books: Books }>('acknowledgements/receiptIndex');

/**
 * Receipts by version and person, updated incrementally: with 50,000 people a new or closed receipt costs nothing.
 * Rebuilt when a hand edit moves one to another person or version, or invalidates it.
 */
function receiptIndex(context: Context): Books {
  const list = context.list(Acknowledgements);
  const known = indexes.get(context);
  if (known?.version === list.version) return known.books;
  const changes = list.changesSince(known?.version ?? list.version);
  const goesOn = known && changes?.every((change) => follow(known.books, change));
  const books = goesOn ? known.books : booksOf(list.all());
  indexes.set(context, { version: list.version, books });
  return books;
}

function booksOf(receipts: readonly Stored<Acknowledgement>[]): Books {
  const books: Books = new Map();
  for (const receipt of receipts) follow(books, { after: receipt });
  return books;
}

/** Whether the books stay valid. */
function follow(books: Books, { before, after }: ListChange<Acknowledgement>): boolean {
  if (before && after)
    return before.versionKey === after.versionKey && books.get(after.versionKey)?.replace(before, after) === true;
  if (before) return books.get(before.versionKey)?.remove(before) === true;
  if (!after) return true;
  const book = books.get(after.versionKey) ?? receiptBook();
  books.set(after.versionKey, book);
  book.add(after);
  return true;
}

/** The list's receipts of exactly this version, without those in files. */
export const liveReceiptsOf = (context: Context, versionKey: string): VersionReceipts =>
  receiptIndex(context).get(versionKey) ?? nothing;
