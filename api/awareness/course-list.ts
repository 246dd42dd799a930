import type { PersonId } from '../kernel/index.ts';
import { date, defineList, id, longText, moment, optional, text, type RecordIn, whole } from '../sharepoint/index.ts';

/** Courses that are repeated in rounds. */
export const Courses = defineList('Courses', {
  describe: 'E-learning courses (R8).',
  columns: {
    title: text('Name of the course'),
    url: text('Where it is taken; empty when it is not taken online'),
    minutes: whole('How long it takes, in minutes'),
    describe: longText('What it is about'),
    vivaContentId: optional(text('Id of the same course in Viva Learning')),
    vivaSyncedAt: optional(moment('Latest look in Viva Learning')),
    vivaProblem: optional(text('Error code of the latest look')),
    savedBy: optional(id<PersonId>('Who saved it last')),
    savedAt: optional(moment('When it was saved last')),
    historyBefore: optional(date('Completions before this day have left for history; none is recorded any more')),
  },
});
export type Course = RecordIn<typeof Courses>;
