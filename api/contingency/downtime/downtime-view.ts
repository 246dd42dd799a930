import { assetRefOf, Assets, findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { CriticalServices } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { forbidden, nowOf, type Actor } from '../../kernel/index.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { DowntimeView } from '../contract.ts';
import { mayKeepDowntime } from '../permissions.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { isToldPhones } from '../plans/plan-access.ts';
import { findPlan, restorePlanOf } from '../plans/plans.ts';
import { improvementsOf } from '../exercises/improvements.ts';
import { ContingencyLog, Downtimes, type Downtime, type LogEntry } from '../exercises/test-lists.ts';
import { downtimeLog, mayReadDowntime } from '../exercises/downtime-log.ts';
import { downtimeRowOf, affectedBy } from './downtime-rows.ts';
import { downtimeOrThrow } from './downtimes.ts';
import { aroundView } from './hit-views.ts';
import { centresToChoose } from './preview.ts';
import { plansOf, testableBy } from './testable.ts';
import { toldOf } from './told.ts';
import { contactsOf, planRefOf, procedureOf, suppliersOf } from './what-to-do.ts';

const logBySubject = derivation([ContingencyLog], (context): ReadonlyMap<string, readonly Stored<LogEntry>[]> => {
  const found = new Map<string, Stored<LogEntry>[]>();
  for (const entry of context.list(ContingencyLog).all()) {
    const known = found.get(entry.subjectKey);
    if (known) known.push(entry);
    else found.set(entry.subjectKey, [entry]);
  }
  for (const entries of found.values())
    entries.sort((one, other) => one.at.localeCompare(other.at) || one.key.localeCompare(other.key));
  return found;
});

/** One downtime, live or closed. Throws AppError: missing, forbidden `contingency.mayNotSeeDowntime`. From memory. */
export function downtimeView(context: Context, actor: Actor, downtimeKey: string): DowntimeView {
  const downtime = downtimeOrThrow(context, downtimeKey);
  if (!mayReadDowntime(context, actor, downtime)) throw forbidden('contingency.mayNotSeeDowntime');
  const { assetKey, note, reportedAt, changedAt, cancelledReason } = downtime;
  const asset = findAsset(context, assetKey);
  const keep = mayKeepDowntime(actor, downtime, asset);
  return {
    ...downtimeRowOf(context, downtime),
    services: affectedBy(context, downtime).services,
    ...aroundView(context, assetKey, downtimeKey),
    ...(asset ? { asset: assetRefOf(asset) } : {}),
    ...(asset?.ownerId === undefined ? {} : { owner: personRef(context, asset.ownerId) }),
    note,
    reportedAt,
    changedAt,
    ...whatToDo(context, actor, downtime),
    log: (logBySubject(context).get(downtimeKey) ?? []).map(({ key, kind, text, at, by }) => ({
      key,
      kind,
      text,
      at,
      by: personRef(context, by),
    })),
    ...(downtime.state === 'closed' ? { record: recordOf(context, downtime) } : {}),
    ...(cancelledReason === undefined ? {} : { cancelledReason }),
    ...correctionOf(context, downtime),
    improvements: improvementsOf(context, downtimeKey)
      .filter(({ cancelledAt }) => cancelledAt === undefined)
      .map(({ key, title, ownerId, due, doneAt }) => ({
        key,
        title,
        due,
        done: doneAt !== undefined,
        owner: personRef(context, ownerId),
      })),
    testable: keep ? testableBy(context, actor, downtime).map(planRefOf) : [],
    allCentres: centresToChoose(context, downtime.centreIds),
    abilities: { keep, log: downtimeLog(context, actor, downtimeKey)?.mayWrite === true },
    now: nowOf(context.clock),
    freshness: freshnessOf(context, Downtimes, CriticalServices, Assets, ContingencyPlans, ContingencyPlanVersions),
  };
}

function whatToDo(context: Context, actor: Actor, downtime: Downtime) {
  const { centreId: own } = actor;
  const { assetKey, centreIds } = downtime;
  const restore = restorePlanOf(context, assetKey);
  const plans = plansOf(context, downtime);
  const { leaders, others, named } = toldOf(context, downtime);
  const ownFirst = [...centreIds].sort((one, other) => Number(other === own) - Number(one === own));
  return {
    procedures: ownFirst.map((centreId) => procedureOf(context, assetKey, centreId)),
    ...(restore ? { restorePlan: planRefOf(restore) } : {}),
    contacts: contactsOf(
      context,
      plans.filter((now) => isToldPhones(context, actor, now)),
    ),
    suppliers: suppliersOf(context, assetKey, plans),
    told: leaders.length + others.length + named.length,
  };
}

function correctionOf(context: Context, { correctedAt: at, correctedBy, correctedReason: reason }: Downtime) {
  if (at === undefined || correctedBy === undefined) return {};
  return { correction: { at, by: personRef(context, correctedBy), reason: reason ?? '' } };
}

function recordOf(context: Context, { cause, lessons, closedAt, closedBy, testedPlanKeys }: Downtime) {
  return {
    cause,
    lessons,
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closedBy === undefined ? {} : { closedBy: personRef(context, closedBy) }),
    tested: testedPlanKeys.flatMap((key) => {
      const now = findPlan(context, key);
      if (!now) return [];
      const { title } = planRefOf(now);
      return [{ key, title }];
    }),
  };
}
