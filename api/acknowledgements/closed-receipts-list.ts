import { z } from 'zod';
import { defineList, json, month, text, type RecordIn } from '../sharepoint/index.ts';

const part = z.object({ part: z.number(), from: z.string(), to: z.string() });

/** One item for each version: the files with its receipts. */
export const ClosedReceipts = defineList('ClosedReceipts', {
  editedBy: 'program',
  everyItemCounts: true,
  describe: 'Versions whose receipts no rule asks for any more: which parts of which closed month hold them.',
  columns: {
    title: text('Version of the policy, of a procedure or of a contingency plan'),
    month: month('Month in which the version ended, YYYY-MM'),
    parts: json(z.array(part), 'Parts of the month in the library, and the first and last person that each may hold'),
  },
});
export type ClosedReceipt = RecordIn<typeof ClosedReceipts>;
