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

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const planners = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Who has the programme: each sees of it what is theirs. */
export const programmeReaders = riskReaders;
export const mayPlan = (actor: Actor): boolean => holds(actor, ...planners);

/** Works there, or answers for it. */
export const isOfUnit = (context: Context, personId: PersonId, centreId: CentreId): boolean =>
  findPerson(context, personId)?.centreId === centreId || holdsRoleAt(context, personId, centreId);

type Visit = Pick<Inspection, 'key' | 'centreId' | 'inspectorId' | 'state'>;

/** What the inspector owes is handed over under these. */
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

/** The inspector, whoever has taken over, and the team: never somebody of the unit itself (R16). */
export const mayInspect = (context: Context, actor: Actor, visit: Visit): boolean =>
  !isOfUnit(context, actor.personId, visit.centreId) &&
  (visit.inspectorId === actor.personId ||
    mayPlan(actor) ||
    assignedTo(context, namedToInspect(visit), reportKey(visit.key)) === actor.personId);

export const leadsUnit = (actor: Actor, centreId: CentreId): boolean =>
  holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** The unit's ISK and manager, and whom the question was handed over to: what is found is not for the latter. */
export const mayAnswer = (context: Context, actor: Actor, visit: Visit): boolean =>
  visit.state === 'planned' &&
  (leadsUnit(actor, visit.centreId) ||
    assignedTo(context, namedToAnswer(visit), answerKey(visit.key)) === actor.personId);

export const mayReadInspection = (context: Context, actor: Actor, visit: Visit): boolean =>
  maySeeWhole(actor) ||
  mayInspect(context, actor, visit) ||
  leadsUnit(actor, visit.centreId) ||
  mayAnswer(context, actor, visit);
/** How many accidents there were is told to those who have them. */
export const seesIncidents = mayPlan;
