import { assetRefOf } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { consolidation, vitalAssets } from '../../critical-services/index.ts';
import type { Actor, CentreId } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import type { PlanCoverageView } from '../contract.ts';
import { centresWritten, mayWriteWhole } from '../permissions.ts';
import { coverageStateOf, isCovered, restoreStateOf, type Covered } from '../plans/coverage.ts';
import { canReadPlan } from '../plans/plan-access.ts';
import { plansFreshness } from './plans-freshness.ts';
import { ownCentresOf } from './plans-seen.ts';
import { compareDanish } from '../../texts/format.ts';

type System = PlanCoverageView['systems'][number];

/**
 * Coverage of vital systems by centre (R5), most missing first. All readers see every centre's states; the plan itself
 * is shown only to those who may read it. From memory.
 */
export function planCoverage(context: Context, actor: Actor): PlanCoverageView {
  const open = centres(context).map(({ key, title }) => ({ id: key, title }));
  const figures = consolidation(context);
  const planKeyOf = ({ now }: Covered) => (now && canReadPlan(context, actor, now) ? { planKey: now.plan.key } : {});
  const systems = vitalAssets(context).map((asset): System => {
    const cells = open.map(({ id }) => {
      const covered = coverageStateOf(context, asset.key, id as CentreId);
      return { state: covered.state, shared: covered.shared, ...planKeyOf(covered) };
    });
    const restore = restoreStateOf(context, asset.key);
    const mtd = figures.get(asset.key)?.mtd?.hours;
    return {
      asset: assetRefOf(asset),
      ...(mtd === undefined ? {} : { mtd }),
      missing: cells.filter(({ state }) => state === 'missing').length,
      cells,
      restorePlan: { state: restore.state, ...planKeyOf(restore) },
    };
  });
  const used = systems.flatMap(({ cells }) => cells.filter(({ state }) => state !== 'notUsed'));
  return {
    centres: open,
    systems: systems.sort(byNeed),
    counts: { cells: used.length, covered: used.filter(({ state }) => isCovered(state)).length },
    mine: ownCentresOf(actor),
    writes: mayWriteWhole(actor) ? open.map(({ id }) => id) : centresWritten(actor),
    freshness: plansFreshness(context),
  };
}

const lacksRestore = ({ restorePlan }: System): number => Number(restorePlan.state === 'missing');
const byNeed = (one: System, other: System): number =>
  other.missing - one.missing ||
  lacksRestore(other) - lacksRestore(one) ||
  compareDanish(one.asset.title, other.asset.title);
