import type { Context, Translate } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { safeText, workbook, type Row, type Sheet, type Workbook } from '../workbook/index.ts';
import { applicabilityLines } from './applicability-lines.ts';
import type { ControlRow, ControlsQuery, GapRow } from './contract.ts';
import { controlRows } from './control-views.ts';
import { gapRows, type GapsQuery } from './gap-views.ts';
import { standardTitle } from './requirement-views.ts';
import { standardsNow, type StandardNow } from './requirements-now.ts';
import { standardNowOrThrow } from './standard-views.ts';
import { metPercent } from './standing.ts';

const root = 'riskDocuments.standards';
const safe = (rows: Row[]): Row[] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
/** Excel takes 31 letters, and not all of them. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
const heads = (t: Translate, ...columns: string[]): string[] => columns.map((column) => t(`${root}.columns.${column}`));

const coverageColumns = ['met', 'partly', 'planned', 'gap', 'undecided', 'deselected', 'total'] as const;

function coverageSheet(t: Translate, actor: Actor, standards: readonly StandardNow[]): Sheet {
  const rows = standards.map(({ standard, coverage }) => [
    standardTitle(standard, actor.language),
    metPercent(coverage),
    ...coverageColumns.map((column) => coverage[column]),
  ]);
  const head = [...heads(t, 'standard', 'metPercent'), ...coverageColumns.map((column) => wordOf(t, column))];
  return {
    name: t(`${root}.coverageSheet`),
    rows: safe([head, ...rows]),
    widths: [34, 18, 12, 18, 12, 20, 20, 12, 12],
  };
}
const wordOf = (t: Translate, column: (typeof coverageColumns)[number]): string =>
  column === 'total' ? t(`${root}.columns.total`) : t(`${root}.standing.${column}`);

function requirementsSheet(context: Context, actor: Actor, now: StandardNow, name: string): Sheet {
  const t = context.texts(actor.language);
  const lines = applicabilityLines(context, actor.language, now);
  const head = heads(t, 'section', 'ref', 'requirement', 'applies', 'reason', 'standing', 'controls', 'procedures');
  const more = heads(t, 'decidedBy', 'decidedAt');
  const rows = lines.map((line) => [
    ...[line.section, line.ref, line.title, line.applies, line.reason, line.standing],
    ...[line.controls.map(({ words }) => words).join('; '), line.procedures.map(({ title }) => title).join('; ')],
    ...[line.decidedBy, line.decidedAt],
  ]);
  return { name, rows: safe([[...head, ...more], ...rows]), widths: [28, 10, 48, 14, 48, 22, 48, 48, 26, 14] };
}

/** How far every standard is covered, and a sheet for each of them. */
export function coverageWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const standards = [...standardsNow(context).values()];
  const sheets = standards.map((now, place) =>
    requirementsSheet(
      context,
      actor,
      now,
      sheetName(`${String(place + 1)} ${standardTitle(now.standard, actor.language)}`),
    ),
  );
  const name = t(`${root}.coverageFile`, { date: todayOf(context.clock) });
  return workbook(name, [coverageSheet(t, actor, standards), ...sheets]);
}

/** The statement of applicability of a standard. Throws AppError `missing`. */
export function applicabilityWorkbook(context: Context, actor: Actor, standardKey: string): Promise<Workbook> {
  const t = context.texts(actor.language);
  const now = standardNowOrThrow(context, standardKey);
  const title = standardTitle(now.standard, actor.language);
  const name = t(`${root}.applicabilityFile`, { title, date: todayOf(context.clock) });
  return workbook(name, [requirementsSheet(context, actor, now, t(`${root}.applicabilitySheet`))]);
}

/** What no control covers well, exactly as the list shows it. */
export function gapsWorkbook(context: Context, actor: Actor, query: GapsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const row = ({ standard, ref, title, standing, reason, controls }: GapRow) => [
    ...[standard, ref, title, t(`${root}.standing.${standing}`), reason],
    controls.map((control) => control.title).join('; '),
  ];
  const head = heads(t, 'standard', 'ref', 'requirement', 'standing', 'reason', 'controls');
  const rows = safe([head, ...gapRows(context, actor, query).map(row)]);
  const name = t(`${root}.gapsFile`, { date: todayOf(context.clock) });
  return workbook(name, [{ name: t(`${root}.gapsSheet`), rows, widths: [30, 10, 50, 22, 48, 48] }]);
}

/** The controls of a query, all pages of it. */
export function controlsWorkbook(context: Context, actor: Actor, query: ControlsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const row = (control: ControlRow) => [
    ...[control.title, t(`${root}.state.${control.state}`), t(`${root}.effect.${control.effect}`)],
    ...[control.owner?.name ?? '', control.centre?.title ?? t(`${root}.wholeOrganisation`)],
    ...[control.requirements, control.standards.join(', '), control.assessedOn ?? '', control.reviewOn ?? ''],
  ];
  const head = heads(t, 'control', 'state', 'effect', 'owner', 'centre', 'requirements', 'standards', 'assessedOn');
  const rows = safe([[...head, ...heads(t, 'reviewOn')], ...controlRows(context, actor, query).map(row)]);
  const name = t(`${root}.controlsFile`, { date: todayOf(context.clock) });
  const widths = [54, 14, 22, 28, 32, 12, 44, 14, 14];
  return workbook(name, [{ name: t(`${root}.controlsSheet`), rows, widths }]);
}
