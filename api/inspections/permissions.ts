import { maySeeWhole, riskReaders } from '../assets/index.ts';
import type { Context } from '../context.ts';
import {
  holds,
  holdsFor,
  stableKey,
  todayOf,
  type Actor,
  type CentreId,
  type PersonId,
  type Responsible,
  type Role,
} from '../kernel/index.ts';
import { responsibleFor } from '../obligations/index.ts';
import { findPerson, holdsRoleAt } from '../organisation/index.ts';
import type { Inspection } from './inspection-lists.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const planners = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Readers of the programme: each sees their part. */
export const programmeReaders = riskReaders;
export const mayPlan = (actor: Actor): boolean => holds(actor, ...planners);

/** Works there, or manages it. */
export const isOfUnit = (context: Context, personId: PersonId, centreId: CentreId): boolean =>
  findPerson(context, personId)?.centreId === centreId || holdsRoleAt(context, personId, centreId);

type Visit = Pick<Inspection, 'key' | 'centreId' | 'inspectorId' | 'state'>;

/** Keys of the inspector's work, for hand-overs. */
export const reportKey = (inspectionKey: string): string => stableKey('reportInspection', inspectionKey);
export const answerKey = (inspectionKey: string): string => stableKey('answerInspection', inspectionKey);
export const namedToInspect = ({ inspectorId }: Pick<Visit, 'inspectorId'>): Responsible => ({
  personId: inspectorId,
  role: 'securityTeam',
});
export const namedToAnswer = ({ centreId }: Pick<Visit, 'centreId'>): Responsible => ({
  role: 'coordinator',
  centreId,
});

const assignedTo = (context: Context, named: Responsible, key: string): PersonId | undefined =>
  responsibleFor(context, named, todayOf(context.clock), key)?.personId;

/** The inspector, their substitute, and the team: never people of the unit (R16). */
export const mayInspect = (context: Context, actor: Actor, visit: Visit): boolean =>
  !isOfUnit(context, actor.personId, visit.centreId) &&
  (visit.inspectorId === actor.personId ||
    mayPlan(actor) ||
    assignedTo(context, namedToInspect(visit), reportKey(visit.key)) === actor.personId);

export const leadsUnit = (actor: Actor, centreId: CentreId): boolean =>
  holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** The unit's ISK and manager, and receivers of a hand-over, who do not see findings. */
export const isToAnswer = (context: Context, actor: Actor, visit: Visit): boolean =>
  leadsUnit(actor, visit.centreId) ||
  assignedTo(context, namedToAnswer(visit), answerKey(visit.key)) === actor.personId;
export const mayAnswer = (context: Context, actor: Actor, visit: Visit): boolean =>
  visit.state === 'planned' && isToAnswer(context, actor, visit);

export const mayReadInspection = (context: Context, actor: Actor, visit: Visit): boolean =>
  maySeeWhole(actor) ||
  mayInspect(context, actor, visit) ||
  leadsUnit(actor, visit.centreId) ||
  mayAnswer(context, actor, visit);
/** Numbers of accidents are for their readers. */
export const seesIncidents = mayPlan;
