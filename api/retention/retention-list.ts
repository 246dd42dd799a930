import type { PersonId } from '../kernel/index.ts';
import { boolean, defineList, id, moment, optional, text, whole, type RecordIn } from '../sharepoint/index.ts';

/** The municipality's retention of one kind of personal data. `key` is the kind. */
export const Retention = defineList('Retention', {
  describe:
    'For how long each kind of personal data is kept, and whether the job deletes it. A kind without an item keeps its default and deletes nothing.',
  columns: {
    title: text('Kind, in words'),
    days: whole('Days that it is kept'),
    isOn: boolean('The job deletes what is older'),
    changedBy: id<PersonId>('Who chose it'),
    changedAt: moment('When it was chosen'),
    lastRunAt: optional(moment('When the job last deleted something of it')),
    lastRunRecords: optional(whole('How much it was')),
  },
});
export type RetentionSetting = RecordIn<typeof Retention>;
