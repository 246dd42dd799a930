import type { CentreId, PersonId } from '../kernel/index.ts';
import {
  defineList,
  id,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  coded,
  lastDate,
} from '../sharepoint/index.ts';

/** Hand-overs, one item for each obligation and turn. Ended ones remain as history. */
export const HandOvers = defineList('HandOvers', {
  describe: 'Work that somebody took over from a colleague. The key is the obligation’s and a number that grows.',
  columns: {
    title: text('What was handed over'),
    obligationKey: id<string>('The obligation'),
    kind: coded(text('Its kind, e.g. doWheelTask')),
    centreId: optional(id<CentreId>('Centre that it counts for')),
    from: id<PersonId>('Whose it was'),
    to: id<PersonId>('Who took it over'),
    by: id<PersonId>('Who handed it over'),
    note: longText('Why, in words'),
    at: moment('When'),
    until: lastDate('Last day; it goes back by itself after it. Absent: it stays'),
    endedAt: optional(moment('When it was taken back')),
    endedBy: optional(id<PersonId>('Who took it back')),
  },
});
export type HandOver = RecordIn<typeof HandOvers>;
