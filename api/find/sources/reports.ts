import { maySeeYearlyReport, reportPath, sectionKeys, YearlyReports } from '../../reports/index.ts';
import { holds } from '../../kernel/index.ts';
import { statusReportPath, statusReportReaders, StatusReports } from '../../status-reports/index.ts';
import { ofList } from './of-list.ts';
import { formatDate } from '../../texts/format.ts';

/** Yearly reports (R12), by title, sections and the team's texts. */
export const reportsFound = ofList({
  kind: 'report',
  list: YearlyReports,
  weights: { title: 8, text: 1 },
  isIn: () => true,
  texts: ({ year, texts, off, decisions }, context) => {
    const [da, en] = [context.texts('da'), context.texts('en')];
    const own = new Map(texts.map(({ key, text }) => [key, text]));
    const sections = sectionKeys
      .filter((key) => !off.includes(key))
      .map((key) => `${da(`reports.section.${key}`, { year: year + 1 })}\n${own.get(key) ?? ''}`.trim());
    const decided = decisions.map(({ title, why }) => `${title} ${why}`.trim());
    return {
      title: `${da('reports.title', { year })} ${en('reports.title', { year })}`,
      text: [...sections, ...decided].join('\n\n'),
    };
  },
  sees: maySeeYearlyReport,
  title: (t, { year }) => t('reports.title', { year }),
  about: (_context, t, { asOf }, language) => [t('find.about.report', { day: formatDate(asOf, language) })],
  path: reportPath,
});

/** The team's reports to the committee (R14). */
export const statusReportsFound = ofList({
  kind: 'report',
  list: StatusReports,
  weights: { title: 8, text: 1 },
  isIn: () => true,
  texts: ({ title, note: text }) => ({ title, text }),
  sees: (_context, actor) => holds(actor, ...statusReportReaders),
  about: (_context, t, { to }, language) => [t('find.about.statusReport', { day: formatDate(to, language) })],
  path: statusReportPath,
});
