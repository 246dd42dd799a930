import type { LocalDate, PersonId } from '../../kernel/index.ts';
import { date, defineList, id, moment, optional, text, type RecordIn } from '../../sharepoint/index.ts';

/** Implementation plans: groups of one-off tasks of the wheel (R10, R12). */
export const WheelPlans = defineList('WheelPlans', {
  describe: 'Implementation plans. Their tasks are activities of the wheel that come once (R10, R12).',
  columns: {
    title: text('Name of the plan'),
    policyVersionKey: optional(id<string>('Policy version it puts into practice')),
    startsOn: date('First day'),
    madeBy: id<PersonId>('Who made it'),
    madeAt: moment('When it was made'),
  },
});
export type WheelPlan = RecordIn<typeof WheelPlans> & { startsOn: LocalDate };
