import { z } from 'zod';
import type { PersonId } from '../kernel/index.ts';
import { boolean, defineList, id, json, moment, number, optional, text, type RecordIn } from '../sharepoint/index.ts';

/** What the security team changed about how often people are reminded. `key` is the kind of obligation. */
export const ReminderCadences = defineList('ReminderCadences', {
  describe: 'How often people are reminded, by kind of obligation. A kind without an item keeps its default.',
  columns: {
    title: text('Kind of obligation'),
    before: json(z.array(z.number().int().min(1).max(365)), 'Days before the due date'),
    onTheDay: boolean('Reminds on the due date'),
    overdueEvery: number('While overdue, every so many days'),
    coordinatorAfter: optional(number('Days overdue before the ISK is told; absent: never')),
    managerAfter: optional(number('Days overdue before the centre manager is told; absent: never')),
    committeeAfter: optional(number('Days overdue before the committee is told; absent: never')),
    changedBy: id<PersonId>('Who changed it'),
    changedAt: moment('When it was changed'),
  },
});
export type ReminderCadence = RecordIn<typeof ReminderCadences>;
