import {
  addDays,
  languages,
  localDate,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  id,
  moment,
  optional,
  text,
  columnTitle,
  type RecordIn,
  type WrongField,
  lastDate,
} from '../sharepoint/index.ts';

/** Days after its press that a record of leave may be stored. */
const storedWithin = 31;

/** The leave before the recorded one was over when that was recorded. */
const isOver = (day: LocalDate | undefined, recordedAt: Instant | undefined): boolean =>
  day === undefined || (recordedAt !== undefined && day < addDays(localDate(recordedAt), storedWithin));
const notOver = (column: string): WrongField => ({ column, wrong: 'notBefore', hint: columnTitle('AbsenceAt') });

/** People from the directory, retained after they leave. `key` is the Entra object id (PersonId). */
export const People = defineList('People', {
  describe: 'Employees, synced from Entra by delta. Leavers stay, marked with the day they left.',
  columns: {
    title: text('Name'),
    upn: text('User principal name'),
    mail: optional(text('E-mail address')),
    jobTitle: optional(text('Job title')),
    phone: optional(text('Number to call: the mobile, else the first business phone')),
    department: optional(text('Directory attribute that decides the centre')),
    centreId: optional(id<CentreId>('Centre, absent while no centre claims the department')),
    managerId: optional(id<PersonId>('Manager in the directory')),
    hiredOn: optional(date('Hire date')),
    leftOn: optional(date('Day the account was closed or removed')),
    pseudonymisedOn: optional(date('Day the name was replaced, long after the person left')),
    absentFrom: optional(date('Leave, first day')),
    absentTo: lastDate('Leave, last day'),
    standInId: optional(id<PersonId>('Who has the shared work while the person is away')),
    earlierFrom: optional(date('Leave before it, first day')),
    earlierTo: optional(date('Leave before it, last day')),
    absenceBy: optional(id<PersonId>('Who recorded the leave, or its end')),
    absenceAt: optional(moment('When it was recorded')),
    movedOn: optional(date('Day of the latest change of centre')),
    movedFrom: optional(id<CentreId>('Centre before the latest change')),
    teams: boolean('Has a Teams licence, so that the bot can reach the person'),
    language: choice(languages, 'Language of cards and tab'),
  },
  check: ({ earlierFrom, earlierTo, absenceAt }) => [
    ...(isOver(earlierFrom, absenceAt) ? [] : [notOver('EarlierFrom')]),
    ...(isOver(earlierTo, absenceAt) ? [] : [notOver('EarlierTo')]),
  ],
});
export type Person = RecordIn<typeof People>;
