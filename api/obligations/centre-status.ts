import type { Context } from '../context.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import {
  addDays,
  inSlices,
  isOverdue,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type Obligation,
} from '../kernel/index.ts';
import { centreRef, centres, coordinatorsOf, employees, managersOf, personRef } from '../organisation/index.ts';
import type { obligationsContract } from './contract.ts';
import { obligationsFreshness } from './obligation-rows.ts';
import { allObligations } from './obligations.ts';
import { overdueByCentre, overdueInTurn } from './overdue.ts';
import { owedLately } from './owed-lately.ts';
import { centresFollowed, visibleCentres, maySeeCentre } from './permissions.ts';
import { sharedOn } from './shared-obligations.ts';

type CentresView = AnswerOf<(typeof obligationsContract)['GET /api/obligations/centres']>;
type CentreRow = CentresView['centres'][number];

/** Days ahead in which something is due soon. */
const soonDays = 14;
/** Open, not overdue, and due within two weeks. */
export const isSoon = ({ state, due }: Pick<Obligation, 'state' | 'due'>, today: LocalDate): boolean =>
  state === 'open' && due >= today && due <= addDays(today, soonDays);

export interface Status {
  people: number;
  open: number;
  overdue: number;
  soon: number;
  paused: number;
  /** Open, and with a stand-in because no named person is at work, or with no person at all. */
  passed: number;
}

const cache = new WeakMap<readonly Obligation[], { people: unknown; counts: Map<CentreId | undefined, Status> }>();

/**
 * Each centre's status today; `undefined` groups what has no centre in use. Recomputed when any obligation, or the
 * employees, change.
 */
export function statuses(
  context: Context,
  all: readonly Obligation[] = allObligations(context),
): ReadonlyMap<CentreId | undefined, Status> {
  const today = todayOf(context.clock);
  const people = employees(context);
  const known = cache.get(all);
  if (known?.people === people) return known.counts;
  const { take, found } = counting(context, all, today);
  for (const one of all) take(one);
  const counts = found();
  cache.set(all, { people, counts });
  return counts;
}

/** The same, in slices. */
export async function statusesInTurn(
  context: Context,
  all: readonly Obligation[],
): Promise<ReadonlyMap<CentreId | undefined, Status>> {
  const today = todayOf(context.clock);
  const people = employees(context);
  const known = cache.get(all);
  if (known?.people === people) return known.counts;
  await overdueInTurn(context, today, all);
  const { take, found } = counting(context, all, today);
  await inSlices(all, take);
  const counts = found();
  cache.set(all, { people, counts });
  return counts;
}

function counting(context: Context, all: readonly Obligation[], today: LocalDate) {
  const none = (): Status => ({ people: 0, open: 0, overdue: 0, soon: 0, paused: 0, passed: 0 });
  const rest = none();
  const counts = new Map<CentreId | undefined, Status>(centres(context).map(({ key }) => [key as CentreId, none()]));
  counts.set(undefined, rest);
  const at = (centreId: CentreId | undefined) => counts.get(centreId) ?? rest;
  const soonTo = addDays(today, soonDays);
  const add = (row: Status, due: LocalDate, passed: boolean) => {
    row.open += 1;
    if (due >= today && due <= soonTo) row.soon += 1;
    if (passed) row.passed += 1;
  };
  for (const { centreId } of employees(context)) at(centreId).people += 1;
  const take = ({ centreId, state, due, passed }: Obligation): void => {
    if (state === 'open') add(at(centreId), due, passed !== undefined && passed.reason !== 'handedOver');
    if (state === 'paused') at(centreId).paused += 1;
  };
  const found = (): Map<CentreId | undefined, Status> => {
    for (const [centreId, { obligations }] of overdueByCentre(context, today, all))
      at(centreId).overdue = obligations.length;
    for (const { centreId, state, due } of sharedOn(context, today).nobodys) {
      if (state === 'open') add(at(centreId), due, true);
      if (isOverdue({ state, due }, today)) at(centreId).overdue += 1;
    }
    return counts;
  };
  return { take, found };
}

/**
 * The centres that the actor follows up, most overdue first (R14–R16); of a moment ago for large amounts
 * (`owedLately`).
 */
export async function centresView(context: Context, actor: Actor): Promise<CentresView> {
  const { all, asOf } = await owedLately(context);
  const seen = centresFollowed(actor);
  const rows = [...(asOf === undefined ? await statusesInTurn(context, all) : await statusesThen(context, all))]
    .filter(([centreId]) => !seen || (centreId !== undefined && seen.includes(centreId)))
    .filter(([centreId, { people, open, paused }]) => centreId !== undefined || people + open + paused > 0)
    .map(([centreId, status]) => rowOf(context, actor, centreId, status));
  const freshness = obligationsFreshness(context);
  return {
    centres: rows.sort((one, other) => other.overdue - one.overdue || other.open - one.open),
    abilities: { seePeople: visibleCentres(actor)?.length !== 0 },
    freshness: asOf === undefined ? freshness : { ...freshness, asOf: earlier(asOf, freshness.asOf) },
  };
}
const earlier = <Moment extends string>(one: Moment, other: Moment): Moment => (one < other ? one : other);

/** For obligations of a moment ago: later changes of people are counted next time. */
const statusesThen = async (context: Context, all: readonly Obligation[]) =>
  cache.get(all)?.counts ?? (await statusesInTurn(context, all));

function rowOf(context: Context, actor: Actor, centreId: CentreId | undefined, status: Status): CentreRow {
  const centre = centreRef(context, centreId);
  return {
    ...(centre ? { centre } : {}),
    ...status,
    managers: managersOf(context, centreId).map(({ key }) => personRef(context, key)),
    coordinators: coordinatorsOf(context, centreId).map(({ key }) => personRef(context, key)),
    abilities: { seePeople: maySeeCentre(actor, centreId) },
  };
}
