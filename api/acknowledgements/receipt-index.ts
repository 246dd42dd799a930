import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { stableKey, type LocalDate, type PersonId } from '../kernel/index.ts';
import type { ListChange, Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import { receiptBook, type NegativeOutcome, type ReceiptBook, type VersionReceipts } from './receipt-book.ts';

/** One receipt per person and version: a second press finds the first. */
export const acknowledgementKey = (versionKey: string, personId: PersonId): string => stableKey(versionKey, personId);

/** Why there is no receipt has a key of its own, so that a receipt can still come (a leave ends, a mover presses). */
export const negativeKey = (versionKey: string, personId: PersonId, outcome: NegativeOutcome, day: LocalDate): string =>
  stableKey(versionKey, personId, outcome, day);

type Books = Map<string, ReceiptBook>;
const nothing: VersionReceipts = receiptBook();
const indexes = contextPart<{ version: number; books: Books }>('acknowledgements/receiptIndex');

/**
 * Receipts by version and person. The index goes on from where it was: with 50,000 people a receipt more, or one that
 * leaves, costs nothing. It is made anew when somebody has put one right in the list so that it is another person's,
 * another version's, or none.
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

/** Whether the books are right with it. */
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

/** Receipts that the list holds for exactly this version: those in files are not among them. */
export const liveReceiptsOf = (context: Context, versionKey: string): VersionReceipts =>
  receiptIndex(context).get(versionKey) ?? nothing;
