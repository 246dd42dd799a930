import type { Context } from '../../context.ts';
import { maySeeContingency } from '../../critical-services/index.ts';
import type { Actor, CentreId } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import type { PlanRow, plansContract, PlansQuery } from '../contract.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { centresWritten, mayWriteWhole } from '../permissions.ts';
import { canReadPlan, isToldPhones, readsComing, shownTo } from '../plans/plan-access.ts';
import { planRowOf } from './plan-rows.ts';
import { allPlans, isForCentre } from '../plans/plans.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { plansFreshness } from './plans-freshness.ts';
import { answersWithoutPhones, planVersionsFound } from '../plans/plan-index.ts';
import { inOrder } from '../../documents/index.ts';
import { compareDanish } from '../../texts/format.ts';

type PlansAnswer = AnswerOf<(typeof plansContract)['GET /api/contingency/plans']>;

interface FoundPlan {
  row: PlanRow;
  /** Relevance; 0 without a search. */
  score: number;
}

/** The reader's own centres: those they write for, and their workplace. */
export const ownCentresOf = (actor: Actor): CentreId[] => [
  ...new Set([...centresWritten(actor), ...(actor.centreId === undefined ? [] : [actor.centreId])]),
];

/** Plans visible to the actor, searched, filtered, sorted. From memory. */
export async function plansFound(context: Context, actor: Actor, query: PlansQuery) {
  const answering = await planVersionsFound(context, query.q);
  const found: FoundPlan[] = [];
  const counts = { plans: 0, inForce: 0, waiting: 0, expired: 0 };
  for (const now of allPlans(context).values()) {
    if (!canReadPlan(context, actor, now)) continue;
    const withComing = readsComing(context, actor, now);
    const shown = shownTo(context, actor, now);
    if (!shown || !isAskedFor(actor, now, shown, query)) continue;
    const answer = answering?.get(shown.version.key);
    if (answering && !(answer && (answersWithoutPhones(answer) || isToldPhones(context, actor, now)))) continue;
    const row = planRowOf(context, now, { shown, withComing, actor });
    if (!row) continue;
    if (query.testing !== undefined && !isTested(row, query.testing)) continue;
    // Of all filters except the state: each number links to its rows.
    if (row.state !== 'retired') count(counts, row);
    if (isInState(row, query)) found.push({ row, score: answer?.score ?? 0 });
  }
  return { counts, rows: sorted(found, query) };
}

function isAskedFor(actor: Actor, { plan }: PlanNow, shown: PlanVersionNow, { kind, centreId, assetKey }: PlansQuery) {
  if (kind !== undefined && plan.kind !== kind) return false;
  if (assetKey !== undefined && plan.assetKey !== assetKey) return false;
  if (centreId === undefined) return true;
  const asked = centreId === 'mine' ? ownCentresOf(actor) : [centreId as CentreId];
  return asked.some((id) => plan.centreId === id || (plan.kind === 'emergencyProcedure' && isForCentre(shown, id)));
}

/** Only plans in force are tested. */
const isTested = ({ state, testing }: PlanRow, asked: PlanRow['testing']['status']): boolean =>
  (state === 'valid' || state === 'expired') && testing.status === asked;

const isInState = ({ state, coming }: PlanRow, { state: asked }: PlansQuery): boolean =>
  asked === undefined ? state !== 'retired' : state === asked || coming === asked;

function count(counts: PlansAnswer['counts'], { state, coming }: PlanRow): void {
  counts.plans += 1;
  if (state === 'valid' || state === 'expired') counts.inForce += 1;
  if (state === 'waiting' || coming === 'waiting') counts.waiting += 1;
  if (state === 'expired') counts.expired += 1;
}

const byTitle = (one: FoundPlan, other: FoundPlan) =>
  compareDanish(one.row.title, other.row.title) || one.row.key.localeCompare(other.row.key);

const sorted = (found: FoundPlan[], query: PlansQuery): PlanRow[] =>
  inOrder(found, query, { score: ({ score }) => score, byTitle, key: keyOf }).map(({ row }) => row);

function keyOf(
  { row: { asset, centre, state, reviewOn, testing } }: FoundPlan,
  sort: Exclude<PlansQuery['sort'], 'title'>,
) {
  switch (sort) {
    case 'asset':
      return asset.title;
    case 'centre':
      return centre?.title ?? '';
    case 'state':
      return state;
    case 'reviewOn':
      return reviewOn;
    case 'nextTest':
      return testing.nextOn;
  }
}

/** A page of the plans. */
export async function plansSeen(context: Context, actor: Actor, query: PlansQuery): Promise<PlansAnswer> {
  const { counts, rows } = await plansFound(context, actor, query);
  const all = centres(context).map(({ key, title }) => ({ id: key, title }));
  const own = new Set<string>(ownCentresOf(actor));
  const writes = new Set<string>(centresWritten(actor));
  return {
    plans: rows.slice(query.offset, query.offset + query.limit),
    total: rows.length,
    counts,
    centres: all.filter(({ id }) => maySeeContingency(actor) || own.has(id)),
    mine: [...own],
    writes: {
      centres: all.filter(({ id }) => mayWriteWhole(actor) || writes.has(id)),
      whole: mayWriteWhole(actor),
    },
    freshness: plansFreshness(context),
  };
}
