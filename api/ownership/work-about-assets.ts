import type { Context } from '../context.ts';
import { ContingencyTests, Downtimes, findPlan, findPlanVersion, Improvements } from '../contingency/index.ts';
import { todayOf, type LocalDate, type Obligation } from '../kernel/index.ts';
import { sharedObligations } from '../obligations/index.ts';
import { RiskActions, knownRisks } from '../risks/index.ts';

type AssetOf = (context: Context, subjectKey: string) => string | undefined;

const itself: AssetOf = (_context, key) => key;
const ofPlan: AssetOf = (context, planKey) => findPlan(context, planKey)?.plan.assetKey;
const ofTestOrDowntime: AssetOf = (context, key) =>
  context.list(ContingencyTests).get(key)?.assetKey ?? context.list(Downtimes).get(key)?.assetKey;

/** The asset of a piece of work, by kind. Kinds without a single asset are declared so: a test checks completeness. */
export const assetOfWork: Readonly<Record<string, AssetOf | 'none'>> = {
  assessAsset: itself,
  writePlan: itself,
  writeRestorePlan: itself,
  doRiskAction: (context, key) => context.list(RiskActions).get(key)?.assetKey,
  renewAcceptance: (context, riskKey) => knownRisks(context).get(riskKey)?.asset.key,
  testPlan: ofPlan,
  reviewPlan: (context, versionKey) => findPlanVersion(context, versionKey)?.now.plan.assetKey,
  evaluateTest: ofTestOrDowntime,
  closeDowntime: ofTestOrDowntime,
  doImprovement: (context, key) => {
    const improvement = context.list(Improvements).get(key);
    return improvement && ofTestOrDowntime(context, improvement.subjectKey);
  },
  doWheelTask: 'none',
  reapprovePolicy: 'none',
  answerComments: 'none',
  recordDecision: 'none',
  resubmit: 'none',
  reviewProcedure: 'none',
  reviewControl: 'none',
  // A service needs many systems: listed among services.
  reviewService: 'none',
  placePack: 'none',
  renewAppointment: 'none',
  // A unit is inspected, not a system.
  answerInspection: 'none',
  reportInspection: 'none',
  recheckFinding: 'none',
};

const cache = new WeakMap<readonly Obligation[], ReadonlyMap<string, readonly Obligation[]>>();

/** Open work by asset, most urgent first. From memory; recomputed on change. */
export function workByAsset(
  context: Context,
  today: LocalDate = todayOf(context.clock),
): ReadonlyMap<string, readonly Obligation[]> {
  const all = sharedObligations(context, today);
  const known = cache.get(all);
  if (known) return known;
  const found = new Map<string, Obligation[]>();
  for (const obligation of all) {
    const about = assetOfWork[obligation.kind];
    if (obligation.state !== 'open' || about === undefined || about === 'none') continue;
    const assetKey = about(context, obligation.subject.key);
    if (assetKey === undefined) continue;
    const others = found.get(assetKey);
    if (others) others.push(obligation);
    else found.set(assetKey, [obligation]);
  }
  for (const work of found.values())
    work.sort((one, other) => one.due.localeCompare(other.due) || (one.key < other.key ? -1 : 1));
  cache.set(all, found);
  return found;
}
