import { z } from 'zod';
import { choice, defineList, json, moment, number, text, type RecordIn } from '../sharepoint/index.ts';

/** When people want to be reminded. `key` is the PersonId. */
export const ReminderWishes = defineList('ReminderWishes', {
  describe: 'When a person wants to be reminded: hour, daily or weekly, and of what not.',
  columns: {
    title: text('Name of the person when it was chosen'),
    hour: number('Hour of the day, Danish time, 8 to 15'),
    rhythm: choice(['daily', 'weekly'] as const, 'Each day something falls, or once a week'),
    weekday: number('ISO weekday of the weekly digest, 1 is Monday'),
    muted: json(z.array(z.string()), 'Kinds the person does not want to hear of'),
    changedAt: moment('When it was chosen'),
  },
});
export type ReminderWish = RecordIn<typeof ReminderWishes>;
