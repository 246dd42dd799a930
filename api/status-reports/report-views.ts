import { Agendas, approvalPath, ApprovalRequests, maySeeApproval, openStage } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { Figures, findFigure, figureWords, movementOf } from '../figures/index.ts';
import { findingPath, InspectionFindings, Inspections, mayReadInspection } from '../inspections/index.ts';
import { localDate, missing, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { centreRef, freshnessOf, People, personRef } from '../organisation/index.ts';
import type { StatusReportsView, StatusReportView } from './contract.ts';
import { gatherReport, nextMeeting, periodOf } from './gather-report.ts';
import { mayMakeStatusReport } from './permissions.ts';
import { statusReportKey, StatusReports, type ReportContent, type StatusReport } from './report-list.ts';

/** Address of the coming report. */
const comingKey = 'coming';

type Told = Pick<StatusReport, 'from' | 'to' | 'note' | 'content'> & { key: string };

/** A report's visible content, in the reader's language. From memory. */
export function reportView(context: Context, actor: Actor, report: Told): StatusReportView {
  const { key, from, to, note, content } = report;
  return {
    key,
    from,
    to,
    note,
    counts: content.counts,
    figures: content.figures.flatMap((one) => figureRow(context, actor, one)),
    incidents: content.incidents.flatMap(({ key: figureKey, value }) => {
      const figure = findFigure(figureKey);
      if (!figure) return [];
      return [{ key: figureKey, name: figureWords(context, actor.language, figure).name, unit: figure.unit, value }];
    }),
    ...requestRows(context, actor, content),
    findings: content.findingKeys.flatMap((one) => findingRow(context, actor, one)),
  };
}

function figureRow(context: Context, actor: Actor, { key, value, before }: ReportContent['figures'][number]) {
  const figure = findFigure(key);
  if (!figure) return [];
  const { name } = figureWords(context, actor.language, figure);
  const link = figure.opens?.(actor, 'whole') === false ? {} : { link: figure.link('whole', context) };
  return [{ key, name, unit: figure.unit, before, value, movement: movementOf(figure, before.value, value), ...link }];
}

function requestRows(context: Context, actor: Actor, { decisionKeys, waitingKeys }: ReportContent) {
  const seen = (key: string) => {
    const request = context.list(ApprovalRequests).get(key);
    return request && maySeeApproval(context, actor, request) ? [request] : [];
  };
  return {
    decisions: decisionKeys
      .flatMap(seen)
      .flatMap(({ key, title, state, endedAt }) =>
        state === 'open' || state === 'withdrawn' || endedAt === undefined
          ? []
          : [{ title, outcome: state, on: localDate(endedAt), path: approvalPath(key) }],
      ),
    waiting: waitingKeys.flatMap(seen).flatMap((request) => {
      const stage = openStage(request)?.stage;
      if (!stage) return [];
      const due = stage.dueOn === undefined ? {} : { dueOn: stage.dueOn };
      return [{ title: request.title, body: stage.body, ...due, path: approvalPath(request.key) }];
    }),
  };
}

function findingRow(context: Context, actor: Actor, key: string) {
  const finding = context.list(InspectionFindings).get(key);
  const inspection = finding && context.list(Inspections).get(finding.inspectionKey);
  if (!finding || !inspection || !mayReadInspection(context, actor, inspection)) return [];
  const { title, centreId, grade, madeAt } = finding;
  const centre = centreRef(context, centreId);
  return [{ title, ...(centre ? { centre } : {}), grade, on: localDate(madeAt), path: findingPath(key) }];
}

/** As it would be now, with what the team has said to that meeting so far. */
export async function comingReport(context: Context, actor: Actor): Promise<StatusReportView> {
  const period = periodOf(context);
  const { from, since } = period;
  const content = await gatherReport(context, actor, period);
  const { agenda } = nextMeeting(context);
  const { note = '' } = (agenda && context.list(StatusReports).get(statusReportKey(agenda.key))) ?? {};
  const report = { key: comingKey, from, to: todayOf(context.clock), note, content };
  return { ...reportView(context, actor, report), since };
}

/** Throws AppError `missing` `statusReports.noSuchReport`. */
export async function statusReport(context: Context, actor: Actor, key: string): Promise<StatusReportView> {
  if (key === comingKey) return comingReport(context, actor);
  const report = context.list(StatusReports).get(key);
  if (!report) throw missing('statusReports.noSuchReport');
  const agenda = context.list(Agendas).get(report.agendaKey);
  return {
    ...reportView(context, actor, report),
    madeBy: personRef(context, report.madeBy),
    madeAt: report.madeAt,
    ...(agenda ? { agenda: { key: agenda.key, title: agenda.title, meetsOn: agenda.meetsOn } } : {}),
  };
}

export async function statusReports(context: Context, actor: Actor): Promise<StatusReportsView> {
  const { agenda, meetsOn } = nextMeeting(context);
  const reports = context
    .list(StatusReports)
    .all()
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt));
  return {
    coming: await comingReport(context, actor),
    meeting: {
      ...(agenda ? { key: agenda.key } : {}),
      title: agenda?.title ?? context.texts(actor.language)('statusReports.meeting'),
      meetsOn,
    },
    reports: reports.map(({ key, title, to, madeBy }) => ({
      key,
      title,
      to,
      madeBy: personRef(context, madeBy),
    })),
    abilities: { make: mayMakeStatusReport(actor) },
    freshness: freshnessOf(context, StatusReports, Agendas, ApprovalRequests, Figures, People),
  };
}

/** A report in three numbers, for the agenda's card. */
export interface ReportInShort {
  to: LocalDate;
  worse: number;
  better: number;
  decisions: number;
  waiting: number;
  findings: number;
}
/** From the stored report. Undefined when gone. From memory. */
export function reportInShort(context: Context, key: string): ReportInShort | undefined {
  const report = context.list(StatusReports).get(key);
  if (!report) return undefined;
  const { figures, counts } = report.content;
  const moved = figures.map(({ key: figureKey, before, value }) => {
    const figure = findFigure(figureKey);
    return figure && movementOf(figure, before.value, value);
  });
  const count = (movement: 'worse' | 'better') => moved.filter((one) => one === movement).length;
  return {
    to: report.to,
    worse: count('worse'),
    better: count('better'),
    ...counts,
  };
}
