import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { decidesNow, shownVersion } from '../../documents/index.ts';
import { holds, type Actor } from '../../kernel/index.ts';
import { mayReadPlan, mayWritePlan, needsPlan } from '../permissions.ts';
import type { ContingencyPlan, PlanNow, PlanVersionNow } from './plan-lists.ts';
import { knownPartsOf } from './plan-people.ts';

/** Whether the actor writes a plan. From memory. */
export const writesPlan = (
  context: Context,
  actor: Actor,
  plan: Pick<ContingencyPlan, 'kind' | 'centreId' | 'assetKey'>,
): boolean => mayWritePlan(actor, plan, findAsset(context, plan.assetKey));

/** Drafts, and versions in approval or superseded: for writers and those who see everything. */
export const readsEveryVersion = (context: Context, actor: Actor, plan: ContingencyPlan): boolean =>
  holds(actor, 'ciso', 'securityTeam', 'securityCommittee', 'auditor') || writesPlan(context, actor, plan);

/** Whether the actor is an approver now, also as a deputy: approvers may read. */
const decides = (context: Context, actor: Actor, { coming, current }: PlanNow): boolean =>
  [coming, current].some((version) => decidesNow(context, actor, version));

/** The centres whose people use it; a restore plan without centres is for its editors. */
const centresToRead = ({ kind, centreId }: ContingencyPlan, { version }: PlanVersionNow): readonly string[] =>
  kind === 'restorePlan' && version.centreIds.length === 0 ? [centreId ?? ''] : version.centreIds;

const readersOf = (plan: ContingencyPlan, version: PlanVersionNow) => ({
  centreIds: centresToRead(plan, version),
  named: knownPartsOf(version.version).map(({ personId }) => personId),
});

/** Whether the actor may see numbers of people in a plan. From memory. */
export const isToldPhones = (context: Context, actor: Actor, now: PlanNow): boolean => {
  const shown = shownVersion(now);
  return (
    readsComing(context, actor, now) ||
    (shown !== undefined && needsPlan(actor, readersOf(now.plan, shown), findAsset(context, now.plan.assetKey)))
  );
};

function readsCurrent(context: Context, actor: Actor, { plan, current }: PlanNow): boolean {
  if (!current || plan.retiredAt !== undefined) return false;
  return mayReadPlan(actor, readersOf(plan, current), findAsset(context, plan.assetKey));
}

/** Whether one in approval is shown. */
export const readsComing = (context: Context, actor: Actor, now: PlanNow): boolean =>
  readsEveryVersion(context, actor, now.plan) || decides(context, actor, now);

/**
 * Whether the actor may read a plan: the version in force for all who may need it, every version for its writers and
 * approvers, the team, the committee and auditors. From memory.
 */
export const canReadPlan = (context: Context, actor: Actor, now: PlanNow): boolean =>
  readsCurrent(context, actor, now) || readsComing(context, actor, now);

/** The version of a plan shown to the actor: in force before in approval before superseded. */
export function shownTo(context: Context, actor: Actor, now: PlanNow): PlanVersionNow | undefined {
  return now.current ?? (readsComing(context, actor, now) ? shownVersion(now) : undefined);
}

/** Whether the actor may read a version of a plan, as on its page: in force, or in approval. From memory. */
export const readsPlanVersion = (context: Context, actor: Actor, now: PlanNow, versionKey: string): boolean =>
  canReadPlan(context, actor, now) &&
  (shownTo(context, actor, now)?.version.key === versionKey ||
    (now.coming?.version.key === versionKey && readsComing(context, actor, now)));
