import type { Context } from '../context.ts';
import { stableKey, type LocalDate, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';

/** One receipt per person and version: a second press finds the first. */
export const acknowledgementKey = (versionKey: string, personId: PersonId): string => stableKey(versionKey, personId);

export const negativeOutcomes = ['left', 'onLeave', 'moved'] as const;
export type NegativeOutcome = (typeof negativeOutcomes)[number];
export const isNegative = (outcome: Acknowledgement['outcome']): outcome is NegativeOutcome =>
  negativeOutcomes.some((negative) => negative === outcome);

/** Why there is no receipt has a key of its own, so that a receipt can still come (a leave ends, a mover presses). */
export const negativeKey = (versionKey: string, personId: PersonId, outcome: NegativeOutcome, day: LocalDate): string =>
  stableKey(versionKey, personId, outcome, day);

interface VersionReceipts {
  /** By person. */
  positive: Map<PersonId, Stored<Acknowledgement>>;
  /** Whose receipts these are, in the order in which they came; another array when they are not as they were. */
  givers: PersonId[];
  negative: Stored<Acknowledgement>[];
}
interface Index {
  version: number;
  all: readonly Stored<Acknowledgement>[];
  byVersion: Map<string, VersionReceipts>;
}
const nothing: VersionReceipts = { positive: new Map(), givers: [], negative: [] };
const indexes = new WeakMap<Context, Index>();

/**
 * Receipts by version and person. The program only ever appends receipts, so the index goes on from where it was: with
 * 50,000 people a receipt more costs nothing. When one that was there is another, or gone, since somebody has put it
 * right in the list, it is made anew.
 */
function receiptIndex(context: Context): Index['byVersion'] {
  const list = context.list(Acknowledgements);
  const known = indexes.get(context);
  if (known?.version === list.version) return known.byVersion;
  const all = list.all();
  const goesOn = known?.all.every((receipt, place) => receipt === all[place]) === true;
  const byVersion = goesOn ? known.byVersion : new Map<string, VersionReceipts>();
  for (const receipt of goesOn ? all.slice(known.all.length) : all) {
    const found: VersionReceipts = byVersion.get(receipt.versionKey) ?? {
      positive: new Map(),
      givers: [],
      negative: [],
    };
    byVersion.set(receipt.versionKey, found);
    if (isNegative(receipt.outcome)) found.negative.push(receipt);
    else {
      if (!found.positive.has(receipt.personId)) found.givers.push(receipt.personId);
      found.positive.set(receipt.personId, receipt);
    }
  }
  indexes.set(context, { version: list.version, all, byVersion });
  return byVersion;
}

/** Receipts stored for exactly this version. */
export const receiptsOf = (context: Context, versionKey: string): Readonly<VersionReceipts> =>
  receiptIndex(context).get(versionKey) ?? nothing;
