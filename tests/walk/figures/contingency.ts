import type { World } from '../../../teams-app/emulator/world.ts';
import { addMonths } from '../raw-dates.ts';
import { byKey, dayIn, momentIn, rawItems, text, type Fields } from '../raw-items.ts';
import { papersKept, type Paper } from '../raw-papers.ts';
import { centresUsing, namesSomebodyGone, planOf, planTests } from '../raw-plans.ts';
import { smallest, vitalSince } from '../raw-vital.ts';
import { inUse, number, numberOf, share, textsIn, thing, type Asked, type Recount } from './thing.ts';

/** All data of one vital system or work process. */
interface Vital {
  at: readonly string[];
  isSystem: boolean;
  hasPlans: boolean;
  hasRestorePlan: boolean;
  isTested: boolean;
  /** Undefined without a measurement, or without an accepted downtime. */
  inTime: boolean | undefined;
  lacks: boolean;
}

function vitals({ world, day }: Asked): Vital[] {
  const [assets, uses] = [byKey(world, 'Assets'), centresUsing(world)];
  const plans = Map.groupBy(papersKept(world, 'contingencyPlan'), ({ paper }) => text(paper, 'AssetKey'));
  return [...vitalSince(world).keys()].flatMap((key): Vital[] => {
    const asset = assets.get(key);
    return asset ? [vitalOf(world, day, asset, plans.get(key) ?? [], uses(asset))] : [];
  });
}

const isReviewed = ({ current }: Paper, day: string): boolean =>
  current !== undefined && addMonths(current.renewed, Number(current.version['ReviewMonths'])) >= day;

function vitalOf(world: World, day: string, asset: Fields, plans: readonly Paper[], at: readonly string[]): Vital {
  const key = text(asset, 'Key');
  const isSystem = text(asset, 'Kind') === 'system';
  const procedures = plans.filter(({ paper }) => text(paper, 'Kind') === 'emergencyProcedure');
  const holds = (plan: Paper | undefined): boolean => plan?.current !== undefined;
  const hasPlans = at.length === 0 ? procedures.some(holds) : at.map((id) => planOf(plans, id)).every(holds);
  const isReviewLate = plans.some((plan) => holds(plan) && !isReviewed(plan, day));
  const restore = plans.filter(({ paper }) => text(paper, 'Kind') === 'restorePlan');
  const hasRestorePlan = restore.some(({ current }) => current);
  const inForce = plans.flatMap(({ current }) => current ?? []);
  const last = inForce.map(({ paper }) => lastTest(world, text(paper, 'Key')));
  const due = new Map(planTests(world).map((one) => [one.planKey, one.due]));
  const isLate = inForce.some(({ paper }) => (due.get(text(paper, 'Key')) ?? day) < day);
  const isTested = last.length > 0 && last.every((test) => test && test['Passed'] !== false) && !isLate;
  const measured = last.flatMap((test) => (typeof test?.['Recovery'] === 'number' ? [test['Recovery']] : []));
  const mtd = smallest(world, 'Mtd')(key);
  const inTime = measured.length > 0 && mtd !== undefined ? Math.max(...measured) <= mtd : undefined;
  const gone = inForce.some((plan) => namesSomebodyGone(world, plan, day));
  const lacks =
    !hasPlans ||
    isReviewLate ||
    (isSystem && !hasRestorePlan) ||
    !isTested ||
    inTime === false ||
    gone ||
    recoveryLacks(world, asset);
  return { at, isSystem, hasPlans, hasRestorePlan, isTested, inTime, lacks };
}

/** The latest evaluated test of a plan. */
const lastTest = (world: World, planKey: string): Fields | undefined =>
  rawItems(world, 'ContingencyTests')
    .filter((test) => text(test, 'State') === 'closed' && text(test, 'PlanKey') === planKey)
    .toSorted((one, other) => text(other, 'StartedAt').localeCompare(text(one, 'StartedAt')))[0];

/** Missing or insufficient recovery data, and a missing assessment. */
function recoveryLacks(world: World, asset: Fields): boolean {
  const key = text(asset, 'Key');
  const own: Fields = byKey(world, 'AssetRecovery').get(key) ?? {};
  const [promise, backup, rto, rpo] = [
    own['Promise'],
    own['Backup'],
    smallest(world, 'Rto')(key),
    smallest(world, 'Rpo')(key),
  ];
  const isAssessed = rawItems(world, 'Assessments').some(
    (one) => text(one, 'AssetKey') === key && !['draft', 'discarded'].includes(text(one, 'State')),
  );
  if (text(asset, 'Kind') !== 'system') return !isAssessed;
  return (
    !isAssessed ||
    typeof promise !== 'number' ||
    typeof backup !== 'number' ||
    (rto !== undefined && promise > rto) ||
    (rpo !== undefined && backup > rpo) ||
    text(own, 'Redundancy') === 'none'
  );
}

/** R4–R6: manual procedures for vital systems, and their tests. */
export function contingencyRecounts(asked: Asked): Record<string, Recount> {
  const { world, day } = asked;
  const all = vitals(asked);
  const placed = inUse(world);
  const begun = rawItems(world, 'Downtimes').filter((one) => {
    const on = momentIn(one, 'StartedAt');
    return text(one, 'State') !== 'cancelled' && on <= day && on.startsWith(day.slice(0, 4));
  });
  const hit = (one: Fields): string[] => placed(textsIn(one, 'CentreIds'));
  const open = rawItems(world, 'Improvements').filter(
    (one) => text(one, 'DoneAt') === '' && text(one, 'CancelledAt') === '',
  );
  return {
    vital: number(all.map(({ at }) => thing(at, true))),
    vitalWithPlan: share(all.map(({ at, hasPlans }) => thing(at, hasPlans))),
    vitalRestorable: share(
      all.filter(({ isSystem }) => isSystem).map(({ at, hasRestorePlan }) => thing(at, hasRestorePlan)),
    ),
    vitalTested: share(all.map(({ at, isTested }) => thing(at, isTested))),
    vitalInTime: share(all.flatMap(({ at, inTime }) => (inTime === undefined ? [] : [thing(at, inTime)]))),
    vitalWithGaps: numberOf(all.map(({ at, lacks }) => thing(at, lacks))),
    downtimes: number(begun.map((one) => thing(hit(one), true))),
    downtimesKept: share(
      begun
        .filter((one) => text(one, 'State') === 'closed' && one['Kept'] !== undefined)
        .map((one) => thing(hit(one), one['Kept'] === true)),
    ),
    improvementsLate: numberOf(open.map((one) => thing(text(one, 'CentreId'), dayIn(one, 'Due') < day))),
  };
}
