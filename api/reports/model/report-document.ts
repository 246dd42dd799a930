import { latestSeal, inGroups } from '../../trail/index.ts';
import type { Context } from '../../context.ts';
import { Figures } from '../../figures/index.ts';
import { localDate, type Language, type LocalDate } from '../../kernel/index.ts';
import type { ReportDecision, ReportSection } from '../contract.ts';
import type { YearlyReport } from '../report-list.ts';
import { modelOf } from '../reports.ts';
import type { ReportModel } from './report-model.ts';
import { saidIn, sectionsOf, type Said } from './report-words.ts';

/** A report in one language: source of the tab, Word, PDF and the approval request. */
export interface ReportDocument {
  said: Said;
  model: ReportModel;
  title: string;
  /** Without omitted ones. */
  sections: readonly ReportSection[];
  all: readonly ReportSection[];
  columns: { now: string; before: string };
  decisions: readonly (ReportDecision & { roleName: string; dueWords: string })[];
  about: string;
  seal?: { day: LocalDate; seal: string; words: string };
  madeAt: string;
}

/** From memory. Throws AppError missing `reports.figuresGone`. */
export function reportDocument(context: Context, report: YearlyReport, language: Language): ReportDocument {
  const said = saidIn(context, language);
  const { t, day } = said;
  const model = modelOf(context, report);
  const all = sectionsOf(said, model, report);
  const seal = latestSeal(context);
  return {
    said,
    model,
    all,
    title: titleOf(context, report, language),
    sections: all.filter(({ isOff }) => !isOff),
    columns: {
      now: day(model.day),
      before: model.before === undefined ? t('reports.noYear') : day(model.before),
    },
    decisions: report.decisions.map((one) => ({
      ...one,
      roleName: t(`roles.${one.role}`),
      dueWords: day(one.due),
    })),
    about: aboutFigures(context, said, report),
    ...(seal
      ? {
          seal: {
            day: seal.day,
            seal: seal.seal,
            words: t('reports.seal', { date: day(seal.day), seal: inGroups(seal.seal) }),
          },
        }
      : {}),
    madeAt: report.changedAt,
  };
}

export const titleOf = (context: Context, { year }: Pick<YearlyReport, 'year'>, language: Language): string =>
  context.texts(language)('reports.title', { year });

/** When figures were counted; also if long after their day. */
function aboutFigures(context: Context, { t, day }: Said, { figuresKey, beforeKey }: YearlyReport): string {
  const list = context.list(Figures);
  const [now, before] = [list.get(figuresKey), beforeKey === undefined ? undefined : list.get(beforeKey)];
  const counted = (item: { day: string; frozenAt: string }) => ({
    day: day(item.day),
    counted: day(localDate(new Date(item.frozenAt))),
  });
  return [
    ...(now ? [t('reports.about.now', counted(now))] : []),
    before ? t('reports.about.before', counted(before)) : t('reports.about.noYear'),
    t('reports.about.all'),
  ].join(' ');
}

/** Heading of a figure table: this year and the previous. */
export const headOf = ({ said: { t }, columns }: ReportDocument): string[] => [
  t('figureDocuments.columns.name'),
  columns.now,
  columns.before,
  t('reports.column.movement'),
];
export const movementWords = (
  { said: { t } }: ReportDocument,
  { movement }: ReportSection['figures'][number],
): string => t(`reports.movement.${movement}`);
