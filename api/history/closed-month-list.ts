import {
  choice,
  defineList,
  id,
  moment,
  monthOrYear,
  whole,
  optional,
  text,
  type RecordIn,
} from '../sharepoint/index.ts';

/** Months of lists moved out of memory, with their files. Small: a few hundred items in ten years. */
export const ClosedMonths = defineList('ClosedMonths', {
  editedBy: 'program',
  everyItemCounts: true,
  describe: 'Months that no rule looks back to: their items stand in one file of the library, with its hash.',
  columns: {
    title: text('List, month and part'),
    list: text('List the items stood in'),
    month: monthOrYear('Month, YYYY-MM; or a year, YYYY'),
    part: whole('Part of the month, from 1; a month has more when it is large, or when items come late'),
    state: choice(['removing', 'closed'] as const, 'removing: the file holds them, and the list some of them too'),
    path: text('Path of the file in the library'),
    fileId: id<string>('The file'),
    hash: text('SHA-256 of the file, hex'),
    items: whole('Items in the file'),
    bytes: whole('Bytes of the file'),
    rawBytes: whole('Bytes of what is in it'),
    closedAt: moment('When it was written'),
    checkedAt: optional(moment('When the file was last read and its hash compared')),
    problem: optional(text('Code of what is wrong with the file; empty: nothing is known to be')),
    expiredAt: optional(moment('When its file was deleted, since what it held had been kept for long enough')),
  },
});
export type ClosedMonth = RecordIn<typeof ClosedMonths>;
