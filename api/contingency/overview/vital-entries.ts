import { assetRefOf, Assets, findAsset, type Asset } from '../../assets/index.ts';
import {
  AssetRecovery,
  consolidation,
  ContinuitySettingsList,
  CriticalServices,
  vitalAssets,
  vitality,
  type Consolidated,
  type FigureName,
  type Vital,
} from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';
import { derivation, cachedByKey } from '../../derivation.ts';
import { addMonths, todayOf, type LocalDate } from '../../kernel/index.ts';
import { Centres, fold } from '../../organisation/index.ts';
import { Assessments, AssessmentTriggers, assessmentStatusOf } from '../../risks/index.ts';
import type { GapView, VitalRow } from '../contract.ts';
import { figureViews } from './figure-views.ts';
import { gapsOf, type Gap, type VitalFacts } from './gap-rules.ts';
import { knownPlans, planLists } from './known-plans.ts';
import { usersOf } from './known-users.ts';
import { planCover, stateOfPlan, testingTogether, type PlanCover, type PlanFact } from './plan-facts.ts';
import { compareDanish } from '../../texts/format.ts';

/** Lists of the overview of vital systems. */
export const overviewLists = [
  CriticalServices,
  AssetRecovery,
  ContinuitySettingsList,
  Assessments,
  AssessmentTriggers,
  Centres,
  ...planLists,
] as const;

/** A vital system with its search and sort keys; the deciders of figures are resolved on display. */
export interface VitalEntry {
  row: Omit<VitalRow, FigureName | 'gaps'> & { gaps: Gap[] };
  /** Hours. */
  hours: Readonly<Partial<Record<FigureName, number>>>;
  /** For the search. */
  folded: string;
  centreIds: ReadonlySet<string>;
  /** Position in Danish collation. */
  place: number;
}

/** Each asset's position in Danish collation, and its search key. */
const names = derivation([Assets], (context): ReadonlyMap<string, { place: number; folded: string }> => {
  const sorted = [...context.list(Assets).all()].sort(
    (one, other) => compareDanish(one.title, other.title) || (one.key < other.key ? -1 : 1),
  );
  return new Map(sorted.map(({ key, title }, place) => [key, { place, folded: fold(title) }]));
});

/** Assessment status of each vital asset. */
const assessments = derivation(
  [Assets, Assessments, AssessmentTriggers],
  (context): ((assetKey: string) => VitalFacts['assessment']) => {
    const known = new Map<string, VitalFacts['assessment']>();
    return (assetKey) => {
      const found = known.get(assetKey) ?? assessmentStatusOf(context, assetKey);
      known.set(assetKey, found);
      return found;
    };
  },
  (context) => todayOf(context.clock),
);

/** Procedure coverage of each asset's centres. */
const covers = derivation(
  [CriticalServices, Centres, ...planLists],
  (context): ((assetKey: string) => PlanCover) => {
    const known = new Map<string, PlanCover>();
    const [plans, users] = [knownPlans(context), usersOf(context)];
    return (assetKey) => {
      const found =
        known.get(assetKey) ?? planCover((plans.get(assetKey) ?? noPlans).filter(isProcedure), users(assetKey).ids);
      known.set(assetKey, found);
      return found;
    };
  },
  (context) => todayOf(context.clock),
);
const noPlans: readonly PlanFact[] = [];
const isProcedure = ({ now }: PlanFact): boolean => now.plan.kind === 'emergencyProcedure';

/** Lookups shared by all assets. */
function worldOf(context: Context) {
  return {
    plans: knownPlans(context),
    figures: consolidation(context),
    vital: vitality(context),
    coverOf: covers(context),
    users: usersOf(context),
    assessmentOf: assessments(context),
    names: names(context),
    recovery: context.list(AssetRecovery),
    yearAgo: addMonths(todayOf(context.clock), -12),
  };
}
type World = ReturnType<typeof worldOf>;

/** Everything known of an asset: the input of its facts. */
function knownOf(world: World, { key }: Asset) {
  return {
    plans: world.plans.get(key) ?? noPlans,
    cover: world.coverOf(key),
    users: world.users(key),
    vital: world.vital.get(key) ?? notVital,
    figures: world.figures.get(key) ?? noFigures,
    can: world.recovery.get(key),
    assessment: world.assessmentOf(key),
    name: world.names.get(key),
  };
}
type Known = ReturnType<typeof knownOf>;
const notVital: Vital = { is: false };
const noFigures: Consolidated = {};

