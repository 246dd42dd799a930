import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  nowOf,
  repeatableKey,
  todayOf,
  yearOf,
  type Actor,
  type LocalDate,
} from '../kernel/index.ts';
import { isOwnRepeat, says } from '../edits/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { personRef } from '../organisation/index.ts';
import { longTextLimit, type Stored } from '../sharepoint/index.ts';
import type { ReportBody } from './contract.ts';
import { mayWriteReport } from './permissions.ts';
import { isEditable, reportKeyOf, reportTurn } from './report.ts';
import { YearlyReports, type YearlyReport } from './report-list.ts';
import { titleOf } from './model/report-document.ts';
import { reportOrThrow } from './reports.ts';
import { describedDay, frozenIn, frozenOn, lastOf } from './take-figures.ts';

/** Past years that may get a report. */
const yearsBack = 3;

/** The possible years, latest first. */
export function reportYears(context: Context): number[] {
  const year = yearOf(todayOf(context.clock));
  return Array.from({ length: yearsBack + 1 }, (_, back) => year - back);
}

function requireWriter(actor: Actor): void {
  if (!mayWriteReport(actor)) throw forbidden('reports.mayNotWrite');
}

/** The present figures for a year's report. */
async function figuresOfYear(
  context: Context,
  year: number,
): Promise<Pick<YearlyReport, 'asOf' | 'figuresKey' | 'beforeKey'>> {
  const now = await frozenOn(context, describedDay(context, year));
  if (!now) throw conflict('reports.nothingToTell');
  return { asOf: now.day, figuresKey: now.key, beforeKey: frozenIn(context, year - 1)?.key };
}

/**
 * Creates a year's report, with figures of its last day or yesterday, frozen if needed (R12). One per year: idempotent.
 * 4 resource units, and 2 an owner of frozen figures. Throws AppError: forbidden, invalid `reports.yearOutside`,
 * conflict `reports.nothingToTell`, unavailable.
 */
export async function makeReport(context: Context, actor: Actor, year: number): Promise<Stored<YearlyReport>> {
  requireWriter(actor);
  if (!reportYears(context).includes(year)) throw invalid('reports.yearOutside', { field: 'year' });
  const key = reportKeyOf(year);
  const known = context.list(YearlyReports).get(key);
  if (known) return known;
  const now = nowOf(context.clock);
  const { record } = await context.list(YearlyReports).create({
    key,
    title: titleOf(context, { year }, 'da'),
    year,
    ...(await figuresOfYear(context, year)),
    texts: [],
    off: [],
    decisions: [],
    madeBy: actor.personId,
    madeAt: now,
    changedAt: now,
    changedBy: actor.personId,
  });
  await recordAct(context, { act: 'makeReport', subjectKey: key, actorId: record.madeBy, at: record.madeAt });
  return record;
}

/** The auditor is read-only, so gets no tasks. */
type ReportWritten = Omit<ReportBody, 'expected'> & { expected?: string };

function fieldsOf({ texts, off, decisions }: ReportWritten): Pick<YearlyReport, 'texts' | 'off' | 'decisions'> {
  const wrong = decisions.findIndex(({ role }) => role === 'auditor');
  if (wrong >= 0) throw invalid('wheel.auditorDoesNothing', { field: `decisions.${wrong}.role` });
  const own = texts.map(({ key, text }) => ({ key, text: text.trim() })).filter(({ text }) => text !== '');
  if (JSON.stringify(own).length > longTextLimit) throw invalid('reports.tooLong', { field: 'texts' });
  return {
    texts: own,
    off: [...new Set(off)],
    decisions: decisions.map(({ title, why = '', role, due }) => ({ title, why, role, due: due as LocalDate })),
  };
}

/** Undefined: a repeat of what was saved. */
type Change = (current: YearlyReport) => Partial<YearlyReport> | undefined;
/** Changes a report that is not under decision. What it says already writes nothing; `stamps` are written with news. */
async function change(
  context: Context,
  actor: Actor,
  {
    key,
    act,
    stamps = {},
  }: { key: string; act: string; stamps?: Pick<Partial<YearlyReport>, 'changedAt' | 'changedBy'> },
  changed: Change,
) {
  requireWriter(actor);
  const requireEditable = () => {
    if (!isEditable(reportOrThrow(context, actor, key).state)) throw conflict('reports.notEditable');
  };
  requireEditable();
  const now = nowOf(context.clock);
  let isNews = true;
  const record = await oneAtATime(context, reportTurn(key), () =>
    context.list(YearlyReports).update(key, (current) => {
      requireEditable();
      const fields = changed(current);
      isNews = !fields || !says(current, fields);
      return fields && isNews ? { ...fields, ...stamps } : undefined;
    }),
  );
  if (!isNews) return record;
  const occasion = repeatableKey(actor, act);
  await recordAct(context, { act, subjectKey: key, actorId: actor.personId, at: now, occasion });
  return record;
}

/**
 * Saves texts, sections and recommended decisions. They alone are stamped: a template or figures that come meanwhile
 * are no edit conflict. 4 resource units. Throws AppError: forbidden, missing, invalid, conflict `reports.notEditable`,
 * and `reports.changedMeanwhile` when changed since `seen`, unavailable.
 */
export function changeReport(context: Context, actor: Actor, key: string, body: ReportWritten) {
  const fields = fieldsOf(body);
  const stamps = { changedAt: nowOf(context.clock), changedBy: actor.personId };
  return change(context, actor, { key, act: 'changeReport', stamps }, (current) => {
    if (body.expected !== undefined && body.expected !== current.changedAt) {
      if (isOwnRepeat(current, actor, fields)) return undefined;
      throw conflict('reports.changedMeanwhile', { name: personRef(context, current.changedBy).name });
    }
    return fields;
  });
}

/**
 * Takes the year's newest figures; with `lastYear` also freezes the previous year's last day if missing. Own texts
 * stay. Throws AppError as above.
 */
export async function takeFigures(context: Context, actor: Actor, key: string, lastYear: boolean): Promise<void> {
  requireWriter(actor);
  const { report, state } = reportOrThrow(context, actor, key);
  if (!isEditable(state)) throw conflict('reports.notEditable');
  if (lastYear) await frozenOn(context, lastOf(report.year - 1));
  const figures = await figuresOfYear(context, report.year);
  const isSame = report.figuresKey === figures.figuresKey && report.beforeKey === figures.beforeKey;
  if (!isSame) await change(context, actor, { key, act: 'takeReportFigures' }, () => figures);
}

/** Sets or removes the report's Word template. Throws AppError as above. */
export const keepTemplate = (context: Context, actor: Actor, key: string, template: YearlyReport['template']) =>
  change(context, actor, { key, act: 'changeReportTemplate' }, () => ({ template }));
