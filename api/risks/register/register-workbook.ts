import type { Context, Translate } from '../../context.ts';
import { todayOf, type Actor, type Language } from '../../kernel/index.ts';
import { lazily, sheetOf, workbook, type Column, type Sheet, type Workbook } from '../../files/workbook/index.ts';
import { registerColumns, type CellView, type RegisterQuery, type RiskRow } from '../contract.ts';
import type { riskStages } from '../vocabulary.ts';
import { queryLines } from './query-lines.ts';
import { groupKeyOf } from './order-entries.ts';
import { groupTitle } from './register-groups.ts';
import { riskRowOf } from './register-rows.ts';
import { registerLines } from './register-view.ts';
import { formatDate } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

type RegisterColumn = (typeof registerColumns)[number];

/** `3 – Meget alvorlig × 2 – Mindre sandsynlig`: never a number without its word. */
export const cellWords = ({ consequence, consequenceWord, likelihood, likelihoodWord }: CellView): string =>
  `${consequence} – ${consequenceWord} × ${likelihood} – ${likelihoodWord}`;

/** A grid column may be several sheet columns: a level, and its cell. */
function sheetColumns(t: Translate, language: Language): Record<RegisterColumn, Column<RiskRow>[]> {
  const heading = (column: TextsUnder<'riskDocuments.register.columns'>) =>
    t(`riskDocuments.register.columns.${column}`);
  const stageColumns = (stage: (typeof riskStages)[number]): Column<RiskRow>[] => [
    [heading(stage), 20, ({ stages }) => stages[stage]?.level.word],
    [
      t('riskDocuments.register.cellOf', { stage: heading(stage) }),
      48,
      ({ stages }) => stages[stage] && cellWords(stages[stage]),
    ],
  ];
  return {
    title: [[heading('title'), 58, ({ title }) => title]],
    asset: [[heading('asset'), 34, ({ asset }) => asset.title]],
    centre: [[heading('centre'), 34, ({ centre }) => centre?.title]],
    owner: [[heading('owner'), 28, ({ owner }) => owner?.name]],
    inherent: stageColumns('inherent'),
    current: stageColumns('current'),
    target: stageColumns('target'),
    treatment: [[heading('treatment'), 14, ({ treatment }) => t(`risks.treatment.${treatment ?? 'none'}`)]],
    actions: [[heading('actions'), 44, ({ actions }) => actionWords(t, language, actions)]],
    acceptance: [[heading('acceptance'), 34, ({ acceptance }) => acceptanceWords(t, language, acceptance)]],
    controls: [
      [
        heading('controls'),
        16,
        ({ controls }) => (controls === 0 ? '' : t('riskDocuments.register.controls', { count: controls })),
      ],
    ],
    assessedOn: [[heading('assessedOn'), 14, ({ assessedOn }) => assessedOn]],
    reviewOn: [[heading('reviewOn'), 18, ({ reviewOn }) => reviewOn]],
  };
}

function actionWords(t: Translate, language: Language, { open, overdue, done, nextDue }: RiskRow['actions']): string {
  const part = (name: TextsUnder<'riskDocuments.register.actions'>, count: number) =>
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

/** The requested columns, `title,asset,current`, in order; all if none is known. */
export function chosenColumns(asked: string | undefined): RegisterColumn[] {
  const chosen = (asked ?? '').split(',').flatMap((name) => registerColumns.filter((column) => column === name.trim()));
  return chosen.length === 0 ? [...registerColumns] : [...new Set(chosen)];
}

/**
 * The visible register as an Excel workbook in the actor's language: the same lines, order and columns; grouped lines
 * begin with their group. A second sheet has the filters and the time.
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
  const date = todayOf(context.clock);
  const rows = lazily(lines, (line) => ({ line, row: riskRowOf(context, actor.language, line) }));
  type Line = { line: (typeof lines)[number]; row: RiskRow };
  const groupOf = (asked: NonNullable<typeof group>, first: Line['line']) =>
    groupTitle(context, actor.language, scale, asked, { key: groupKeyOf(asked, first, scale), first });
  const groups: Column<Line>[] =
    group === undefined ? [] : [[t('riskDocuments.register.group'), 34, ({ line }) => groupOf(group, line)]];
  const columns = chosenColumns(query.columns)
    .flatMap((column) => known[column])
    .map(([heading, width, cell]): Column<Line> => [heading, width, ({ row }) => cell(row)]);
  const sheet = sheetOf(t('riskDocuments.register.sheet'), rows, [...groups, ...columns]);
  const about: Sheet = {
    name: t('riskDocuments.register.about'),
    rows: [
      [t('riskDocuments.register.fileName', { date }), ''],
      [t('riskDocuments.register.count'), lines.length],
      ...queryLines(context, actor, scale, query),
      [t('riskDocuments.register.rule'), t('risks.worst')],
    ],
    widths: [30, 100],
  };
  return workbook(t('riskDocuments.register.fileName', { date }), [sheet, about]);
}
