import { z } from 'zod';
import { codeText, defineList, json, moment, text, type RecordIn } from '../sharepoint/index.ts';
import { wishesBody } from './contract.ts';

/** Reminder wishes. `key` is the PersonId. */
export const ReminderWishes = defineList('ReminderWishes', {
  editedBy: 'program',
  describe: 'When a person wants to be reminded: hour, daily or weekly, and of what not.',
  columns: {
    title: text('Name of the person when it was chosen'),
    wishes: json(
      wishesBody.extend({ muted: z.array(codeText).max(50) }),
      'Hour in Danish time (8 to 15), rhythm, weekday (1 is Monday) and muted kinds',
    ),
    changedAt: moment('When it was chosen'),
  },
});
export type ReminderWish = RecordIn<typeof ReminderWishes>;
