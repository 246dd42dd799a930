import { z } from 'zod';
import { assignableRoles, type PersonId } from '../kernel/index.ts';
import {
  dayIn,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  optional,
  text,
  type RecordIn,
  whole,
  momentIn,
  lastDayIn,
} from '../sharepoint/index.ts';
import { isUnderstood } from './recurrence-rule.ts';

export const scopes = ['organisation', 'centres'] as const;

/** A rule and its first day; the last one is current, and tasks owed by earlier ones remain. */
const revision = z.object({
  from: dayIn,
  scope: z.enum(scopes),
  // An invalid rule would break every derivation from activities.
  rule: z.string().refine(isUnderstood).optional(),
  startsOn: dayIn,
  basis: z.enum(['calendar', 'lastDone']),
  endsOn: lastDayIn,
});
export type Revision = z.output<typeof revision>;

const activityEvent = z.object({
  at: momentIn,
  by: z.string(),
  what: z.enum(['made', 'changed', 'closed']),
  reason: z.string().optional(),
});
export type ActivityEvent = z.output<typeof activityEvent>;

/** Recurring activities. Their tasks are derived, and stored only once changed. */
export const WheelActivities = defineList('WheelActivities', {
  describe: 'Activities of the annual wheel: what is done, by whom, and when it comes again (R12).',
  columns: {
    title: text('What is done'),
    why: longText('Why it is done'),
    source: text('Where the demand comes from, e.g. R10 or ISO 27001 9.3'),
    role: choice(assignableRoles, 'Role that answers for it'),
    personId: optional(id<PersonId>('Person who answers for it instead of whoever holds the role')),
    scope: choice(scopes, 'Once for the whole organisation, or once for each centre'),
    steps: json(z.array(z.object({ id: z.string(), title: z.string() })), 'What it consists of'),
    evidence: longText('What shows that it was done; empty when a note is enough'),
    leadDays: whole('Days before the due date when it begins to be owed'),
    revisions: json(z.array(revision).min(1), 'Its rules, each with the day from which it counts'),
    groupKey: optional(id<string>('Plan or meeting it belongs to')),
    catalogueKey: optional(id<string>('Entry of the catalogue it was taken from')),
    closedOn: optional(date('Day from which it comes no more')),
    history: json(z.array(activityEvent), 'Who made, changed and closed it, and when'),
  },
});
export type WheelActivity = RecordIn<typeof WheelActivities>;
