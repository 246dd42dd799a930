import type { CentreId, PersonId } from '../kernel/index.ts';
import { languages } from '../kernel/index.ts';
import {
  boolean,
  choice,
  countedDate,
  date,
  defineList,
  id,
  moment,
  optional,
  text,
  type RecordIn,
} from '../sharepoint/index.ts';

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
    absentTo: optional(date('Leave, last day')),
    standInId: optional(id<PersonId>('Who has the shared work while the person is away')),
    earlierFrom: optional(countedDate('Leave before it, first day')),
    earlierTo: optional(countedDate('Leave before it, last day')),
    absenceBy: optional(id<PersonId>('Who recorded the leave, or its end')),
    absenceAt: optional(moment('When it was recorded')),
    movedOn: optional(date('Day of the latest change of centre')),
    movedFrom: optional(id<CentreId>('Centre before the latest change')),
    teams: boolean('Has a Teams licence, so that the bot can reach the person'),
    language: choice(languages, 'Language of cards and tab'),
  },
});
export type Person = RecordIn<typeof People>;
