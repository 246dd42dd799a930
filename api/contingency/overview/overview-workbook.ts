import { hoursInWords } from '../../critical-services/index.ts';
import type { Context, Translate } from '../../context.ts';
import { todayOf, type Actor, type Language } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { workbook, type Sheet, type Workbook } from '../../workbook/index.ts';
import type { FigureView } from '../../critical-services/contract.ts';
import type { OverviewQuery, VitalRow } from '../contract.ts';
import { testingInWords } from '../exercises/testing-in-words.ts';
import { overviewRows } from './overview-view.ts';
import { vitalRowOf } from './vital-entries.ts';
import { formatNumber } from '../../texts/format.ts';

const key = (name: string): string => `contingencyOverview.sheet.${name}`;
type Filter = Omit<OverviewQuery, 'offset' | 'limit'>;

interface Column {
  name: string;
  width: number;
  value(row: VitalRow): string | number;
}

function columnsOf(t: Translate, language: Language): Column[] {
  const hours = (value: number | undefined): string =>
    value === undefined ? '' : hoursInWords(t, value, (number) => formatNumber(number, language, 3));
  const decider = (figure: FigureView | undefined): string => {
    if (!figure) return '';
    return figure.decidedBy.kind === 'service' ? figure.decidedBy.service.title : figure.decidedBy.asset.title;
  };
  return [
    { name: 'asset', width: 40, value: ({ asset }) => asset.title },
    { name: 'kind', width: 14, value: ({ asset }) => t(`risks.kind.${asset.kind}`) },
    { name: 'centres', width: 44, value: ({ centres }) => centres.map(({ title }) => title).join(', ') },
    { name: 'mtd', width: 18, value: ({ mtd }) => hours(mtd?.hours) },
    { name: 'decidedBy', width: 34, value: ({ mtd }) => decider(mtd) },
    { name: 'rto', width: 18, value: ({ rto }) => hours(rto?.hours) },
    { name: 'rpo', width: 18, value: ({ rpo }) => hours(rpo?.hours) },
    { name: 'plan', width: 22, value: ({ plan }) => t(`contingency.coverage.${plan.state}`) },
    { name: 'covered', width: 14, value: ({ plan }) => `${plan.covered} / ${plan.of}` },
    {
      name: 'restorePlan',
      width: 22,
      value: ({ restorePlan }) => (restorePlan ? t(`contingency.coverage.${restorePlan.state}`) : ''),
    },
    {
      name: 'testing',
      width: 22,
      value: ({ testing }) => (testing ? testingInWords(t, testing) : ''),
    },
    { name: 'lastTest', width: 14, value: ({ testing }) => testing?.lastOn ?? '' },
    { name: 'nextTest', width: 14, value: ({ testing }) => testing?.nextOn ?? '' },
    { name: 'recovery', width: 22, value: ({ testing }) => hours(testing?.recovery) },
    {
      name: 'gaps',
      width: 80,
      value: ({ gaps }) => gaps.map(({ gap }) => t(`contingency.gap.${gap}`)).join('; '),
    },
  ];
}

/** What was chosen, a row each. */
function chosen(context: Context, t: Translate, query: Filter): [string, string][] {
  const rows: [string, string | undefined][] = [
    ['search', query.q],
    [
      'centre',
      query.centreId === 'mine' ? t('contingencyOverview.filters.mine') : centreRef(context, query.centreId)?.title,
    ],
    ['kind', query.kind && t(`risks.kind.${query.kind}`)],
    ['gap', query.gap && t(`contingency.gap.${query.gap}`)],
    ['plan', query.plan && t(`contingency.coverage.${query.plan}`)],
    ['testing', query.testing && testingWords(t, query.testing)],
  ];
  return rows.flatMap(([name, value]) => (value ? [[t(key(name)), value] as [string, string]] : []));
}
const testingWords = (t: Translate, testing: NonNullable<OverviewQuery['testing']>): string =>
  t(testing === 'notInAYear' ? 'contingencyOverview.filters.notInAYear' : `contingency.testStanding.${testing}`);

/** The rows of a query as an Excel workbook in the actor's language, and what was chosen. */
export function overviewWorkbook(context: Context, actor: Actor, query: Filter): Promise<Workbook> {
  const t = context.texts(actor.language);
  const date = todayOf(context.clock);
  const columns = columnsOf(t, actor.language);
  const { found } = overviewRows(context, actor, query);
  const sheet: Sheet = {
    name: t(key('name')),
    rows: [
      columns.map(({ name }) => t(key(name))),
      ...found.map((entry) => {
        const row = vitalRowOf(context, entry);
        return columns.map(({ value }) => value(row));
      }),
    ],
    widths: columns.map(({ width }) => width),
  };
  const about: Sheet = {
    name: t(key('about')),
    rows: [[t(key('fileName'), { date }), ''], [t(key('count')), found.length], ...chosen(context, t, query)],
    widths: [30, 80],
  };
  return workbook(t(key('fileName'), { date }), [sheet, about]);
}
