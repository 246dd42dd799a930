import { date, defineList, id, moment, text, whole, type RecordIn } from '../../sharepoint/index.ts';

/**
 * A seal for each day with acts. Append-only, and each contains the previous one, so that changing or omitting one
 * shows in another. Moved out of memory by year.
 */
export const DaySeals = defineList('DaySeals', {
  editedBy: 'program',
  everyItemCounts: true,
  describe: 'Seals of the audit trail: one for each day with entries, chained to the one before.',
  columns: {
    title: text('Day'),
    day: date('The day that is sealed'),
    entries: whole('Entries under the seal'),
    late: whole('Of them, entries of earlier days that came after their own day was sealed'),
    root: text('Merkle root over the entries, hex'),
    previous: text('Seal of the day before it, hex; the first has zeros'),
    seal: text('SHA-256 of previous, day, number of entries, late ones and root, hex'),
    fileId: id<string>('File of the library with the hash of each entry'),
    path: text('Its path'),
    sealedAt: moment('When it was sealed'),
  },
});
export type DaySeal = RecordIn<typeof DaySeals>;
