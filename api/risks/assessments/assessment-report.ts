import { Document, Footer, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import type { Context } from '../../context.ts';
import type { FileAnswer } from '../../http/route.ts';
import { dayInWords, todayOf, type Actor } from '../../kernel/index.ts';
import { assessmentView } from './assessment-view.ts';
import type { KnownAssessment } from './assessments.ts';
import {
  factRows,
  legendRows,
  matrixRows,
  notRelevantRows,
  quickRows,
  riskRows,
  summaryOf,
  type Reading,
} from './report-rows.ts';
import { paragraphs, wordTable, type Cell } from './word-parts.ts';

const words = 'riskDocuments.assessments.report';
/** Twips: 2 cm, and A4 between such margins. */
const margin = 1_134;
const portrait = 9_638;
const landscape = 14_570;

/**
 * An assessment as a Word document (R1): what was assessed, who took part and how it is measured on upright pages, the
 * threats on wide ones. In the reader's language. Rejects only when the document cannot be written.
 */
export async function assessmentReport(context: Context, actor: Actor, known: KnownAssessment): Promise<FileAnswer> {
  const { language } = actor;
  const t = context.texts(language);
  const view = assessmentView(context, actor, known);
  const reading: Reading = { context, language, t, view, ...known };
  const title = t(`${words}.title`, { asset: view.asset.title });
  const page = { margin: { top: margin, bottom: margin, left: margin, right: margin } };
  const foot = footer(title);
  const upright: ISectionOptions = {
    properties: { page: { ...page, size: { width: 11_906, height: 16_838 } } },
    footers: { default: foot },
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: title, size: 40 })] }),
      ...paragraphs(asOf(reading), { size: 22 }),
      ...paragraphs(summaryOf(reading), { size: 22, bold: true }),
      ...headed(t(`${words}.facts`), [2_900, portrait - 2_900], [], factRows(reading)),
      ...headed(t(`${words}.quick`), [portrait - 2_400, 2_400], [], quickRows(reading)),
      ...headed(t(`${words}.scale`), [2_600, 7_038], [], legendRows(reading)),
      ...headed(t(`${words}.matrix`), matrixWidths(reading), ...matrixRows(reading)),
      ...paragraphs(`\n${t('risks.worst')}`),
    ],
  };
  const wide = riskRows(reading);
  const aside = notRelevantRows(reading);
  const across: ISectionOptions = {
    properties: { page: { ...page, size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 } } },
    footers: { default: foot },
    children: [
      ...headed(
        t(`${words}.threats`),
        threatWidths,
        threatColumns.map((column) => t(`${words}.columns.${column}`)),
        wide,
      ),
      ...(wide.length === 0 ? paragraphs(t(`${words}.noThreats`), { size: 20 }) : []),
      ...headed(
        t(`${words}.notRelevant`),
        [5_000, landscape - 5_000],
        [t(`${words}.columns.threat`), t(`${words}.columns.reason`)],
        aside,
      ),
    ],
  };
  const isShort = view.form === 'quick' && wide.length + aside.length === 0;
  const written = new Document({
    creator: context.organisation.name,
    title,
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    sections: isShort ? [upright] : [upright, across],
  });
  const name = t(`${words}.fileName`, { asset: view.asset.title, date: view.heldOn ?? todayOf(context.clock) });
  const fileName = `${name.replace(/[^\p{L}\p{N}. -]/gu, '').slice(0, 120)}.docx`;
  return { fileName, bytes: await Packer.toBuffer(written) };
}

const threatColumns = ['threat', 'why', 'inherent', 'current', 'target', 'treatment'] as const;
const threatWidths = [2_900, 3_600, 1_900, 1_900, 1_900, 2_370];

/** The first column names the consequence, the others are as wide as there is room for. */
function matrixWidths({ view: { scale } }: Reading): number[] {
  const first = 2_600;
  return [first, ...scale.likelihood.map(() => Math.floor((portrait - first) / scale.likelihood.length))];
}

function asOf({ context, language, t, view }: Reading): string {
  const values = {
    organisation: context.organisation.name,
    number: view.number,
    state: t(`${words}.state.${view.state}`),
  };
  const date = dayInWords(view.heldOn ?? todayOf(context.clock), language);
  return t(view.heldOn === undefined ? `${words}.asOf` : `${words}.heldOn`, { ...values, date });
}

/** A heading with its table; nothing at all when the table has no rows. */
const headed = (title: string, widths: readonly number[], header: readonly string[], rows: readonly Cell[][]) =>
  rows.length === 0
    ? []
    : [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 280, after: 120 },
          children: [new TextRun({ text: title })],
        }),
        wordTable(widths, header, rows),
      ];

const footer = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ size: 16, children: [`${title} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
