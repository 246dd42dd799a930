import type { PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { Acknowledgement } from './acknowledgement-list.ts';

type Receipt = Stored<Acknowledgement>;

const negativeOutcomes = ['left', 'onLeave', 'moved'] as const;
export type NegativeOutcome = (typeof negativeOutcomes)[number];
export const isNegative = (outcome: Acknowledgement['outcome']): outcome is NegativeOutcome =>
  negativeOutcomes.some((negative) => negative === outcome);

/** One version's receipts, and reasons for none. */
export interface VersionReceipts {
  /** By person. */
  readonly positive: ReadonlyMap<PersonId, Receipt>;
  /** Owners in order of arrival; a new array after a removal. */
  readonly givers: readonly PersonId[];
  /** In order of arrival. */
  readonly negative: readonly Receipt[];
  negativeOf(personId: PersonId): readonly Receipt[];
}

export interface ReceiptBook extends VersionReceipts {
  add(receipt: Receipt): void;
  /** Whether the book stays valid; false: rebuild it. */
  remove(receipt: Receipt): boolean;
  /** Replaces a person's receipt. Whether the book stays valid. */
  replace(was: Receipt, is: Receipt): boolean;
}

/** Adding and removing a receipt is constant time. */
export function receiptBook(receipts: Iterable<Receipt> = []): ReceiptBook {
  const positive = new Map<PersonId, Receipt>();
  /** Exceeds `positive` for a person with two, by a hand-written key: which one stays is then unknown. */
  let given = 0;
  let givers: PersonId[] | undefined = [];
  const reasons = new Set<Receipt>();
  const reasonsOf = new Map<PersonId, Receipt[]>();
  let negative: Receipt[] | undefined = [];

  const addReason = (receipt: Receipt): void => {
    reasons.add(receipt);
    negative?.push(receipt);
    const known = reasonsOf.get(receipt.personId);
    if (known) known.push(receipt);
    else reasonsOf.set(receipt.personId, [receipt]);
  };
  const removeReason = (receipt: Receipt): boolean => {
    const { personId } = receipt;
    negative = undefined;
    const left = reasonsOf.get(personId)?.filter((one) => one !== receipt) ?? [];
    if (left.length > 0) reasonsOf.set(personId, left);
    else reasonsOf.delete(personId);
    return reasons.delete(receipt);
  };
  const isOnly = (receipt: Receipt): boolean => given === positive.size && positive.get(receipt.personId) === receipt;

  const book: ReceiptBook = {
    positive,
    get givers() {
      return (givers ??= [...positive.keys()]);
    },
    get negative() {
      return (negative ??= [...reasons]);
    },
    negativeOf: (personId) => reasonsOf.get(personId) ?? [],
    add: (receipt) => {
      if (isNegative(receipt.outcome)) return addReason(receipt);
      given += 1;
      if (!positive.has(receipt.personId)) givers?.push(receipt.personId);
      positive.set(receipt.personId, receipt);
    },
    remove: (receipt) => {
      if (isNegative(receipt.outcome)) return removeReason(receipt);
      if (!isOnly(receipt)) return false;
      given -= 1;
      givers = undefined;
      return positive.delete(receipt.personId);
    },
    replace: (was, is) => {
      if (isNegative(was.outcome) || isNegative(is.outcome) || was.personId !== is.personId) return false;
      if (!isOnly(was)) return false;
      positive.set(is.personId, is);
      return true;
    },
  };
  for (const receipt of receipts) book.add(receipt);
  return book;
}
