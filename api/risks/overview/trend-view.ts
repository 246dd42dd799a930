import { Assets, maySeeWhole, ownCentres } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { forbidden, todayOf, type Actor } from '../../kernel/index.ts';
import { Centres, freshnessOf } from '../../organisation/index.ts';
import { sheetOf, workbook, type Column, type Workbook } from '../../files/workbook/index.ts';
import type { overviewContract } from '../contract.ts';
import { Assessments, RiskFigures, Risks } from '../risk-lists.ts';
import { currentScale } from '../scales/scales.ts';
import { centreRisks, type CentreRisks } from './centre-risks.ts';
import { frozenMonths, monthOf } from './figures.ts';
import { levelsNow, levelViews, sumOf, type LevelCount, type LevelCounts } from './level-counts.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

export type TrendView = AnswerOf<(typeof overviewContract)['GET /api/risks/trend']>;

/** Where a centre is weak is for those who must do something about it: the own centres’, and for the whole all. */
const maySeeNumbersOf = (actor: Actor, centreId: string): boolean =>
  maySeeWhole(actor) || ownCentres(actor).some((own) => own === centreId);
const centreRisksSeen = (context: Context, actor: Actor): CentreRisks[] =>
  centreRisks(context, actor.language).filter(({ centre }) => maySeeNumbersOf(actor, centre.id));

const wantedOf = (actor: Actor, centreId: string | undefined): readonly string[] =>
  centreId === 'mine' ? ownCentres(actor) : [centreId ?? ''];

/**
 * Risks by level and month, in total or of a centre, and the centres' present levels (R2). `mine`: all the actor's
 * centres; an asset of two counts in both. From memory. Throws AppError forbidden `risks.mayNotSee` for other centres.
 */
export function trendView(context: Context, actor: Actor, centreId: string | undefined): TrendView {
  const { language } = actor;
  const wanted = wantedOf(actor, centreId);
  if (centreId !== undefined && !wanted.every((centre) => maySeeNumbersOf(actor, centre)))
    throw forbidden('risks.mayNotSee');
  const of = ({ levels, byCentre }: LevelCounts): readonly LevelCount[] =>
    centreId === undefined
      ? levels
      : levels.map((level, place) => ({
          ...level,
          count: wanted.reduce((sum, centre) => sum + (byCentre[centre]?.[place]?.count ?? 0), 0),
        }));
  const monthView = (month: string, frozen: boolean, figures: LevelCounts) => ({
    month,
    frozen,
    total: sumOf(of(figures)),
    levels: levelViews(of(figures), language),
  });
  const running = monthOf(todayOf(context.clock));
  return {
    months: [
      ...frozenMonths(context)
        .filter(({ key }) => key < running)
        .map((figures) => monthView(figures.key, true, figures)),
      monthView(running, false, levelsNow(context)),
    ],
    centres: centreRisksSeen(context, actor),
    freshness: freshnessOf(context, Assets, Assessments, Risks, Centres, RiskFigures),
  };
}

/**
 * Risks by centre and level now, and those of `trendView` by month, as an Excel workbook in the actor's language.
 * Throws AppError as it does.
 */
export async function centresWorkbook(context: Context, actor: Actor, centreId: string | undefined): Promise<Workbook> {
  const t = context.texts(actor.language);
  const text = (key: TextsUnder<'riskDocuments.register.centres'>) => t(`riskDocuments.register.centres.${key}`);
  const date = todayOf(context.clock);
  const { levels, byCentre } = levelsNow(context);
  const words = levelViews(levels, actor.language).map(({ word }) => word);
  const { months } = trendView(context, actor, centreId);
  const centres = centreRisksSeen(context, actor);
  const chosen = wantedOf(actor, centreId);
  const titles = centres.flatMap(({ centre: { id, title } }) => (chosen.includes(id) ? [title] : []));
  const monthsOf = centreId === undefined ? text('all') : titles.join('; ');
  const scale = currentScale(context);
  return workbook(t('riskDocuments.register.centres.fileName', { date }), [
    sheetOf(text('sheet'), centres, [
      [text('centre'), 44, ({ centre }) => centre.title],
      [text('own'), 20, ({ ownLevel }) => ownLevel?.word],
      [text('worst'), 20, ({ level }) => level?.word],
      [text('risks'), 12, ({ risks }) => risks],
      ...words.map((word, at): Column<CentreRisks> => [
        word,
        18,
        ({ centre }) => byCentre[centre.id]?.[at]?.count ?? 0,
      ]),
      [text('assets'), 12, ({ assets }) => assets],
      [text('missing'), 20, ({ missing }) => missing],
    ]),
    sheetOf(text('months'), months, [
      [text('month'), 14, ({ month }) => month],
      [text('centre'), 44, () => monthsOf],
      [text('state'), 22, ({ frozen }) => text(frozen ? 'frozen' : 'running')],
      ...words.map((word, at): Column<Month> => [word, 18, (month) => levelsOf(month, scale.levels.length)[at]]),
      [text('total'), 12, ({ total }) => total],
    ]),
  ]);
}

type Month = TrendView['months'][number];
/** A month's counts by current level; months frozen on another scale by severity. */
function levelsOf({ levels }: Month, count: number): number[] {
  const counts = Array.from({ length: count }, () => 0);
  for (const level of levels) {
    const place = Math.round(level.severity * (count - 1));
    counts[place] = (counts[place] ?? 0) + level.count;
  }
  return counts;
}
