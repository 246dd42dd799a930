import { WheelActivities, WheelTasks } from '../annual-wheel/index.ts';
import { ApprovalRequests, latestRequest, type ApprovalRequest } from '../approvals/index.ts';
import { ContingencyTests } from '../contingency/index.ts';
import type { Context } from '../context.ts';
import { cachedByKey } from '../derivation.ts';
import { allFigures, Figures, readValue, type FrozenFigures, type Owner } from '../figures/index.ts';
import { Inspections } from '../inspections/index.ts';
import { missing, todayOf, type Actor } from '../kernel/index.ts';
import { Measures } from '../measures/index.ts';
import { Centres, People, RoleAssignments } from '../organisation/index.ts';
import { PolicyVersions } from '../policy/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import { reportModel, type FrozenDay, type ReportModel } from './model/report-model.ts';
import { reportRecords } from './model/report-records.ts';
import { maySeeReport } from './permissions.ts';
import { reportState, reportSubject, type ReportState } from './report.ts';
import { YearlyReports, type YearlyReport } from './report-list.ts';

/** A report with its status. */
export interface KnownReport {
  report: Stored<YearlyReport>;
  request: Stored<ApprovalRequest> | undefined;
  state: ReportState;
}

export function knownReport(context: Context, report: Stored<YearlyReport>): KnownReport {
  const request = latestRequest(context, reportSubject, report.key);
  return { report, request, state: reportState(request) };
}

/** Visible reports, latest first. From memory. */
export const visibleReports = (context: Context, actor: Actor): KnownReport[] =>
  context
    .list(YearlyReports)
    .all()
    .map((report) => knownReport(context, report))
    .filter(({ state }) => maySeeReport(actor, state))
    .sort((one, other) => other.report.year - one.report.year);

/** Whether a person may see a report in its state. */
export const maySeeYearlyReport = (context: Context, actor: Actor, report: Stored<YearlyReport>): boolean =>
  maySeeReport(actor, knownReport(context, report).state);

/** Throws AppError `missing` when there is no such report, or it is not visible. */
export function reportOrThrow(context: Context, actor: Actor, key: string): KnownReport {
  const report = context.list(YearlyReports).get(key);
  const known = report && knownReport(context, report);
  if (!known || !maySeeReport(actor, known.state)) throw missing('reports.noSuchReport');
  return known;
}

/** All owners of a frozen day by the key of one item; undefined when gone. From memory. */
function frozenDay(context: Context, key: string): FrozenDay | undefined {
  const list = context.list(Figures);
  const one = list.get(key);
  if (!one) return undefined;
  const items = list.all().filter(({ kind, day }) => kind === one.kind && day === one.day);
  return { day: one.day, owners: new Map(items.map((item) => [item.owner as Owner, ownerOf(item)])) };
}
const ownerOf = ({ title, values }: FrozenFigures) => ({
  // The centre's former name follows the day.
  title: title.slice(11),
  values: new Map(Object.entries(values).map(([figure, written]) => [figure, readValue(written)])),
});

/** Inputs of a model besides the report. */
const told: readonly ListDefinition<{ key: string }>[] = [
  Figures,
  PolicyVersions,
  ApprovalRequests,
  ContingencyTests,
  Inspections,
  Measures,
  RoleAssignments,
  Centres,
  People,
  WheelActivities,
  WheelTasks,
];
const cache = cachedByKey<ReportModel>();

/**
 * A report's model, independent of language; recomputed on change. Throws AppError missing `reports.figuresGone` when
 * its figures were deleted.
 */
export function modelOf(context: Context, report: YearlyReport): ReportModel {
  const { key, figuresKey, beforeKey } = report;
  const versions = told.map((list) => context.list(list).version);
  return cache(context, key, [figuresKey, beforeKey, todayOf(context.clock), ...versions], () => made(context, report));
}

function made(context: Context, { year, figuresKey, beforeKey }: YearlyReport): ReportModel {
  const now = frozenDay(context, figuresKey);
  if (!now) throw missing('reports.figuresGone');
  const before = beforeKey === undefined ? undefined : frozenDay(context, beforeKey);
  return reportModel({
    year,
    now,
    figures: allFigures,
    records: reportRecords(context, year, now.day),
    ...(before ? { before } : {}),
  });
}
