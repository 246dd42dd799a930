import type { Context, Translate } from '../../context.ts';
import { todayOf, type Actor, type Language } from '../../kernel/index.ts';
import { rowsOf, workbook, type Sheet, type Workbook } from '../../workbook/index.ts';
import { registerColumns, type CellView, type RegisterQuery, type RiskRow } from '../contract.ts';
import { riskStages } from '../vocabulary.ts';
import { queryLines } from './query-lines.ts';
import { groupKeyOf } from './order-entries.ts';
import { groupTitle } from './register-groups.ts';
import { riskRowOf } from './register-rows.ts';
import { registerLines } from './register-view.ts';
import { formatDate } from '../../texts/format.ts';

type Column = (typeof registerColumns)[number];
/** A column of the grid may be more than one of the sheet: a level, and the cell it comes from. */
interface SheetColumn {
  heading: string;
  width: number;
  value(row: RiskRow): string | number;
}

/** `3 – Meget alvorlig × 2 – Mindre sandsynlig`: a number never stands without its word. */
export const cellWords = ({ consequence, consequenceWord, likelihood, likelihoodWord }: CellView): string =>
  `${consequence} – ${consequenceWord} × ${likelihood} – ${likelihoodWord}`;

function sheetColumns(t: Translate, language: Language): Record<Column, SheetColumn[]> {
  const heading = (column: string) => t(`riskDocuments.register.columns.${column}`);
  const plain = (column: Column, width: number, value: SheetColumn['value']): SheetColumn[] => [
    { heading: heading(column), width, value },
  ];
  const [inherent, current, target] = riskStages.map((stage): SheetColumn[] => [
    { heading: heading(stage), width: 20, value: ({ stages }) => stages[stage]?.level.word ?? '' },
    {
      heading: t('riskDocuments.register.cellOf', { stage: heading(stage) }),
      width: 48,
      value: ({ stages }) => {
        const cell = stages[stage];
        return cell ? cellWords(cell) : '';
      },
    },
  ]);
  return {
    title: plain('title', 58, ({ title }) => title),
    asset: plain('asset', 34, ({ asset }) => asset.title),
    centre: plain('centre', 34, ({ centre }) => centre?.title ?? ''),
    owner: plain('owner', 28, ({ owner }) => owner?.name ?? ''),
    inherent: inherent ?? [],
    current: current ?? [],
    target: target ?? [],
    treatment: plain('treatment', 14, ({ treatment }) => t(`risks.treatment.${treatment ?? 'none'}`)),
    actions: plain('actions', 44, ({ actions }) => actionWords(t, language, actions)),
    acceptance: plain('acceptance', 34, ({ acceptance }) => acceptanceWords(t, language, acceptance)),
    controls: plain('controls', 16, ({ controls }) =>
      controls === 0 ? '' : t('riskDocuments.register.controls', { count: controls }),
    ),
    assessedOn: plain('assessedOn', 14, ({ assessedOn }) => assessedOn ?? ''),
    reviewOn: plain('reviewOn', 18, ({ reviewOn }) => reviewOn ?? ''),
  };
}

function actionWords(t: Translate, language: Language, { open, overdue, done, nextDue }: RiskRow['actions']): string {
  const part = (name: string, count: number) =>
    count === 0 ? [] : [t(`riskDocuments.register.actions.${name}`, { count })];
  const parts = [...part('open', open), ...part('overdue', overdue), ...part('done', done)];
  const next =
    nextDue === undefined ? [] : [t('riskDocuments.register.actions.next', { date: formatDate(nextDue, language) })];
  return [...parts, ...next].join(', ');
}

function acceptanceWords(t: Translate, language: Language, { state, until }: RiskRow['acceptance']): string {
  const word = t(`risks.acceptance.${state}`);
  return until === undefined
    ? word
    : t('riskDocuments.register.until', { state: word, date: formatDate(until, language) });
}

/** The columns that are asked for, `title,asset,current`, in that order; all when none is known. */
export function chosenColumns(asked: string | undefined): Column[] {
  const chosen = (asked ?? '').split(',').flatMap((name) => registerColumns.filter((column) => column === name.trim()));
  return chosen.length === 0 ? [...registerColumns] : [...new Set(chosen)];
}

/**
 * Exactly what is seen, as an Excel workbook in the actor's language: the same lines in the same order with the columns
 * that are chosen; grouped lines begin with their group. A second sheet says what was chosen, and when.
 */
export function registerWorkbook(
  context: Context,
  actor: Actor,
  query: RegisterQuery & { columns?: string | undefined },
): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { scale, lines } = registerLines(context, actor, query);
  const { group } = query;
  const known = sheetColumns(t, actor.language);
  const columns = chosenColumns(query.columns).flatMap((column) => known[column]);
  const date = todayOf(context.clock);
  const groupCells = (first: (typeof lines)[number]): string[] =>
    group === undefined
      ? []
      : [groupTitle(context, actor.language, scale, group, { key: groupKeyOf(group, first, scale), first })];
  const header = [
    ...(group === undefined ? [] : [t('riskDocuments.register.group')]),
    ...columns.map(({ heading }) => heading),
  ];
  const sheet: Sheet = {
    name: t('riskDocuments.register.sheet'),
    rows: rowsOf(header, lines, (seen) => {
      const row = riskRowOf(context, actor.language, seen);
      return [...groupCells(seen), ...columns.map(({ value }) => value(row))];
    }),
    widths: [...(group === undefined ? [] : [34]), ...columns.map(({ width }) => width)],
  };
  const about: Sheet = {
    name: t('riskDocuments.register.about'),
    rows: [
      [t('riskDocuments.register.fileName', { date }), ''],
      [t('riskDocuments.register.count'), String(lines.length)],
      ...queryLines(context, actor, scale, query),
      [t('riskDocuments.register.rule'), t('risks.worst')],
    ],
    widths: [30, 100],
  };
  return workbook(t('riskDocuments.register.fileName', { date }), [sheet, about]);
}
