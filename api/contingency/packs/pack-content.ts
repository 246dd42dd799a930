import { Assets, findAsset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices, vitalAssets } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { digest, todayOf, type CentreId } from '../../kernel/index.ts';
import { Centres, centres, People } from '../../organisation/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plan-lists.ts';
import { phoneToCall } from '../plans/phones.ts';
import { plansByAsset, planForCentre, type PlanNow, type PlanVersionNow } from '../plans/plans.ts';
import { centresUsing } from '../users.ts';

/** A plan with its version in force. */
export interface PackedPlan {
  now: PlanNow;
  version: PlanVersionNow;
}

/** A person whom a plan in the pack names without a number, and the directory's. */
export type DirectoryNumber = readonly [personId: string, phone: string];

/** What a centre's pack holds today. */
export interface PackContent {
  plans: readonly PackedPlan[];
  /** SHA-256 over the centre, the versions and the directory's numbers in them: changes exactly when one of these does. */
  contentHash: string;
}

/** The hash of a pack with these versions, in whatever order, and the directory's numbers where plans have none. Pure. */
export const contentHashFor = (
  centreId: CentreId,
  versionKeys: readonly string[],
  numbers: readonly DirectoryNumber[] = [],
): string => {
  const called = numbers.map((number) => JSON.stringify(number)).toSorted();
  return digest(JSON.stringify([centreId, ...versionKeys.toSorted(), ...(called.length === 0 ? [] : [called])]));
};

/** The systems that a centre may need a plan for: the vital ones it works with, and those of plans that name it. */
function systemsOf(context: Context, centreId: CentreId): Set<string> {
  const using = centresUsing(context);
  const vital = vitalAssets(context).filter(({ key }) => using(key).has(centreId));
  const named = [...plansByAsset(context)]
    .filter(([, plans]) => plans.some(({ current }) => current?.version.centreIds.includes(centreId) === true))
    .filter(([assetKey]) => findAsset(context, assetKey)?.state !== 'retired');
  return new Set([...vital.map(({ key }) => key), ...named.map(([assetKey]) => assetKey)]);
}

function plansFor(context: Context, centreId: CentreId): PackedPlan[] {
  return [...systemsOf(context, centreId)].flatMap((assetKey): PackedPlan[] => {
    const now = planForCentre(context, assetKey, centreId);
    return now?.current ? [{ now, version: now.current }] : [];
  });
}

const numbersIn = (context: Context, { version }: PackedPlan): DirectoryNumber[] =>
  version.version.content.contacts.flatMap((contact): DirectoryNumber[] => {
    const { phone, fromDirectory } = phoneToCall(context, contact);
    return fromDirectory && contact.personId !== undefined ? [[contact.personId, phone]] : [];
  });

const packSources = [
  ...[Centres, Assets, CriticalServices, AssetRecovery, ContinuitySettingsList],
  ...[ContingencyPlans, ContingencyPlanVersions, ApprovalRequests],
];

/** The plans in force of each open centre; centres without one are not there. */
const packedPlans = derivation(
  packSources,
  (context): ReadonlyMap<CentreId, readonly PackedPlan[]> => {
    const found = new Map<CentreId, readonly PackedPlan[]>();
    for (const { key, closed } of centres(context)) {
      const centreId = key as CentreId;
      const plans = closed ? [] : plansFor(context, centreId);
      if (plans.length > 0) found.set(centreId, plans);
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** What each open centre's pack would hold today; centres without a plan in force are not there. From memory. */
export const packContents = derivation(
  [...packSources, People],
  (context): ReadonlyMap<CentreId, PackContent> => {
    // Many centres have the same plan.
    const known = new Map<string, DirectoryNumber[]>();
    const numbersOf = (plan: PackedPlan): DirectoryNumber[] => {
      const { key } = plan.version.version;
      const found = known.get(key) ?? numbersIn(context, plan);
      known.set(key, found);
      return found;
    };
    return new Map(
      [...packedPlans(context)].map(([centreId, plans]) => {
        const keys = plans.map(({ version }) => version.version.key);
        return [centreId, { plans, contentHash: contentHashFor(centreId, keys, plans.flatMap(numbersOf)) }];
      }),
    );
  },
  (context) => todayOf(context.clock),
);

/** What a centre's pack would hold today; undefined when it has no plan in force. From memory. */
export const packContentOf = (context: Context, centreId: CentreId): PackContent | undefined =>
  packContents(context).get(centreId);
