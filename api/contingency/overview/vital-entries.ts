import { ApprovalRequests } from '../../approvals/index.ts';
import { assetRefOf, Assets, findAsset, type Asset } from '../../assets/index.ts';
import {
  AssetRecovery,
  consolidation,
  ContinuitySettingsList,
  CriticalServices,
  vitalAssets,
  vitality,
} from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { addMonths, todayOf, type CentreId } from '../../kernel/index.ts';
import { Centres, centreRef, centres, fold, People } from '../../organisation/index.ts';
import { Assessments, AssessmentTriggers, assessmentStandingOf } from '../../risks/index.ts';
import type { GapView, systemGaps, VitalRow } from '../contract.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plan-lists.ts';
import { partsOf, hasLeft } from '../plans/plan-people.ts';
import { plansByAsset, type PlanNow, type PlanVersionNow } from '../plans/plans.ts';
import { ContingencyTests } from '../test-lists.ts';
import { lastTestOf, testingOf } from '../tests/tests.ts';
import { centresUsing } from '../users.ts';
import { figureViews } from './figure-views.ts';
import { gapsOf, type VitalFacts } from './gap-rules.ts';
import { planCover, stateOfPlan, testingTogether, type PlanFact } from './plan-facts.ts';

/** What of vital systems an overview is made of. */
export const overviewLists = [
  ...[Assets, CriticalServices, AssetRecovery, ContinuitySettingsList, ContingencyPlans, ContingencyPlanVersions],
  ...[ApprovalRequests, ContingencyTests, Assessments, AssessmentTriggers, People, Centres],
] as const;

/** A vital system with what it is found and ordered by. */
export interface VitalEntry {
  row: VitalRow;
  /** For the search. */
  folded: string;
  centreIds: ReadonlySet<string>;
  /** Place in a Danish phone book. */
  place: number;
}

const danish = new Intl.Collator('da', { numeric: true });
/** The place of each asset in a Danish phone book. */
const places = derivation([Assets], (context): ReadonlyMap<string, number> => {
  const sorted = [...context.list(Assets).all()].sort(
    (one, other) => danish.compare(one.title, other.title) || (one.key < other.key ? -1 : 1),
  );
  return new Map(sorted.map(({ key }, place) => [key, place]));
});

/** People of the directory who are named in a version, read once. */
const named = new WeakMap<PlanVersionNow['version'], readonly string[]>();
function namedIn(version: PlanVersionNow['version']): readonly string[] {
  const known = named.get(version) ?? partsOf(version.content).map(({ personId }) => personId);
  named.set(version, known);
  return known;
}

function planFact(context: Context, now: PlanNow): PlanFact {
  if (!now.current) return { now, left: false };
  const last = lastTestOf(context, now.plan.key);
  return {
    now,
    testing: testingOf(context, now),
    left: namedIn(now.current.version).some((personId) => hasLeft(context, personId)),
    ...(last ? { lastTestKey: last.key } : {}),
  };
}

/** The centres that use an asset, the owner first, then in the order of the centres. */
function centresOf(context: Context, asset: Asset): CentreId[] {
  const using = centresUsing(context)(asset.key);
  const known = centres(context).flatMap(({ key }) => (using.has(key as CentreId) ? [key as CentreId] : []));
  return known.sort((one, other) => Number(other === asset.centreId) - Number(one === asset.centreId));
}

/** What the rules look at, of an asset. From memory. */
function factsOf(context: Context, asset: Asset, used: readonly CentreId[]): VitalFacts {
  const facts = (plansByAsset(context).get(asset.key) ?? []).map((now) => planFact(context, now));
  const procedures = facts.filter(({ now }) => now.plan.kind === 'emergencyProcedure');
  const figures = consolidation(context).get(asset.key) ?? {};
  return {
    ...{ asset, figures, procedures },
    vital: vitality(context).get(asset.key) ?? { is: false },
    can: context.list(AssetRecovery).get(asset.key),
    restorePlans: facts.filter(({ now }) => now.plan.kind === 'restorePlan'),
    cover: planCover(procedures, used),
    testing: testingTogether(facts, figures.mtd?.hours, addMonths(todayOf(context.clock), -12)),
    assessment: assessmentStandingOf(context, asset.key),
  };
}

function restorePlanView(restorePlans: readonly PlanFact[]): NonNullable<VitalRow['restorePlan']> {
  const shown = restorePlans.find(({ now }) => now.current) ?? restorePlans[0];
  return { state: stateOfPlan(shown?.now), ...(shown ? { planKey: shown.now.plan.key } : {}) };
}

function vitalEntry(context: Context, asset: Asset, place: number): VitalEntry {
  const used = centresOf(context, asset);
  const facts = factsOf(context, asset, used);
  const { vital, restorePlans, cover, testing } = facts;
  return {
    row: {
      asset: assetRefOf(asset),
      basis: vital.basis ?? 'derived',
      centres: used.flatMap((id) => centreRef(context, id) ?? []),
      ...figureViews(context, asset.key),
      plan: cover.plan,
      ...(asset.kind === 'system' ? { restorePlan: restorePlanView(restorePlans) } : {}),
      ...(testing ? { testing } : {}),
      gaps: gapsOf(facts),
    },
    folded: fold(asset.title),
    centreIds: new Set<string>(used),
    place,
  };
}

/** Every vital system and work process as it stands today, by key. Computed again when a list changes, or the day. */
export const vitalEntries = derivation(
  overviewLists,
  (context): ReadonlyMap<string, VitalEntry> => {
    const placeOf = places(context);
    return new Map(
      vitalAssets(context).map((asset) => [asset.key, vitalEntry(context, asset, placeOf.get(asset.key) ?? 0)]),
    );
  },
  (context) => todayOf(context.clock),
);

/** The rows of all vital systems and work processes, in the order of the register (R4–R6). From memory. */
export const allVitalRows = (context: Context): VitalRow[] => [...vitalEntries(context).values()].map(({ row }) => row);

/** What is wrong with an asset, worst first; of one that is not vital only its figures (R4–R6). From memory. */
export function gapsOfAsset(context: Context, assetKey: string): GapView[] {
  const known = vitalEntries(context).get(assetKey);
  if (known) return known.row.gaps;
  const asset = findAsset(context, assetKey);
  return asset && asset.state !== 'retired' ? gapsOf(factsOf(context, asset, [])) : [];
}

export type SystemGap = (typeof systemGaps)[number];
