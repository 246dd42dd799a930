import type { Context } from '../../context.ts';
import { fileNamed } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import type { Language } from '../../kernel/index.ts';
import { writePaper, type PaperBlock } from '../../paper/write-paper.ts';
import type { ReportSection } from '../contract.ts';
import { headOf, movementWords, reportDocument, type ReportDocument } from '../model/report-document.ts';
import { tableShares } from '../model/sections.ts';
import type { YearlyReport } from '../report-list.ts';

/** The same as a PDF, tagged for screen readers; the same content gives the same bytes. */
export async function paperOf(context: Context, report: YearlyReport, language: Language): Promise<FileAnswer> {
  const document = reportDocument(context, report, language);
  const { said, title, sections, about, seal, madeAt } = document;
  const bytes = await writePaper({
    title,
    language,
    madeAt,
    author: context.organisation.name,
    footer: title,
    page: said.t('documents.case.page', { page: '{page}', of: '{of}' }),
    blocks: [
      { kind: 'title', text: title, above: context.organisation.name },
      { kind: 'text', text: about },
      ...sections.flatMap((section) => sectionBlocks(document, section)),
      ...decisionBlocks(document),
      { kind: 'text', text: seal?.words ?? said.t('reports.noSeal') },
    ],
  });
  return { fileName: fileNamed(title, 'pdf'), bytes };
}

function sectionBlocks(document: ReportDocument, section: ReportSection): PaperBlock[] {
  const { title, text, figures, chart, tables } = section;
  const hasBefore = chart?.bars.some(({ before }) => before) === true;
  const series = [document.columns.now, ...(hasBefore ? [document.columns.before] : [])];
  return [
    { kind: 'heading', text: title },
    { kind: 'markdown', text },
    ...(chart
      ? [
          {
            kind: 'chart' as const,
            title: chart.title,
            alt: chart.alt,
            most: chart.most,
            series,
            bars: chart.bars.map((bar) => ({
              title: bar.title,
              values: [bar.now ?? null, ...(hasBefore ? [bar.before ?? null] : [])],
            })),
          },
        ]
      : []),
    ...(figures.length > 0
      ? [
          {
            kind: 'table' as const,
            head: headOf(document),
            shares: [0.46, 0.18, 0.18, 0.18],
            rows: figures.map((one) => [one.name, one.now, one.before, movementWords(document, one)]),
          },
        ]
      : []),
    ...tables.flatMap((table): PaperBlock[] => [
      { kind: 'subheading', text: table.title },
      { kind: 'table', head: table.head, rows: table.rows, shares: [...tableShares[table.key]] },
      ...(table.isCut ? [{ kind: 'text' as const, text: document.said.t('reports.cut') }] : []),
    ]),
  ];
}

function decisionBlocks({ decisions, said: { t } }: ReportDocument): PaperBlock[] {
  return [
    { kind: 'heading', text: t('reports.decision.heading') },
    decisions.length === 0
      ? { kind: 'text', text: t('reports.noDecisions') }
      : {
          kind: 'table',
          shares: [0.5, 0.32, 0.18],
          head: [t('reports.decision.title'), t('reports.decision.role'), t('reports.decision.due')],
          rows: decisions.map(({ title, why, roleName, dueWords }) => [
            [title, why].filter(Boolean).join('\n'),
            roleName,
            dueWords,
          ]),
        },
  ];
}
