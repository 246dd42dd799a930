import type { Context } from '../context.ts';
import { historyRow, monthOf, type HistoryRow, type Month } from '../history/index.ts';
import { inParallel, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import { ClosedReceipts } from './closed-receipts-list.ts';

type Receipt = Stored<Acknowledgement>;

interface Given {
  /** Days that rules look back at acts. */
  lookBack(context: Context): number;
  /** Versions that no rule needs, with the day each ended. Called once per list. */
  ended(context: Context): ReadonlyMap<string, LocalDate>;
  /** Whether such a version's receipt is needed anyway. Created once per list. */
  isKept(context: Context): (receipt: Receipt) => boolean;
  /** The item id that followers of receipts have reached. */
  reached(context: Context): number;
}

/** Versions written concurrently. */
const together = 4;

/**
 * Receipts as history: those of versions that ended long ago, by the month of that end, so that a version's are
 * together. `ClosedReceipts` has the files; `openReceipts` reads them.
 */
export const receiptHistory = ({ ended, isKept, ...given }: Given): HistoryRow => {
  const monthFor = (context: Context): ((versionKey: string) => Month | undefined) => {
    const ends = ended(context);
    return (versionKey) => {
      const end = ends.get(versionKey);
      // Later receipts follow a version's first closed ones, even after a corrected day.
      return end && (context.list(ClosedReceipts).get(versionKey)?.month ?? monthOf(end));
    };
  };
  return historyRow({
    ...given,
    list: Acknowledgements,
    // The id, not the name, which may be pseudonymised later.
    inFile: (record) => ({ ...record, title: record.personId }),
    monthOf: (context) => {
      const month = monthFor(context);
      const isNeeded = isKept(context);
      return (receipt) => (isNeeded(receipt) ? undefined : month(receipt.versionKey));
    },
    together: ({ versionKey, personId }) => ({ group: versionKey, within: personId }),
    leave: async (context, receipts, part) => {
      const month = monthFor(context);
      const versions = [...Map.groupBy(receipts, ({ versionKey }) => versionKey)];
      await inParallel(together, versions, async ([versionKey, some]) => {
        const of = month(versionKey);
        if (of !== undefined) await leaveWhere(context, versionKey, of, { part, ...between(some) });
      });
    },
  });
};

function between(receipts: readonly Receipt[]): { from: string; to: string } {
  let from: string = receipts[0]?.personId ?? '';
  let to = '';
  for (const { personId } of receipts) {
    if (personId < from) from = personId;
    if (personId > to) to = personId;
  }
  return { from, to };
}

/** 2 resource units a version, 2 more for further parts. */
async function leaveWhere(
  context: Context,
  versionKey: string,
  month: Month,
  mine: { part: number; from: string; to: string },
): Promise<void> {
  const list = context.list(ClosedReceipts);
  const made = { key: versionKey, title: versionKey, month, parts: [mine] };
  const { existed } = list.get(versionKey) ? { existed: true } : await list.create(made, 'background');
  if (!existed) return;
  await list.update(
    versionKey,
    ({ parts }) => ({ parts: [...parts.filter(({ part }) => part !== mine.part), mine] }),
    'background',
  );
}
