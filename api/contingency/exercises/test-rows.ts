import { findAsset } from '../../assets/index.ts';
import { actionState } from '../../actions/index.ts';
import type { Context } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef, fold, foldedMatch, freshnessOf, personRef } from '../../organisation/index.ts';
import type { DuePlan, TestRow, TestsQuery } from '../contract.ts';
import { maySeeContingency } from '../permissions.ts';
import { ContingencyPlans } from '../plans/plan-lists.ts';
import { allPlans } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { improvementsOf } from './improvements.ts';
import { refOfAsset, refOfPlan } from './refs.ts';
import { mayReadTest, mayTestPlan, visibleTesting } from './test-permissions.ts';
import { comingTestOf } from './tests.ts';
import { compareDanish } from '../../texts/format.ts';

/** A measured time for lists: an implausible number is dropped. */
export const soundHours = (hours: number | undefined): number | undefined =>
  hours !== undefined && Number.isFinite(hours) && hours >= 0 ? hours : undefined;

export function testRowOf(context: Context, test: ContingencyTest): TestRow {
  const { key, title, kind, state, planKey, assetKey, centreId, passed, downtimeKey } = test;
  const today = todayOf(context.clock);
  const states = improvementsOf(context, key).map((improvement) => actionState(improvement, today));
  const count = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  const at = test.startedAt ?? test.plannedAt;
  const [centre, recovery] = [centreRef(context, centreId), soundHours(test.recovery)];
  return {
    key,
    title,
    kind,
    state,
    at,
    month: localDate(at).slice(0, 7),
    plan: refOfPlan(context, planKey),
    asset: refOfAsset(context, assetKey),
    ...(centre ? { centre } : {}),
    leader: personRef(context, test.leaderId),
    participants: test.participantIds.length,
    ...(passed === undefined ? {} : { passed }),
    ...(recovery === undefined ? {} : { recovery }),
    improvements: { open: count('open'), overdue: count('overdue'), done: count('done') },
    ...(downtimeKey === undefined ? {} : { downtimeKey }),
  };
}

/** Actionable states first. */
const stateOrder: readonly TestRow['state'][] = ['running', 'ended', 'planned', 'closed', 'cancelled'];
const orders: Record<TestsQuery['sort'], (one: TestRow, other: TestRow) => number> = {
  at: (one, other) => compareDanish(one.at, other.at),
  title: (one, other) => compareDanish(one.title, other.title),
  plan: (one, other) => compareDanish(one.plan.title, other.plan.title),
  state: (one, other) => stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state),
};

/** A query's tests readable by the actor, sorted. From memory. */
export function testRows(context: Context, actor: Actor, query: TestsQuery): TestRow[] {
  const { q, state, kind, result, centre, sort, descending } = query;
  const search = fold(q ?? '');
  const found = context
    .list(ContingencyTests)
    .all()
    .filter((test) => mayReadTest(context, actor, test))
    .filter((test) => state === undefined || test.state === state)
    .filter((test) => kind === undefined || test.kind === kind)
    .filter((test) => result === undefined || test.passed === (result === 'passed'))
    .filter((test) => centre === undefined || test.centreId === centre)
    .map((test) => testRowOf(context, test))
    .filter(
      ({ title, plan, asset, leader }) =>
        search === '' || foldedMatch(fold(`${title} ${plan.title} ${asset.title} ${leader.name}`), search),
    )
    .sort((one, other) => orders[sort](one, other) || compareDanish(one.key, other.key));
  return descending ? found.reverse() : found;
}

function duePlanOf(context: Context, actor: Actor, now: PlanNow): DuePlan {
  const { plan } = now;
  const coming = comingTestOf(context, plan.key);
  const centre = centreRef(context, plan.centreId);
  return {
    ...refOfPlan(context, plan.key),
    asset: refOfAsset(context, plan.assetKey),
    testing: visibleTesting(context, actor, now),
    ...(centre ? { centre } : {}),
    ...(coming ? { coming: { key: coming.key, state: coming.state, plannedAt: coming.plannedAt } } : {}),
    mayTest: mayTestPlan(actor, plan, findAsset(context, plan.assetKey)),
  };
}

const byNext = (one: DuePlan, other: DuePlan) =>
  (one.testing.nextOn ?? '9').localeCompare(other.testing.nextOn ?? '9') || compareDanish(one.title, other.title);

/** Plans in force the actor may test; all for readers of contingency. */
function plansToTest(context: Context, actor: Actor): DuePlan[] {
  return [...allPlans(context).values()]
    .filter(({ plan, current }) => plan.retiredAt === undefined && current !== undefined)
    .map((now) => duePlanOf(context, actor, now))
    .filter(({ mayTest }) => mayTest || maySeeContingency(actor))
    .sort(byNext);
}

/** Those the actor may test, earliest due first. From memory. */
export const testablePlans = (context: Context, actor: Actor) => ({
  plans: plansToTest(context, actor).filter(({ mayTest }) => mayTest),
  freshness: freshnessOf(context, ContingencyTests, ContingencyPlans),
});

export function testList(context: Context, actor: Actor, query: TestsQuery) {
  const plans = plansToTest(context, actor);
  const today = todayOf(context.clock);
  const newYear = `${today.slice(0, 4)}-12-31`;
  const nextOf = ({ testing }: DuePlan) => testing.nextOn ?? '9';
  const isDue = (plan: DuePlan) => nextOf(plan) <= newYear || plan.testing.status === 'due';
  const tests = testRows(context, actor, query);
  const known = testRows(context, actor, { sort: 'at', descending: true });
  const centres = new Map(known.flatMap(({ centre }) => (centre ? [[centre.id, centre] as const] : [])));
  return {
    due: plans.filter(isDue),
    tests,
    counts: {
      beforeNewYear: plans.filter((plan) => nextOf(plan) <= newYear).length,
      overdue: plans.filter((plan) => nextOf(plan) < today).length,
      plans: plans.length,
    },
    centres: [...centres.values()].sort((one, other) => compareDanish(one.title, other.title)),
    freshness: freshnessOf(context, ContingencyTests, ContingencyPlans),
  };
}
