import { hoursInWords } from '../../critical-services/index.ts';
import type { Context, Translate } from '../../context.ts';
import { todayOf, type Actor, type Language } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { lazily, sheetOf, workbook, type Column, type Sheet, type Workbook } from '../../files/workbook/index.ts';
import type { FigureView } from '../../critical-services/contract.ts';
import type { OverviewQuery, VitalRow } from '../contract.ts';
import { testingInWords } from '../exercises/testing-in-words.ts';
import { overviewRows } from './overview-view.ts';
import { vitalRowOf } from './vital-entries.ts';
import { formatNumber } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

type Name = TextsUnder<'contingencyOverview.sheet'>;
const key = (name: Name) => `contingencyOverview.sheet.${name}` as const;
type Filter = Omit<OverviewQuery, 'offset' | 'limit'>;

function columnsOf(t: Translate, language: Language): Column<VitalRow>[] {
  const hours = (value: number | undefined): string =>
    value === undefined ? '' : hoursInWords(t, value, (number) => formatNumber(number, language, 3));
  const decider = (figure: FigureView | undefined): string => {
    if (!figure) return '';
    return figure.decidedBy.kind === 'service' ? figure.decidedBy.service.title : figure.decidedBy.asset.title;
  };
  const head = (name: Name): string => t(key(name));
  return [
    [head('asset'), 40, ({ asset }) => asset.title],
    [head('kind'), 14, ({ asset }) => t(`risks.kind.${asset.kind}`)],
    [head('centres'), 44, ({ centres }) => centres.map(({ title }) => title).join('; ')],
    [head('mtd'), 18, ({ mtd }) => hours(mtd?.hours)],
    [head('decidedBy'), 34, ({ mtd }) => decider(mtd)],
    [head('rto'), 18, ({ rto }) => hours(rto?.hours)],
    [head('rpo'), 18, ({ rpo }) => hours(rpo?.hours)],
    [head('plan'), 22, ({ plan }) => t(`contingency.coverage.${plan.state}`)],
    [head('covered'), 14, ({ plan }) => `${plan.covered} / ${plan.of}`],
    [head('restorePlan'), 22, ({ restorePlan }) => restorePlan && t(`contingency.coverage.${restorePlan.state}`)],
    [head('testing'), 22, ({ testing }) => testing && testingInWords(t, testing)],
    [head('lastTest'), 14, ({ testing }) => testing?.lastOn],
    [head('nextTest'), 14, ({ testing }) => testing?.nextOn],
    [head('recovery'), 22, ({ testing }) => hours(testing?.recovery)],
    [head('gaps'), 80, ({ gaps }) => gaps.map(({ gap }) => t(`contingency.gap.${gap}`)).join('; ')],
  ];
}

/** The filters, a row each. */
function chosen(context: Context, t: Translate, query: Filter): [string, string][] {
  const rows: [Name, string | undefined][] = [
    ['search', query.q],
    [
      'centre',
      query.centreId === 'mine' ? t('contingencyOverview.filters.mine') : centreRef(context, query.centreId)?.title,
    ],
    ['kind', query.kind && t(`risks.kind.${query.kind}`)],
    ['gap', query.gap && gapWords(t, query.gap)],
    ['plan', query.plan && t(`contingency.coverage.${query.plan}`)],
    ['testing', query.testing && testingWords(t, query.testing)],
  ];
  return rows.flatMap(([name, value]) => (value ? [[t(key(name)), value] as [string, string]] : []));
}
const gapWords = (t: Translate, gap: NonNullable<OverviewQuery['gap']>): string =>
  t(gap === 'any' ? 'contingencyOverview.filters.anyGap' : `contingency.gap.${gap}`);
function testingWords(t: Translate, testing: NonNullable<OverviewQuery['testing']>): string {
  if (testing === 'lacking') return t('contingencyOverview.filters.lacksTest');
  return t(testing === 'notInAYear' ? 'contingencyOverview.testMark.missing' : `contingency.testStanding.${testing}`);
}

/** A query's rows as an Excel workbook in the actor's language, with the filters. */
export function overviewWorkbook(context: Context, actor: Actor, query: Filter): Promise<Workbook> {
  const t = context.texts(actor.language);
  const date = todayOf(context.clock);
  const { found } = overviewRows(context, actor, query);
  const rows = lazily(found, (entry) => vitalRowOf(context, entry));
  const sheet = sheetOf(t(key('name')), rows, columnsOf(t, actor.language));
  const about: Sheet = {
    name: t(key('about')),
    rows: [[t(key('fileName'), { date }), ''], [t(key('count')), found.length], ...chosen(context, t, query)],
    widths: [30, 80],
  };
  return workbook(t(key('fileName'), { date }), [sheet, about]);
}
