import { taskLook, tasksOfGroup, wheelTaskPath, type WheelTask } from '../annual-wheel/index.ts';
import { approvalSummary, ApprovalRequests, openStage, wayView } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { boardsOf, findFigure, Figures } from '../figures/index.ts';
import { todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { freshnessOf, personRef } from '../organisation/index.ts';
import type { ReportRow, ReportSection, ReportView } from './contract.ts';
import { reportDocument, titleOf } from './model/report-document.ts';
import { maySeeReport, mayWriteReport } from './permissions.ts';
import { isEditable, reportPath, reportPlanKey, reportWay } from './report.ts';
import { YearlyReports } from './report-list.ts';
import { knownReport, visibleReports, type KnownReport } from './reports.ts';
import { reportYears } from './save-report.ts';
import { describedDay, missingYear } from './take-figures.ts';
import { informed } from './vocabulary.ts';

const lists = [YearlyReports, ApprovalRequests, Figures];

function rowOf(context: Context, actor: Actor, { report, request, state }: KnownReport): ReportRow {
  const { key, year, asOf, changedAt, changedBy } = report;
  const waitsFor = request && openStage(request)?.stage.body;
  return {
    key,
    year,
    title: titleOf(context, report, actor.language),
    state,
    asOf,
    changedAt,
    changedBy: personRef(context, changedBy),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    ...(request?.endedAt === undefined ? {} : { decidedAt: request.endedAt }),
  };
}

export function reportList(context: Context, actor: Actor) {
  const begun = new Set(
    context
      .list(YearlyReports)
      .all()
      .map(({ year }) => year),
  );
  const make = mayWriteReport(actor);
  return {
    reports: visibleReports(context, actor).map((known) => rowOf(context, actor, known)),
    years: make ? reportYears(context).filter((year) => !begun.has(year)) : [],
    abilities: { make, ...boardsOf(actor) },
    freshness: freshnessOf(context, ...lists),
  };
}

/** One report in the reader's language. From memory; some 20 ms. */
export function reportView(context: Context, actor: Actor, known: KnownReport): ReportView {
  const { report, request, state } = known;
  const document = reportDocument(context, report, actor.language);
  const edits = mayWriteReport(actor) && isEditable(state);
  const gap = edits ? missingYear(context, report.year) : undefined;
  const newest = describedDay(context, report.year);
  const { sent } = report;
  const seal = sent?.seal ?? document.seal;
  return {
    ...rowOf(context, actor, known),
    columns: document.columns,
    about: document.about,
    sections: document.all.map((section) => linked(context, actor, section)),
    decisions: report.decisions.map(({ title, why, role, due }) => ({ title, why, role, due })),
    ...(gap === undefined ? {} : { missingYear: gap }),
    ...(edits && newest > report.asOf ? { newerDay: newest } : {}),
    ...(report.template
      ? { template: { name: report.template.name, size: report.template.size, type: report.template.type } }
      : {}),
    ...(sent ? { sent: { at: sent.at, word: sent.word.hash, paper: sent.paper.hash } } : {}),
    ...(seal ? { seal: { day: seal.day, seal: seal.seal } } : {}),
    ...(request ? { approval: approvalSummary(context, request) } : {}),
    way: wayView(context, reportWay, edits ? actor.personId : undefined),
    ...followedBy(context, known),
    abilities: { edit: edits, submit: edits },
    freshness: freshnessOf(context, ...lists),
  };
}

/** The list behind a figure, for permitted readers. */
function linked(context: Context, actor: Actor, section: ReportSection): ReportSection {
  const figures = section.figures.map((row) => {
    const figure = findFigure(row.figure);
    return !figure || figure.opens?.(actor, 'whole') === false ? row : { ...row, link: figure.link('whole', context) };
  });
  return { ...section, figures };
}

/** Tasks that inform a body, by suffix of the activity key. */
export const toBody = (body: (typeof informed)[number]): string => `to-${body}`;

/** Reports forwarded to a body, with date and page. From memory. */
export const handedOnTo = (context: Context, to: (typeof informed)[number]) =>
  context
    .list(YearlyReports)
    .all()
    .flatMap((report) => {
      const known = knownReport(context, report);
      const told = followedBy(context, known).informed.find(({ body }) => body === to);
      const on = told?.sentOn;
      if (on === undefined) return [];
      const title = { text: 'reports.title' as const, values: { year: report.year } };
      return [
        {
          on: on as LocalDate,
          title,
          path: reportPath(report.key),
          opens: (actor: Actor) => maySeeReport(actor, known.state),
        },
      ];
    });

function followedBy(context: Context, { report, state }: KnownReport): Pick<ReportView, 'plan' | 'informed'> {
  const tasks = state === 'approved' ? tasksOfGroup(context, reportPlanKey(report.key)) : [];
  const today = todayOf(context.clock);
  const bodyOf = ({ activity }: WheelTask) => informed.find((body) => activity.key.endsWith(toBody(body)));
  return {
    plan: tasks
      .filter((task) => bodyOf(task) === undefined)
      .map((task) => ({
        key: task.key,
        title: task.activity.title,
        due: task.due,
        state: taskLook(task, today),
        path: wheelTaskPath(task.key),
      })),
    informed: tasks.flatMap((task) => {
      const body = bodyOf(task);
      if (!body) return [];
      const { doneOn, doneBy } = task.touched ?? {};
      const isDone = task.state === 'done' && doneOn !== undefined;
      return [
        {
          body,
          path: wheelTaskPath(task.key),
          ...(isDone ? { sentOn: doneOn } : {}),
          ...(isDone && doneBy !== undefined ? { by: personRef(context, doneBy) } : {}),
        },
      ];
    }),
  };
}
