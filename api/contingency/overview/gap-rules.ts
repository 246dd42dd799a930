import { assetPath, type Asset } from '../../assets/index.ts';
import {
  continuityPath,
  figureGapsOf,
  servicePath,
  type Consolidated,
  type FigureGap,
  type Recovery,
  type Vital,
} from '../../critical-services/index.ts';
import type { AssetStatus } from '../../assets/contract.ts';
import type { GapView, VitalRow } from '../contract.ts';
import type { Actor, CentreId } from '../../kernel/index.ts';
import { mayWritePlan, type OwnedPlan } from '../permissions.ts';
import { beginPlanPath, planPath } from '../plans/plans.ts';
import { planTestPath } from '../exercises/test-obligations.ts';
import { testPath } from '../exercises/tests.ts';
import type { planGaps } from '../vocabulary.ts';
import type { PlanCover, PlanFact } from './plan-facts.ts';

/** Input of the rules; built by hand in tests. */
export interface VitalFacts {
  asset: Pick<Asset, 'key' | 'kind' | 'ownerId'>;
  vital: Vital;
  figures: Consolidated;
  can: Pick<Recovery, 'promise' | 'backup' | 'redundancy'> | undefined;
  /** Emergency procedures and restore plans that are not retired. */
  procedures: readonly PlanFact[];
  restorePlans: readonly PlanFact[];
  cover: PlanCover;
  testing: VitalRow['testing'];
  assessment: AssetStatus['assessment'];
}
type PlanGap = (typeof planGaps)[number];

/** The page to fix a gap. `test`: of a test of this plan, for those who may read or plan it. */
interface Mend {
  path: string;
  test?: PlanFact['now']['plan'];
  /** The plan that is begun there. */
  begins?: OwnedPlan;
}
/**
 * A gap before it is shown: those who may not plan the test are led to the plan, those who may not begin it to the
 * system.
 */
export type Gap = GapView & {
  test?: Mend['test'] & { ownerId: Asset['ownerId'] };
  begins?: OwnedPlan & { asset: Pick<Asset, 'key' | 'ownerId'> };
};

/** A rule: when broken the page to fix it, else undefined. */
interface Rule {
  gap: PlanGap;
  mendAt(facts: VitalFacts): string | Mend | undefined;
}

const plansOf = ({ procedures, restorePlans }: VitalFacts) => [...procedures, ...restorePlans];
/** The page of the first plan that matches. */
const planWhere = (facts: VitalFacts, isSo: (plan: PlanFact) => boolean): string | undefined => {
  const found = plansOf(facts).find(isSo);
  return found && planPath(found.now.plan.key);
};
const testWhere = (facts: VitalFacts, isSo: (plan: PlanFact) => boolean): string | undefined => {
  const found = plansOf(facts).find(isSo);
  return found && (found.lastTestKey === undefined ? planPath(found.now.plan.key) : testPath(found.lastTestKey));
};

/** The page to plan the next test of the first plan that matches, or of its planned test. */
const nextTestWhere = (facts: VitalFacts, isSo: (plan: PlanFact) => boolean): Mend | undefined => {
  const found = plansOf(facts).find(isSo);
  if (!found) return undefined;
  const { openTestKey, now } = found;
  const path = openTestKey === undefined ? planTestPath(now.plan.key) : testPath(openTestKey);
  return { path, test: now.plan };
};

const beginOf = (kind: OwnedPlan['kind'], { key }: VitalFacts['asset'], centreId?: CentreId): Mend => ({
  path: beginPlanPath(kind, key, centreId),
  begins: { kind, ...(centreId === undefined ? {} : { centreId }) },
});

/** Requirements on a vital system besides figures (R4–R6), worst first; a row is a rule. */
export const planRules: readonly Rule[] = [
  {
    gap: 'noPlan',
    mendAt: ({ asset, cover: { plan, worst, missingAt } }) => {
      if (plan.covered >= plan.of) return undefined;
      return worst ? planPath(worst.plan.key) : beginOf('emergencyProcedure', asset, missingAt);
    },
  },
  {
    gap: 'noRestorePlan',
    mendAt: ({ asset, restorePlans }) => {
      if (asset.kind !== 'system' || restorePlans.some(({ now }) => now.current)) return undefined;
      const [begun] = restorePlans;
      return begun ? planPath(begun.now.plan.key) : beginOf('restorePlan', asset);
    },
  },
  { gap: 'planExpired', mendAt: (facts) => planWhere(facts, ({ now }) => now.current?.state === 'expired') },
  {
    gap: 'measuredAboveMtd',
    mendAt: (facts) => {
      const mtd = facts.figures.mtd?.hours;
      return mtd === undefined ? undefined : testWhere(facts, ({ testing }) => (testing?.recovery ?? 0) > mtd);
    },
  },
  { gap: 'testFailed', mendAt: (facts) => testWhere(facts, ({ testing }) => testing?.passed === false) },
  {
    gap: 'neverTested',
    mendAt: (facts) => nextTestWhere(facts, ({ testing }) => testing !== undefined && testing.lastOn === undefined),
  },
  {
    gap: 'testOverdue',
    mendAt: (facts) =>
      nextTestWhere(facts, ({ testing }) => testing?.status === 'overdue' && testing.lastOn !== undefined),
  },
  {
    gap: 'noAssessment',
    mendAt: ({ asset, assessment }) =>
      ['none', 'draft', 'overdue'].includes(assessment) ? assetPath(asset.key) : undefined,
  },
  { gap: 'contactLeft', mendAt: (facts) => planWhere(facts, ({ left }) => left) },
];

/** The page of the objective's decider, else of the asset. */
function figurePath(gap: FigureGap, { asset, figures }: VitalFacts): string {
  const source = gap === 'rtoNotBelowMtd' ? figures.rto?.source : undefined;
  return source?.kind === 'service' ? servicePath(source.key) : continuityPath(asset.key);
}

/** Every gap of an asset, worst first: plans and tests of a vital one, then its figures. Pure. */
export function gapsOf(facts: VitalFacts): Gap[] {
  const ofPlans = facts.vital.is
    ? planRules.flatMap(({ gap, mendAt }): Gap[] => {
        const mend = mendAt(facts);
        if (mend === undefined) return [];
        if (typeof mend === 'string') return [{ gap, path: mend }];
        const { path, test, begins } = mend;
        return [
          {
            gap,
            path,
            ...(test ? { test: { ...test, ownerId: facts.asset.ownerId } } : {}),
            ...(begins ? { begins: { ...begins, asset: facts.asset } } : {}),
          },
        ];
      })
    : [];
  const ofFigures = figureGapsOf(facts.figures, facts.can, facts.vital).map((gap): GapView => ({
    gap,
    path: figurePath(gap, facts),
  }));
  return [...ofPlans, ...ofFigures];
}

/** The gap with a page that the actor may use. `readsTests`: of the asset. Pure. */
export function gapFor(actor: Actor, { test, begins, ...gap }: Gap, readsTests: boolean): GapView {
  if (begins && !mayWritePlan(actor, begins, begins.asset))
    return { ...gap, path: continuityPath(begins.asset.key), onlySees: true };
  if (!test) return gap;
  const mayUse = gap.path === planTestPath(test.key) ? mayWritePlan(actor, test, test) : readsTests;
  return mayUse ? gap : { ...gap, path: planPath(test.key), onlySees: true };
}
