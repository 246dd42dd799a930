import { Assets, findAsset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices, vitalAssets } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { digest, todayOf, type CentreId } from '../../kernel/index.ts';
import { Centres, centres, People } from '../../organisation/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { directoryPhone, phoneToCall } from '../plans/phones.ts';
import type { PackedPlan } from '../documents/pack-paper.ts';
import { plansByAsset, planForCentre } from '../plans/plans.ts';
import { centresUsing } from '../users.ts';

/** A person named without a number by a plan in the pack, and the directory's. */
export type DirectoryNumber = readonly [personId: string, phone: string];

/** A centre's current pack content. */
export interface PackContent {
  plans: readonly PackedPlan[];
  /** Keys of vital systems and processes of the centre without a plan in force for it, sorted. */
  withoutPlan: readonly string[];
  /**
   * SHA-256 over the centre, the versions with their forms, systems without a plan, and the directory's numbers:
   * changes exactly when one of these does.
   */
  contentHash: string;
}

interface Hashed {
  versionKeys: readonly string[];
  /** The directory's, for plans without. */
  numbers?: readonly DirectoryNumber[];
  /** Hashes of the forms. */
  forms?: readonly string[];
  withoutPlan?: readonly string[];
}

/** The hash of a pack's content, in any order. Pure. */
export const contentHashFor = (
  centreId: CentreId,
  { versionKeys, numbers = [], forms = [], withoutPlan = [] }: Hashed,
): string => {
  const called = numbers.map((number) => JSON.stringify(number)).toSorted();
  const more = [forms.map((hash) => `form ${hash}`).toSorted(), withoutPlan.map((key) => `without ${key}`).toSorted()];
  const parts = [called, ...more].filter((part) => part.length > 0);
  return digest(JSON.stringify([centreId, ...versionKeys.toSorted(), ...parts]));
};

/** Systems a centre may need a plan for: its vital ones, and those of plans that name it. */
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

/** Vital ones in use by the centre without a plan in force for it. */
const withoutPlanIn = (context: Context, centreId: CentreId): string[] =>
  vitalAssets(context)
    .filter(({ key, state }) => state === 'inUse' && centresUsing(context)(key).has(centreId))
    .filter(({ key }) => planForCentre(context, key, centreId)?.current === undefined)
    .map(({ key }) => key)
    .sort();

/** Contacts: their owners, by the directory's numbers. */
const ownersCalled = (context: Context, assetKeys: readonly string[]): DirectoryNumber[] =>
  assetKeys.flatMap((key): DirectoryNumber[] => {
    const ownerId = findAsset(context, key)?.ownerId;
    const phone = directoryPhone(context, ownerId);
    return ownerId === undefined || phone === undefined ? [] : [[ownerId, phone]];
  });

const packSources = [
  Centres,
  Assets,
  CriticalServices,
  AssetRecovery,
  ContinuitySettingsList,
  ContingencyPlans,
  ContingencyPlanVersions,
  ApprovalRequests,
];

interface Packed {
  plans: readonly PackedPlan[];
  withoutPlan: readonly string[];
}

/** The plans in force of each open centre, and systems without; centres with neither are absent. */
const packedPlans = derivation(
  packSources,
  (context): ReadonlyMap<CentreId, Packed> => {
    const found = new Map<CentreId, Packed>();
    for (const { key, closed } of centres(context)) {
      const centreId = key as CentreId;
      if (closed) continue;
      const plans = plansFor(context, centreId);
      const withoutPlan = withoutPlanIn(context, centreId);
      if (plans.length + withoutPlan.length > 0) found.set(centreId, { plans, withoutPlan });
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** Current pack content of each open centre; centres without content are absent. From memory. */
export const packContents = derivation(
  [...packSources, People],
  (context): ReadonlyMap<CentreId, PackContent> => {
    // Many centres share plans.
    const known = new Map<string, DirectoryNumber[]>();
    const numbersOf = (plan: PackedPlan): DirectoryNumber[] => {
      const { key } = plan.version.version;
      const found = known.get(key) ?? numbersIn(context, plan);
      known.set(key, found);
      return found;
    };
    return new Map(
      [...packedPlans(context)].map(([centreId, { plans, withoutPlan }]) => {
        const contentHash = contentHashFor(centreId, {
          versionKeys: plans.map(({ version }) => version.version.key),
          withoutPlan,
          numbers: [...plans.flatMap(numbersOf), ...ownersCalled(context, withoutPlan)],
          forms: plans.flatMap(({ version }) => version.version.forms.map(({ file }) => file.hash)),
        });
        return [centreId, { plans, withoutPlan, contentHash }];
      }),
    );
  },
  (context) => todayOf(context.clock),
);

/** Current content of a centre's pack; undefined when empty. From memory. */
export const packContentOf = (context: Context, centreId: CentreId): PackContent | undefined =>
  packContents(context).get(centreId);
