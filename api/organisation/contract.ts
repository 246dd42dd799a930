import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, id, idOrNone } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';

const role = z.enum(assignableRoles);
const localDate = z.iso.date();

export const heldRoleView = z.object({
  role,
  centre: centreRef.optional(),
  startsOn: localDate.optional(),
  endsOn: localDate.optional(),
});

export const obligationView = z.object({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  due: localDate,
  since: localDate,
  /** Negative when overdue. */
  daysLeft: z.number().int(),
  path: z.string(),
  state: z.enum(['open', 'done', 'paused']),
  /** Only this person can do it; never handed over. */
  personal: z.boolean(),
  /** As an employee, not in a role. */
  own: z.boolean(),
  /** Why it passed to this person from another. */
  passed: z
    .object({
      reason: z.enum(['handedOver', 'onLeave', 'left', 'vacant']),
      from: personRef.optional(),
      /** Note to the receiver of a hand-over. */
      note: z.string().optional(),
    })
    .optional(),
});
export type ObligationView = z.output<typeof obligationView>;

export const meView = z.object({
  person: personRef.extend({ language: z.enum(['da', 'en']), hiredOn: localDate.optional() }),
  organisation: z.string(),
  today: localDate,
  /** When cards caused now would be sent; absent in working hours: at once. */
  cardsAt: z.iso.datetime().optional(),
  roles: z.array(heldRoleView),
  /** The reader's present or future leave, and who recorded it if another person. */
  leave: z.object({ from: localDate, to: localDate, by: personRef.optional() }).optional(),
  centre: centreRef.optional(),
  /** The reader's ISKs (R16) and managers. Empty without appointment: the tab then says whom to ask. */
  coordinators: z.array(personRef.extend({ mail: z.string().optional() })),
  managers: z.array(personRef),
  obligations: z.array(obligationView),
  /** Card presses not carried out yet, as Microsoft 365 was unavailable: the button's verb, and when. */
  coming: z.array(z.object({ verb: z.string(), pressedAt: z.iso.datetime() })).optional(),
  abilities: z.object({
    seeCoverage: z.boolean(),
    publishPolicy: z.boolean(),
    assignRoles: z.boolean(),
    seeOperations: z.boolean(),
    seeRoles: z.boolean(),
    /** Writes for the whole organisation: CISO and security team. */
    keepAll: z.boolean(),
    /** Centres that the reader writes for, as manager or ISK. */
    keep: z.array(z.string()),
    seeWheel: z.boolean().optional(),
    seeCentres: z.boolean().optional(),
    /** Has, or may have, decisions to make. */
    seeApprovals: z.boolean().optional(),
    seeMeasures: z.boolean().optional(),
    seeFigures: z.boolean().optional(),
    seeRisks: z.boolean().optional(),
    /** Sees by name who lacks something; boards see numbers only. */
    seePeople: z.boolean().optional(),
    /** Owns systems or work processes. */
    ownAssets: z.boolean().optional(),
    /** Prepares what Byrådet is told (R11). */
    informCouncil: z.boolean().optional(),
    /** The reader's overview page, by the widest role held. */
    board: z.enum(['coordinator', 'centre', 'team', 'management']).optional(),
  }),
  freshness,
});
export type MeView = z.output<typeof meView>;

/** A deputy who has left acts for nobody. */
const deputyRef = personRef.extend({ left: z.boolean().optional() });

export const centreView = centreRef.extend({
  employees: z.number().int(),
  managers: z.array(personRef),
  coordinators: z.array(personRef),
});
export const bodyView = z.object({
  role,
  members: z.array(
    personRef.extend({
      /** Absent, like the first day, for roles held by an Entra group. */
      assignmentKey: z.string().optional(),
      chair: z.boolean(),
      /** Who acts during the member's leave. */
      deputy: deputyRef.optional(),
      /** The reader may set the member's deputy. */
      nameDeputy: z.boolean().optional(),
      startsOn: localDate.optional(),
      endsOn: localDate.optional(),
      byGroup: z.boolean(),
    }),
  ),
});
export const organisationView = z.object({
  name: z.string(),
  employees: z.number().int(),
  /** People without a mapped centre; for those who can correct it. */
  withoutCentre: z.number().int(),
  bodies: z.array(bodyView),
  centres: z.array(centreView),
  abilities: z.object({ assignRoles: z.boolean(), seeWithoutCentre: z.boolean() }),
  freshness,
});
export type OrganisationView = z.output<typeof organisationView>;

