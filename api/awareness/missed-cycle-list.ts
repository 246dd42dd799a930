import { z } from 'zod';
import type { CentreId, LocalDate, PersonId } from '../kernel/index.ts';
import { date, defineList, id, json, moment, optional, text, type RecordIn, dayIn } from '../sharepoint/index.ts';

/** A missed round. */
export interface Missed {
  roundKey: string;
  due: LocalDate;
}
const missed: z.ZodType<Missed[]> = z.array(z.object({ roundKey: z.string(), due: dayIn }));

/** Append-only: a missed round of a person, once (`missedKey`). */
export const MissedCycles = defineList('MissedCycles', {
  editedBy: 'program',
  describe:
    'Who did not take a course in time in a round, with the centre of that day (R8). Once more only where it carries what has left for history.',
  columns: {
    title: text('Name of the person when it was recorded'),
    roundKey: id<string>('Round'),
    courseKey: id<string>('Course'),
    personId: id<PersonId>('Person'),
    centreId: optional(id<CentreId>('Centre then')),
    due: date('Last day the person had'),
    at: moment('When it was recorded'),
    counted: optional(json(missed, 'Rounds of the course that are history and that the person missed')),
  },
});
export type MissedCycle = RecordIn<typeof MissedCycles>;
