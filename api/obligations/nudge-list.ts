import { z } from 'zod';
import type { CentreId, PersonId } from '../kernel/index.ts';
import { defineList, id, json, moment, optional, text, type RecordIn, coded } from '../sharepoint/index.ts';

/** People per item, well within a cell's limit. */
export const mostNudged = 500;

const people = z.array(z.string()).max(mostNudged) as unknown as z.ZodType<PersonId[]>;

/** One item for each press of a nudge button, more when it reaches more people than one item holds. Append-only. */
export const Nudges = defineList('Nudges', {
  editedBy: 'program',
  describe: 'Who was nudged about what, by whom and when. Append-only.',
  columns: {
    title: text('Kind and number of people'),
    kind: coded(text('Kind of obligation, e.g. takeCourse')),
    subjectKey: id<string>('What it is about'),
    centreId: optional(id<CentreId>('Centre, when a whole centre was nudged')),
    people: json(people, 'Person ids'),
    by: id<PersonId>('Who pressed'),
    at: moment('When'),
  },
});
export type Nudge = RecordIn<typeof Nudges>;
