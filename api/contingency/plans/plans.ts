import type { Context } from '../../context.ts';
import { isVital } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { documentKind, shownVersion } from '../../documents/index.ts';
import { conflict, forbidden, missing, todayOf, type CentreId } from '../../kernel/index.ts';
import { isAssetInUse, requireComplete } from './lacks.ts';
import { canReadPlan, readsEveryVersion, writesPlan } from './plan-access.ts';
import { contentOf } from './plan-content.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  type ContingencyPlan,
  type PlanNow,
  type PlanVersionNow,
} from './plan-lists.ts';
import { leftPeople } from './plan-people.ts';
import { planRenewalWay, planWay, senderOf } from './plan-way.ts';

/** Page to create a plan: the dialog opens with kind, system and centre filled in. */
export const beginPlanPath = (kind: ContingencyPlan['kind'], assetKey: string, centreId?: CentreId): string =>
  `/contingency/plans?${new URLSearchParams({ begin: kind, asset: assetKey, ...(centreId ? { centre: centreId } : {}) })}`;

/** Emergency procedures and restore plans as documents (R5, R12, R15). */
export const plans = documentKind({
  name: 'plan',
  documents: ContingencyPlans,
  versions: ContingencyPlanVersions,
  documentKey: ({ planKey }) => planKey,
  subjectKind: 'contingencyPlan',
  path: (planKey) => `/contingency/plans/${encodeURIComponent(planKey)}`,
  refusals: {
    noSuch: (became) => missing('contingency.noSuchPlan', became),
    noSuchVersion: () => missing('contingency.noSuchVersion'),
    mayNotWrite: () => forbidden('contingency.mayNotWritePlan'),
    retired: () => conflict('contingency.planRetired'),
    noDraft: () => conflict('contingency.noDraft'),
    discarded: () => conflict('contingency.draftDiscarded'),
    changedMeanwhile: () => conflict('contingency.changedMeanwhile'),
    waiting: () => conflict('contingency.planWaiting'),
    notInForce: () => conflict('contingency.notInForce'),
    fileChanged: () => conflict('contingency.fileChanged'),
  },
  acts: {
    begin: 'beginPlan',
    discard: 'discardPlan',
    publish: 'publishPlan',
    renew: 'renewPlan',
    retire: 'retirePlan',
  },
  details: ({ kind, assetKey, centreId }) => ({ kind, assetKey, centreId: centreId ?? null }),
  mayReadEveryVersion: readsEveryVersion,
  mayWrite: writesPlan,
  mayRead: canReadPlan,
  content: contentOf,
  requireComplete,
  requireRenewable: (context, plan, { content }) => {
    if (!isAssetInUse(context, plan)) throw conflict('contingency.assetRetired');
    // It names a leaver, so it cannot be renewed as is.
    if (leftPeople(context, content).length > 0) throw conflict('contingency.peopleHaveLeft');
  },
  stages: (context, actor, plan) => planWay(plan, isVital(context, plan.assetKey), senderOf(actor, plan)),
  renewalStages: (context, actor, plan) => planRenewalWay(plan, isVital(context, plan.assetKey), senderOf(actor, plan)),
  notCarriedOver: { summary: '', document: undefined },
});

export const {
  all: allPlans,
  find: findPlan,
  orThrow: planOrThrow,
  findVersion: findPlanVersion,
  ended: endedPlanVersions,
  continueActs: continuePlanActs,
  path: planPath,
  subjectKind: planSubjectKind,
  submit: submitPlan,
  renew: renewPlan,
  retire: retirePlan,
} = plans;

/** Plans that are not retired, by asset. */
export const plansByAsset = derivation(
  plans.lists,
  (context): ReadonlyMap<string, readonly PlanNow[]> => {
    const found = new Map<string, PlanNow[]>();
    for (const now of allPlans(context).values()) {
      if (now.plan.retiredAt !== undefined) continue;
      const known = found.get(now.plan.assetKey);
      if (known) known.push(now);
      else found.set(now.plan.assetKey, [now]);
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** Whether a version is for a centre: named in it, or for all that use the system. */
export const isForCentre = ({ version }: PlanVersionNow, centreId: CentreId): boolean =>
  version.centreIds.length === 0 || version.centreIds.includes(centreId);

/**
 * A centre's emergency procedure for a system: in force before in approval, the centre's own before a shared one.
 * Undefined if none. From memory.
 */
export function planForCentre(context: Context, assetKey: string, centreId: CentreId): PlanNow | undefined {
  const candidates = (plansByAsset(context).get(assetKey) ?? []).filter((now) => {
    const shown = shownVersion(now);
    return now.plan.kind === 'emergencyProcedure' && shown !== undefined && isForCentre(shown, centreId);
  });
  return candidates.sort((one, other) => rank(one, centreId) - rank(other, centreId))[0];
}
const rank = ({ current, plan }: PlanNow, centreId: CentreId): number =>
  (current ? 0 : 2) + (plan.centreId === centreId ? 0 : 1);

/** A system's restore plan: in force before in approval. From memory. */
export const restorePlanOf = (context: Context, assetKey: string): PlanNow | undefined =>
  (plansByAsset(context).get(assetKey) ?? [])
    .filter(({ plan }) => plan.kind === 'restorePlan')
    .sort((one, other) => Number(one.current === undefined) - Number(other.current === undefined))[0];
