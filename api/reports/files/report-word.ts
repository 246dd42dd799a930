import type { Context } from '../../context.ts';
import { frozenDownload, fileNamed } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import type { Language } from '../../kernel/index.ts';
import { fillTemplate, wordDocument, type Block, type Cell, type Values, type Vocabulary } from '../../word/index.ts';
import type { ReportSection } from '../contract.ts';
import { headOf, movementWords, reportDocument, type ReportDocument } from '../model/report-document.ts';
import { valueOf } from '../model/report-words.ts';
import { sectionPlans, tableShares } from '../model/sections.ts';
import type { YearlyReport } from '../report-list.ts';
import { refuseTemplate } from './template-refused.ts';

/** Figures a template may name individually. */
const named = sectionPlans.flatMap(({ figures }) => figures);

/** Names a template may use; see docs/in-use.md. */
export const templateWords: Vocabulary = {
  texts: [
    'title',
    'organisation',
    'year',
    'asOf',
    'lastYear',
    'about',
    'seal',
    ...named.flatMap((key) => [`figures.${key}`, `before.${key}`]),
  ],
  blocks: ['decisions'],
  loops: {
    sections: { item: 'section', texts: ['title'], blocks: ['text', 'figures', 'chart', 'tables'] },
    decisions: { item: 'decision', texts: ['title', 'why', 'role', 'due'], blocks: [] },
  },
};

/** RGB of this year and the previous: dark and light, distinguishable without colour. */
const [dark, light] = ['12365B', '9FB3C8'] as const;
/** Text width of a portrait page in twips. */
const width = 9_638;

const right = (text: string): Cell => ({ text, align: 'right' });
function figuresBlock(document: ReportDocument, { figures }: ReportSection): Block[] {
  if (figures.length === 0) return [];
  const rows = figures.map((one) => [
    { text: one.name },
    { ...right(one.now), bold: true },
    right(one.before),
    { text: movementWords(document, one) },
  ]);
  return [
    { kind: 'table', widths: [4_338, 1_600, 1_600, 2_100], header: headOf(document), rows },
    { kind: 'text', text: '' },
  ];
}

function chartBlock({ columns }: ReportDocument, { chart, figures }: ReportSection): Block[] {
  if (!chart) return [];
  const hasBefore = chart.bars.some(({ before }) => before);
  const isShare = chart.most === 100 && figures.some(({ now }) => now.includes('%'));
  return [
    {
      kind: 'chart',
      title: chart.title,
      alt: chart.alt,
      most: chart.most,
      unit: isShare ? 'General" %"' : '#,##0',
      series: [{ name: columns.now, color: dark }, ...(hasBefore ? [{ name: columns.before, color: light }] : [])],
      bars: chart.bars.map(({ title, now, before }) => ({
        title,
        values: [now?.value ?? null, ...(hasBefore ? [before?.value ?? null] : [])],
      })),
    },
  ];
}

const cutBlock = ({ said: { t } }: ReportDocument): Block => ({ kind: 'text', text: t('reports.cut') });
const tableBlocks = (document: ReportDocument, { tables }: ReportSection): Block[] =>
  tables.flatMap(({ key, title, head, rows, isCut }): Block[] => [
    { kind: 'text', text: title, bold: true, size: 20 },
    {
      kind: 'table',
      header: head,
      widths: tableShares[key].map((share) => Math.floor(width * share)),
      rows: rows.map((row) => row.map((text) => ({ text }))),
    },
    isCut ? cutBlock(document) : { kind: 'text', text: '' },
  ]);

function decisionsBlock({ decisions, said: { t } }: ReportDocument): Block[] {
  if (decisions.length === 0) return [{ kind: 'text', text: t('reports.noDecisions') }];
  return [
    {
      kind: 'table',
      widths: [5_438, 2_500, 1_700],
      header: [t('reports.decision.title'), t('reports.decision.role'), t('reports.decision.due')],
      rows: decisions.map(({ title, why, roleName, dueWords }) => [
        { title, text: why },
        { text: roleName },
        { text: dueWords },
      ]),
    },
  ];
}

/** Values of a template's names. */
function valuesOf(context: Context, document: ReportDocument): Values & { loops: Record<string, Values[]> } {
  const { said, model, title, columns, decisions, sections, about, seal } = document;
  const figures = named.flatMap((key) => [
    [`figures.${key}`, valueOf(said, model, key, 'now')] as const,
    [`before.${key}`, valueOf(said, model, key, 'before')] as const,
  ]);
  return {
    texts: {
      title,
      organisation: context.organisation.name,
      year: String(model.year),
      about,
      asOf: columns.now,
      lastYear: columns.before,
      seal: seal?.words ?? said.t('reports.noSeal'),
      ...Object.fromEntries(figures),
    },
    blocks: { decisions: decisionsBlock(document) },
    loops: {
      sections: sections.map((section) => ({
        texts: { title: section.title },
        blocks: {
          text: [{ kind: 'markdown', text: section.text }],
          figures: figuresBlock(document, section),
          chart: chartBlock(document, section),
          tables: tableBlocks(document, section),
        },
      })),
      decisions: decisions.map((one) => ({
        texts: { title: one.title, why: one.why, role: one.roleName, due: one.dueWords },
        blocks: {},
      })),
    },
  };
}

/** The built-in template: names only, with texts in a language. Some 100 ms on a thread. Rejects as `ownThread`. */
export function shippedTemplate(context: Context, language: Language): Promise<FileAnswer> {
  const t = context.texts(language);
  return wordDocument(t('reports.template.file'), {
    creator: context.organisation.name,
    title: '{{title}}',
    sections: [
      {
        across: false,
        blocks: [
          { kind: 'text', text: '{{organisation}}', size: 26 },
          { kind: 'title', text: '{{title}}' },
          { kind: 'text', text: '{{about}}', size: 20 },
          { kind: 'text', text: '{{#sections}}' },
          { kind: 'heading', text: '{{section.title}}' },
          ...(['text', 'chart', 'figures', 'tables'] as const).map((part): Block => ({
            kind: 'text',
            text: `{{section.${part}}}`,
          })),
          { kind: 'text', text: '{{/sections}}' },
          { kind: 'heading', text: t('reports.decision.heading') },
          { kind: 'text', text: '{{decisions}}' },
          { kind: 'text', text: '' },
          { kind: 'text', text: '{{seal}}', size: 16 },
        ],
      },
    ],
  });
}

/**
 * The report in the municipality's template, or the built-in one. Throws AppError invalid, conflict `files.changed`,
 * unavailable; rejects as `ownThread`.
 */
export async function wordOf(context: Context, report: YearlyReport, language: Language): Promise<FileAnswer> {
  const document = reportDocument(context, report, language);
  const { template: own } = report;
  const template = own ? await frozenDownload(context, own) : await shippedTemplate(context, language);
  const filled = await fillTemplate({
    template: template.bytes,
    words: templateWords,
    values: valuesOf(context, document),
    title: document.title,
    creator: context.organisation.name,
  });
  if ('problems' in filled) throw refuseTemplate(filled.problems);
  return { fileName: fileNamed(document.title, 'docx'), bytes: filled.bytes };
}
