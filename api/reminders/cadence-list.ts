import type { PersonId } from '../kernel/index.ts';
import { defineList, id, json, moment, text, coded } from '../sharepoint/index.ts';
import { cadenceBody } from './contract.ts';

/** The security team's changes to reminder cadences. `key` is the kind of obligation. */
export const ReminderCadences = defineList('ReminderCadences', {
  describe: 'How often people are reminded, by kind of obligation. A kind without an item keeps its default.',
  columns: {
    title: coded(text('Kind of obligation')),
    cadence: json(cadenceBody, 'Steps before and after the due date, and when it is told further; all in days'),
    changedBy: id<PersonId>('Who changed it'),
    changedAt: moment('When it was changed'),
  },
});
