import type { CentreId, PersonId } from '../kernel/index.ts';
import { defineList, id, longText, moment, optional, text, type RecordIn } from '../sharepoint/index.ts';

/** The security team's advice: who asked, and the answer (R14). */
export const Advice = defineList('Advice', {
  describe: 'Advice that the security team has given: who asked, and what was answered (R14).',
  columns: {
    title: text('First words of the answer'),
    askedBy: id<PersonId>('Who asked'),
    centreId: optional(id<CentreId>('Centre of whoever asked, then')),
    answer: longText('What was answered'),
    by: id<PersonId>('Who answered'),
    at: moment('When it was written down'),
    changedAt: optional(moment('When it was last changed')),
    changedBy: optional(id<PersonId>('Who changed it last')),
  },
});
export type AdviceGiven = RecordIn<typeof Advice>;
