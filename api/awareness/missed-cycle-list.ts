import type { CentreId, PersonId } from '../kernel/index.ts';
import { date, defineList, id, moment, optional, text, type RecordIn } from '../sharepoint/index.ts';

/** Append-only: a round that a person did not make in time, once and for good (`missedKey`). */
export const MissedCycles = defineList('MissedCycles', {
  editedBy: 'program',
  describe: 'Who did not take a course in time in a round, with the centre of that day (R8). Append-only.',
  columns: {
    title: text('Name of the person when it was recorded'),
    roundKey: id<string>('Round'),
    courseKey: id<string>('Course'),
    personId: id<PersonId>('Person'),
    centreId: optional(id<CentreId>('Centre then')),
    due: date('Last day the person had'),
    at: moment('When it was recorded'),
  },
});
export type MissedCycle = RecordIn<typeof MissedCycles>;
