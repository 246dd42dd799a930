import type { CentreId, LocalDate } from '../../kernel/index.ts';
import type { VitalRow } from '../contract.ts';
import type { PlanTesting } from '../plans/plan-contract.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import type { coverageStates } from '../vocabulary.ts';

export type CoverageState = (typeof coverageStates)[number];

/** A plan that is not retired, with its tests and people. */
export interface PlanFact {
  now: PlanNow;
  /** In force only. */
  testing?: PlanTesting;
  /** The latest evaluated test. */
  lastTestKey?: string;
  /** One planned, running, or not yet evaluated. */
  openTestKey?: string;
  /** A person in the version in force has left. */
  left: boolean;
}

/** Order of severity for one combined state: the first is the worst. */
const worstFirst: readonly CoverageState[] = ['missing', 'draft', 'waiting', 'expired', 'valid', 'notUsed'];
export const coverageRank = (state: CoverageState): number => worstFirst.indexOf(state);
const statusesWorstFirst = ['overdue', 'never', 'due', 'current'] as const;

/** A plan's state for its users. */
export function stateOfPlan(now: PlanNow | undefined): CoverageState {
  if (!now) return 'missing';
  if (now.current) return now.current.state === 'expired' ? 'expired' : 'valid';
  return now.coming?.state === 'waiting' ? 'waiting' : 'draft';
}

/** A centre's procedure: in force before in approval, the centre's own before a shared one. */
function procedureFor(procedures: readonly PlanFact[], centreId: CentreId): PlanNow | undefined {
  let found: { now: PlanNow; rank: number } | undefined;
  for (const { now } of procedures) {
    const shown = shownVersion(now);
    if (!shown) continue;
    const { centreIds } = shown.version;
    if (centreIds.length > 0 && !centreIds.includes(centreId)) continue;
    const rank = (now.current ? 0 : 2) + (now.plan.centreId === centreId ? 0 : 1);
    if (!found || rank < found.rank) found = { now, rank };
  }
  return found?.now;
}
const shownVersion = ({ current, coming, versions }: PlanNow): PlanVersionNow | undefined =>
  current ?? coming ?? versions[0];

export interface PlanCover {
  plan: VitalRow['plan'];
  /** Of the worst centre: in approval, or due for review. */
  worst?: PlanNow;
  /** The first centre without any. */
  missingAt?: CentreId;
}

/** Coverage of a system's centres by procedures; without centres any procedure covers. Pure. */
export function planCover(procedures: readonly PlanFact[], centres: readonly CentreId[]): PlanCover {
  const found =
    centres.length === 0
      ? [procedures.map(({ now }) => now).sort((one, other) => rankOf(other) - rankOf(one))[0]]
      : centres.map((centreId) => procedureFor(procedures, centreId));
  const [first] = found;
  let worst = { now: first, state: stateOfPlan(first) };
  let covered = 0;
  for (const now of found) {
    const state = stateOfPlan(now);
    if (now?.current) covered += 1;
    if (coverageRank(state) < coverageRank(worst.state)) worst = { now, state };
  }
  const missingAt = centres.find((_, place) => found[place] === undefined);
  return {
    plan: { state: worst.state, covered, of: found.length },
    ...(worst.now ? { worst: worst.now } : {}),
    ...(missingAt === undefined ? {} : { missingAt }),
  };
}
const rankOf = (now: PlanNow): number => coverageRank(stateOfPlan(now));

/** Combined testing of the plans in force; undefined without any. `mtd` in hours. Pure. */
export function testingTogether(
  plans: readonly PlanFact[],
  mtd: number | undefined,
  yearAgo: LocalDate,
): VitalRow['testing'] {
  const tested = plans.flatMap(({ testing }) => testing ?? []);
  if (tested.length === 0) return undefined;
  const status = statusesWorstFirst.find((word) => tested.some((one) => one.status === word)) ?? 'never';
  const lastOn = tested
    .flatMap((one) => one.lastOn ?? [])
    .sort()
    .at(-1);
  const [nextOn] = tested.flatMap((one) => one.nextOn ?? []).sort();
  const recoveries = tested.flatMap((one) => one.recovery ?? []);
  const recovery = recoveries.length === 0 ? undefined : Math.max(...recoveries);
  const judged = tested.flatMap((one) => one.passed ?? []);
  return {
    status,
    ...(lastOn === undefined ? {} : { lastOn }),
    ...(nextOn === undefined ? {} : { nextOn }),
    ...(recovery === undefined ? {} : { recovery }),
    ...(judged.length === 0 ? {} : { passed: judged.every(Boolean) }),
    aboveMtd: recovery !== undefined && mtd !== undefined && recovery > mtd,
    // Every plan must have been tested.
    inAYear: tested.every((one) => one.lastOn !== undefined && one.lastOn >= yearAgo),
  };
}
