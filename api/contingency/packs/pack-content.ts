import { Assets, findAsset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices, vitalAssets } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { digest, todayOf, type CentreId } from '../../kernel/index.ts';
import { Centres, centres } from '../../organisation/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plan-lists.ts';
import { plansByAsset, planForCentre, type PlanNow, type PlanVersionNow } from '../plans/plans.ts';
import { centresUsing } from '../users.ts';

/** A plan with its version in force. */
export interface PackedPlan {
  now: PlanNow;
  version: PlanVersionNow;
}

/** What a centre's pack holds today. */
export interface PackContent {
  plans: readonly PackedPlan[];
  /** SHA-256 over the centre and the versions: changes exactly when a plan in it does. */
  contentHash: string;
}

/** The hash of a pack with these versions, in whatever order. Pure. */
export const contentHashFor = (centreId: CentreId, versionKeys: readonly string[]): string =>
  digest(JSON.stringify([centreId, ...versionKeys.toSorted()]));

/** The systems that a centre may need a plan for: the vital ones it works with, and those of plans that name it. */
function systemsOf(context: Context, centreId: CentreId): Set<string> {
  const using = centresUsing(context);
  const vital = vitalAssets(context).filter(({ key }) => using(key).has(centreId));
  const named = [...plansByAsset(context)]
    .filter(([, plans]) => plans.some(({ current }) => current?.version.centreIds.includes(centreId) === true))
    .filter(([assetKey]) => findAsset(context, assetKey)?.state !== 'retired');
  return new Set([...vital.map(({ key }) => key), ...named.map(([assetKey]) => assetKey)]);
}

function contentFor(context: Context, centreId: CentreId): PackContent | undefined {
  const plans = [...systemsOf(context, centreId)].flatMap((assetKey): PackedPlan[] => {
    const now = planForCentre(context, assetKey, centreId);
    return now?.current ? [{ now, version: now.current }] : [];
  });
  if (plans.length === 0) return undefined;
  const keys = plans.map(({ version }) => version.version.key);
  return { plans, contentHash: contentHashFor(centreId, keys) };
}

/** What each open centre's pack would hold today; centres without a plan in force are not there. From memory. */
export const packContents = derivation(
  [
    ...[Centres, Assets, CriticalServices, AssetRecovery, ContinuitySettingsList],
    ...[ContingencyPlans, ContingencyPlanVersions, ApprovalRequests],
  ],
  (context): ReadonlyMap<CentreId, PackContent> => {
    const found = new Map<CentreId, PackContent>();
    for (const { key, closed } of centres(context)) {
      const centreId = key as CentreId;
      const content = closed ? undefined : contentFor(context, centreId);
      if (content) found.set(centreId, content);
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** What a centre's pack would hold today; undefined when it has no plan in force. From memory. */
export const packContentOf = (context: Context, centreId: CentreId): PackContent | undefined =>
  packContents(context).get(centreId);
