import type { Context, Translate } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { workbook, type Sheet, type Workbook } from '../../workbook/index.ts';
import type { PlanRow, PlansQuery } from '../contract.ts';
import { testingInWords } from '../exercises/testing-in-words.ts';
import { planCoverage } from './coverage-view.ts';
import { plansFound } from './plans-seen.ts';

const inTexts = 'contingencyPlans.sheet';

interface Column {
  name: string;
  width: number;
  value(row: PlanRow, t: Translate): string | number;
}
const columns: readonly Column[] = [
  { name: 'title', width: 56, value: ({ title }) => title },
  { name: 'kind', width: 22, value: ({ kind }, t) => t(`contingency.planKind.${kind}`) },
  { name: 'system', width: 36, value: ({ asset }) => asset.title },
  { name: 'vital', width: 10, value: ({ vital }, t) => (vital ? t(`${inTexts}.yes`) : '') },
  { name: 'centre', width: 36, value: ({ centre }, t) => centre?.title ?? t('contingencyPlans.whole') },
  { name: 'centres', width: 44, value: ({ centres }) => centres.map(({ title }) => title).join(', ') },
  { name: 'version', width: 10, value: ({ number }) => number },
  { name: 'state', width: 24, value: ({ state }, t) => t(`contingencyPlans.state.${state}`) },
  {
    name: 'coming',
    width: 24,
    value: ({ coming }, t) => (coming === undefined ? '' : t(`contingencyPlans.state.${coming}`)),
  },
  { name: 'validFrom', width: 14, value: ({ validFrom }) => validFrom ?? '' },
  { name: 'reviewOn', width: 14, value: ({ reviewOn }) => reviewOn ?? '' },
  { name: 'testing', width: 22, value: ({ testing }, t) => testingInWords(t, testing) },
  { name: 'lastTest', width: 14, value: ({ testing }) => testing.lastOn ?? '' },
  { name: 'nextTest', width: 14, value: ({ testing }) => testing.nextOn ?? '' },
  { name: 'left', width: 18, value: ({ left }) => left },
  { name: 'confirmed', width: 18, value: ({ confirmed: { done, of } }, t) => t(`${inTexts}.doneOf`, { done, of }) },
];

/** What a search of the plans finds, all of it, as an Excel workbook in the actor's language. */
export async function plansWorkbook(context: Context, actor: Actor, query: PlansQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { rows: found } = await plansFound(context, actor, query);
  const rows: Sheet['rows'] = [
    columns.map(({ name }) => t(`${inTexts}.column.${name}`)),
    ...found.map((row) => columns.map(({ value }) => value(row, t))),
  ];
  const name = t(`${inTexts}.plansFile`, { day: todayOf(context.clock) });
  return workbook(name, [{ name: t(`${inTexts}.plans`), rows, widths: columns.map(({ width }) => width) }]);
}

/** The matrix of vital systems and centres as an Excel workbook in the actor's language. */
export function coverageWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { centres, systems } = planCoverage(context, actor);
  const heading = (name: string) => t(`${inTexts}.column.${name}`);
  const state = (word: string) => t(`contingency.coverage.${word}`);
  const rows: Sheet['rows'] = [
    [...['system', 'mtd', 'missing', 'restorePlan'].map(heading), ...centres.map(({ title }) => title)],
    ...systems.map(({ asset, mtd, missing, restorePlan, cells }) => [
      ...[asset.title, mtd ?? '', missing, state(restorePlan.state)],
      ...cells.map((cell) => state(cell.state)),
    ]),
  ];
  const name = t(`${inTexts}.coverageFile`, { day: todayOf(context.clock) });
  const widths = [36, 16, 12, 24, ...centres.map(() => 24)];
  return workbook(name, [{ name: t(`${inTexts}.coverage`), rows, widths }]);
}
