import type { StagePlan } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { holdsFor, type Actor } from '../kernel/index.ts';
import { areaOf } from './areas.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';

const days = { manager: 7, team: 7, committee: 14 };

const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: days.committee };
const team: StagePlan = { body: 'securityTeam', rule: 'one', days: days.team };
const manager = ({ centreId }: Procedure): StagePlan => ({
  body: 'centreManager',
  rule: 'one',
  days: days.manager,
  ...(centreId === undefined ? {} : { centreId }),
});

type About = Pick<ProcedureVersion, 'areaKey' | 'areaTitle'>;
const decider = (context: Context, version: About): StagePlan =>
  areaOf(context, 'da', version).decidedBy === 'securityTeam' ? team : committee;

const isManager = (actor: Actor, { centreId }: Procedure): boolean => holdsFor(actor, centreId, 'centreManager');

/**
 * Approvers of a version, in order (R12, R15, R16): the centre's manager, unless the submitter, then the area's
 * committee or team. A guideline is the committee's.
 */
export function wayOf(context: Context, actor: Actor, procedure: Procedure, version: About): StagePlan[] {
  if (procedure.kind === 'guideline') return [committee];
  const last = decider(context, version);
  return isManager(actor, procedure) ? [last] : [manager(procedure), last];
}

/** Approver of a renewal: the centre's manager, or the area's approver when the manager requests it. */
export function renewalWayOf(context: Context, actor: Actor, procedure: Procedure, version: About): StagePlan[] {
  if (procedure.kind === 'guideline') return [committee];
  return [isManager(actor, procedure) ? decider(context, version) : manager(procedure)];
}
