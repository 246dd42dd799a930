import { ApprovalRequests, paperNow, type PaperNow, type VersionNow } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { missing, todayOf, type CentreId, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  type ContingencyPlan,
  type ContingencyPlanVersion,
} from './plan-lists.ts';

/** Stands in `ApprovalRequests.subjectKind`; its `subjectKey` is the version's key. */
export const planSubjectKind = 'contingencyPlan';
/** A plan is with those who decide once at a time, whichever version of it (`oneAtATime`). */
export const planTurn = (planKey: string): string => `plan ${planKey}`;
export const planPath = (planKey: string): string => `/contingency/plans/${encodeURIComponent(planKey)}`;
/** Where a plan is begun: the dialog opens with the kind, the system and the centre filled in. */
export const beginPlanPath = (kind: ContingencyPlan['kind'], assetKey: string, centreId?: CentreId): string =>
  `/contingency/plans?${new URLSearchParams({ begin: kind, asset: assetKey, ...(centreId ? { centre: centreId } : {}) })}`;

/** A version with where it stands today. */
export type PlanVersionNow = VersionNow<Stored<ContingencyPlanVersion>>;

/** A plan as it is today. */
export interface PlanNow extends PaperNow<Stored<ContingencyPlanVersion>> {
  plan: Stored<ContingencyPlan>;
}

const versionsByPlan = derivation([ContingencyPlanVersions], (context) => {
  const found = new Map<string, Stored<ContingencyPlanVersion>[]>();
  for (const version of context.list(ContingencyPlanVersions).all()) {
    const known = found.get(version.planKey);
    if (known) known.push(version);
    else found.set(version.planKey, [version]);
  }
  for (const versions of found.values()) versions.sort((one, other) => other.number - one.number);
  return found;
});

/** Every version ever begun, newest first, discarded drafts too: for the next number. */
export const everyVersionOf = (context: Context, planKey: string): readonly Stored<ContingencyPlanVersion>[] =>
  versionsByPlan(context).get(planKey) ?? [];

const planNow = (context: Context, plan: Stored<ContingencyPlan>, today: LocalDate): PlanNow => ({
  plan,
  ...paperNow(context, planSubjectKind, {
    written: everyVersionOf(context, plan.key),
    retired: plan.retiredAt !== undefined,
    today,
  }),
});

/** Every plan with a version that nobody has discarded, by key. From memory. */
export const allPlans = derivation(
  [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests],
  (context): ReadonlyMap<string, PlanNow> => {
    const today = todayOf(context.clock);
    return new Map(
      context
        .list(ContingencyPlans)
        .all()
        .map((plan) => [plan.key, planNow(context, plan, today)] as const)
        .filter(([, { versions }]) => versions.length > 0),
    );
  },
  (context) => todayOf(context.clock),
);

export const findPlan = (context: Context, planKey: string): PlanNow | undefined => allPlans(context).get(planKey);

/** Throws AppError `missing`. */
export function planOrThrow(context: Context, planKey: string): PlanNow {
  const found = findPlan(context, planKey);
  if (!found) throw missing('contingency.noSuchPlan');
  return found;
}

/** A version with its plan; undefined for a discarded one. */
export function findPlanVersion(
  context: Context,
  versionKey: string,
): { now: PlanNow; version: PlanVersionNow } | undefined {
  const planKey = context.list(ContingencyPlanVersions).get(versionKey)?.planKey;
  const now = planKey === undefined ? undefined : findPlan(context, planKey);
  const version = now?.versions.find((one) => one.version.key === versionKey);
  return now && version && { now, version };
}

/** The version that a plan is shown by: the one in force, else the one on its way, else the last there was. */
export const shownVersionOf = ({ current, coming, versions }: PlanNow): PlanVersionNow | undefined =>
  current ?? coming ?? versions[0];

/** Plans that are not retired, by what they are about. */
export const plansByAsset = derivation(
  [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests],
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

/** Whether a version is for a centre: named in it, or it is for all that use the system. */
export const isForCentre = ({ version }: PlanVersionNow, centreId: CentreId): boolean =>
  version.centreIds.length === 0 || version.centreIds.includes(centreId);

/**
 * The emergency procedure that a centre goes by for a system: in force before on its way, the centre's own before a
 * shared one. Undefined when there is none. From memory.
 */
export function planForCentre(context: Context, assetKey: string, centreId: CentreId): PlanNow | undefined {
  const candidates = (plansByAsset(context).get(assetKey) ?? []).filter((now) => {
    const shown = shownVersionOf(now);
    return now.plan.kind === 'emergencyProcedure' && shown !== undefined && isForCentre(shown, centreId);
  });
  return candidates.sort((one, other) => rank(one, centreId) - rank(other, centreId))[0];
}
const rank = ({ current, plan }: PlanNow, centreId: CentreId): number =>
  (current ? 0 : 2) + (plan.centreId === centreId ? 0 : 1);

/** The restore plan of a system: in force before on its way. From memory. */
export const restorePlanOf = (context: Context, assetKey: string): PlanNow | undefined =>
  (plansByAsset(context).get(assetKey) ?? [])
    .filter(({ plan }) => plan.kind === 'restorePlan')
    .sort((one, other) => Number(one.current === undefined) - Number(other.current === undefined))[0];
