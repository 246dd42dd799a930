import { z } from 'zod';
import type { CentreId, PersonId } from '../kernel/index.ts';
import { assignableRoles } from '../kernel/index.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  id,
  json,
  moment,
  optional,
  text,
  type RecordIn,
  coded,
  instantIn,
  lastDate,
  lastDayIn,
} from '../sharepoint/index.ts';

/** The end that an appointment had when a decision ended it. */
const endedBefore = z.object({
  decisionKey: z.string().min(1),
  endsOn: lastDayIn,
  endedBy: (z.string().min(1) as unknown as z.ZodType<PersonId>).optional(),
  endedAt: instantIn.optional(),
});

/** Who holds which role from when to when. Ended assignments remain as history without effect. */
export const RoleAssignments = defineList('RoleAssignments', {
  describe: 'Appointments to roles with first and last day (R11).',
  columns: {
    title: text('Readable line: person and role'),
    personId: id<PersonId>('Person'),
    role: choice(assignableRoles, 'Role'),
    centreId: optional(id<CentreId>('Centre, for centre managers and coordinators')),
    startsOn: date('First day'),
    endsOn: lastDate('Last day, absent while in force'),
    chair: boolean('Chairs the body'),
    deputyId: optional(id<PersonId>('Who acts in the role while the person is on leave')),
    deputyBy: optional(id<PersonId>('Who recorded the deputy')),
    deputyAt: optional(moment('When the deputy was recorded')),
    decisionKey: optional(coded(text('Proposal that Direktionen decided; absent where somebody gave the role'))),
    appointedBy: optional(id<PersonId>('Who recorded the appointment')),
    appointedAt: optional(moment('When it was recorded')),
    endedBy: optional(id<PersonId>('Who recorded the last day')),
    endedAt: optional(moment('When the last day was recorded')),
    endedBefore: optional(
      json(z.array(endedBefore).min(1), 'Last days before decisions ended it, should these be withdrawn'),
    ),
  },
});
export type RoleAssignment = RecordIn<typeof RoleAssignments>;

/** Entra groups that give their members a role. */
export const RoleGroups = defineList('RoleGroups', {
  describe: 'Entra groups mapped to roles: members hold the role while they are members.',
  columns: {
    title: text('Group name'),
    groupId: id<string>('Entra object id of the group'),
    role: choice(assignableRoles, 'Role'),
    centreId: optional(id<CentreId>('Centre, for centre managers and coordinators')),
  },
});
export type RoleGroup = RecordIn<typeof RoleGroups>;