export const assignmentView = z.object({
  key: z.string(),
  person: personRef,
  role,
  centre: centreRef.optional(),
  chair: z.boolean(),
  /** Who acts during the person's leave. */
  deputy: deputyRef.optional(),
  startsOn: localDate,
  endsOn: localDate.optional(),
  /** `left`: not ended, but its holder has left, and nobody has the role by it. */
  state: z.enum(['future', 'current', 'left', 'ended']),
  /** It was withdrawn before it began. */
  withdrawn: z.boolean(),
  /** By a decision of Direktionen. */
  decided: z.boolean(),
  abilities: z.object({ end: z.boolean(), withdraw: z.boolean(), nameDeputy: z.boolean().optional() }),
});
export type AssignmentView = z.output<typeof assignmentView>;

const assignRoleBody = z.object({
  personId: id,
  role,
  centreId: idOrNone.optional(),
  chair: z.boolean().default(false),
  startsOn: day(),
  endsOn: day().optional(),
});
const endRoleBody = z.object({ endsOn: day() });
/** Without a person the deputy is removed. */
const deputyBody = z.object({ personId: id.optional() });

export const centreDetailView = z.object({
  centre: centreView,
  assignments: z.array(assignmentView),
  /** Only for those who may see its people (manager, ISK, team). */
  people: z.array(personRef.extend({ hiredOn: localDate.optional(), teams: z.boolean() })).optional(),
  freshness,
});
export type CentreDetailView = z.output<typeof centreDetailView>;

const withoutCentreView = z.object({
  departments: z.array(
    z.object({
      /** As the directory spells it; absent for people without one. */
      name: z.string().optional(),
      /** Has it by now: the people follow with the next sync. */
      centre: centreRef.optional(),
      employees: z.number().int(),
      /** The first of them by name. */
      people: z.array(personRef),
    }),
  ),
  /** To choose from. */
  centres: z.array(centreRef),
  abilities: z.object({ place: z.boolean() }),
  freshness,
});
export type WithoutCentreView = z.output<typeof withoutCentreView>;
const placeDepartmentBody = z.object({
  department: z.string().min(1).max(255),
  centreId: id,
  /** The centre that has it, as the sender knows it. */
  from: id.optional(),
});

/** Table of the organisation's endpoints. */
export const organisationContract = {
  'GET /api/me': { summary: 'Who I am, what I owe, and who is my ISK (R7, R16)', answer: meView },
  'GET /api/organisation': {
    summary: 'Bodies, centres, managers and ISKs (R11)',
    answer: organisationView,
    cache: 'revalidate',
  },
  'GET /api/organisation/centres/:centreId': { summary: 'One centre', answer: centreDetailView },
  'GET /api/organisation/without-centre': {
    summary: 'Employees whom no centre follows up, by department',
    answer: withoutCentreView,
  },
  'GET /api/organisation/without-centre.xlsx': {
    summary: 'The same as a workbook, with every name; of a search those whose department, centre or own name has it',
    query: z.object({ q: z.string().max(100).optional() }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'PUT /api/organisation/departments': {
    summary: 'Give a department of the directory to a centre',
    body: placeDepartmentBody,
    answer: withoutCentreView,
  },
  'GET /api/organisation/assignments': {
    summary: 'Role assignments, with those to come and those ended',
    answer: z.object({ assignments: z.array(assignmentView), freshness }),
  },
  'POST /api/organisation/assignments': {
    summary: 'Appoint a person to a role',
    body: assignRoleBody,
    answer: assignmentView,
  },
  'POST /api/organisation/assignments/:key/end': {
    summary: 'Set the last day of an appointment; one before its first withdraws it',
    body: endRoleBody,
    answer: assignmentView,
  },
  'POST /api/organisation/assignments/:key/deputy': {
    summary: 'Name who acts while the holder is on leave, or nobody (R10, R12)',
    body: deputyBody,
    answer: assignmentView,
  },
  'GET /api/people': {
    summary: 'Find people by part of a name, å/aa tolerant; at most 20',
    query: z.object({ q: z.string().min(2).max(100) }),
    answer: z.object({ people: z.array(personRef) }),
  },
} satisfies Endpoints;
