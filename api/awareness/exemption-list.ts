import type { PersonId } from '../kernel/index.ts';
import {
  date,
  defineList,
  id,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  lastDate,
} from '../sharepoint/index.ts';

/** Exemptions from courses, with reason and end. Retained afterwards. */
export const Exemptions = defineList('Exemptions', {
  describe: 'People who need not take a course, with reason and end (R8).',
  columns: {
    title: text('Name of the person when it was given'),
    personId: id<PersonId>('Person'),
    courseKey: id<string>('Course'),
    reason: longText('Why'),
    from: date('First day'),
    until: lastDate('Last day; absent while open'),
    grantedBy: id<PersonId>('Who gave it'),
    at: moment('When it was given'),
    endedOn: optional(date('Day it was ended by hand; it does not count that day')),
    endedBy: optional(id<PersonId>('Who ended it')),
  },
});
export type Exemption = RecordIn<typeof Exemptions>;