/** The same, compared by part: figures and vitality are new objects after every change, mostly equal. */
const partsOf = (asset: Asset, known: Known, yearAgo: LocalDate): readonly unknown[] => [
  asset,
  known.plans,
  known.cover,
  known.users,
  known.can,
  known.assessment,
  yearAgo,
  known.name?.place,
  known.name?.folded,
  known.vital.is,
  known.vital.basis,
  known.vital.set,
  ...[known.figures.mtd, known.figures.rto, known.figures.rpo].flatMap((figure) => [
    figure?.hours,
    figure?.source.kind,
    figure?.source.key,
    figure?.from,
  ]),
];

function factsOf(world: World, asset: Asset, known = knownOf(world, asset)): VitalFacts {
  const { plans, figures, vital, can, cover, assessment } = known;
  return {
    asset,
    figures,
    vital,
    can,
    cover,
    assessment,
    procedures: plans.filter(isProcedure),
    restorePlans: plans.filter((plan) => !isProcedure(plan)),
    testing: testingTogether(plans, figures.mtd?.hours, world.yearAgo),
  };
}

function restorePlanView(restorePlans: readonly PlanFact[]): NonNullable<VitalRow['restorePlan']> {
  const shown = restorePlans.find(({ now }) => now.current) ?? restorePlans[0];
  return { state: stateOfPlan(shown?.now), ...(shown ? { planKey: shown.now.plan.key } : {}) };
}

function vitalEntry(world: World, asset: Asset, known: Known): VitalEntry {
  const facts = factsOf(world, asset, known);
  const { vital, figures, restorePlans, cover, testing } = facts;
  const { users, name: { place, folded } = { place: 0, folded: '' } } = known;
  const row: VitalEntry['row'] = {
    asset: assetRefOf(asset),
    basis: vital.basis ?? 'derived',
    centres: users.refs,
    plan: cover.plan,
    ...(asset.kind === 'system' ? { restorePlan: restorePlanView(restorePlans) } : {}),
    ...(testing ? { testing } : {}),
    gaps: gapsOf(facts),
  };
  return { row, folded, place, centreIds: users.has, hours: hoursOf(figures) };
}

function hoursOf({ mtd, rto, rpo }: Consolidated): VitalEntry['hours'] {
  return {
    ...(mtd ? { mtd: mtd.hours } : {}),
    ...(rto ? { rto: rto.hours } : {}),
    ...(rpo ? { rpo: rpo.hours } : {}),
  };
}

const cache = cachedByKey<VitalEntry>();
/** Every vital system and work process today, by key. Recomputed when a list changes, or the day. */
export const vitalEntries = derivation(
  overviewLists,
  (context): ReadonlyMap<string, VitalEntry> => {
    const world = worldOf(context);
    const entryOf = (asset: Asset): VitalEntry => {
      const known = knownOf(world, asset);
      return cache(context, asset.key, partsOf(asset, known, world.yearAgo), () => vitalEntry(world, asset, known));
    };
    return new Map(vitalAssets(context).map((asset) => [asset.key, entryOf(asset)]));
  },
  (context) => todayOf(context.clock),
);

/** A row for display. From memory. */
export const vitalRowOf = (context: Context, { row }: VitalEntry): VitalRow => ({
  ...row,
  ...figureViews(context)(row.asset.key),
});

/** The rows of all vital systems and work processes, in register order (R4–R6). From memory. */
export const allVitalRows = (context: Context): VitalRow[] =>
  [...vitalEntries(context).values()].map((entry) => vitalRowOf(context, entry));

/** Gaps of an asset, worst first; of one that is not vital only its figures (R4–R6). From memory. */
export function gapsOfAsset(context: Context, assetKey: string): GapView[] {
  const known = vitalEntries(context).get(assetKey);
  if (known) return known.row.gaps;
  const asset = findAsset(context, assetKey);
  return asset && asset.state !== 'retired' ? gapsOf(factsOf(worldOf(context), asset)) : [];
}
