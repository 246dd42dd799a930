import {
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Context, Translate } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import { dayInWords, todayOf, type Actor, type Language, type LocalDate } from '../kernel/index.ts';
import type { FileAnswer } from '../http/route.ts';
import { applicabilityLines, type ApplicabilityLine } from './applicability-lines.ts';
import { standardTitle } from './requirement-views.ts';
import { standardNowOrThrow } from './standard-views.ts';
import { metPercent } from './standing.ts';

const root = 'riskDocuments.standards';
const columns = ['ref', 'requirement', 'applies', 'reason', 'standing', 'controls', 'procedures'] as const;
/** Twips, a landscape A4 between margins of 2 cm. */
const widths = [1_000, 3_300, 1_250, 3_100, 1_600, 2_500, 1_800];
const margin = 1_134;
const size = 18;
const headed = 'D9E2F3';

/**
 * The statement of applicability in Word, to put before management: a table for each section, landscape, with links to
 * controls and procedures. Throws AppError `missing`.
 */
export async function applicabilityDocument(context: Context, actor: Actor, standardKey: string): Promise<FileAnswer> {
  const { language } = actor;
  const t = context.texts(language);
  const now = standardNowOrThrow(context, standardKey);
  const today = todayOf(context.clock);
  const values = { title: standardTitle(now.standard, language), date: today };
  const { coverage } = now;
  const written = new Document({
    creator: context.organisation.name,
    title: t(`${root}.applicabilityTitle`, values),
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: footer(t(`${root}.applicabilityTitle`, values)) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(t(`${root}.applicabilityTitle`, values), 40)] }),
          paragraph(t(`${root}.asOf`, { organisation: context.organisation.name, date: inWords(today, language) })),
          paragraph(
            t(`${root}.sum`, {
              ...coverage,
              applies: coverage.total - coverage.deselected,
              percent: String(metPercent(coverage)).replace('.', language === 'da' ? ',' : '.'),
            }),
          ),
          ...sections(applicabilityLines(context, language, now)).flatMap(([title, lines]) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { before: 280, after: 120 }, text: title }),
            table(context, t, lines),
          ]),
        ],
      },
    ],
  });
  const name = t(`${root}.applicabilityFile`, values).replace(/[^\p{L}\p{N}. -]/gu, '');
  return { fileName: `${name}.docx`, bytes: await Packer.toBuffer(written) };
}

/** `24. november 2026`. A day is the same day wherever it is read. */
const inWords = (day: LocalDate, language: Language): string => dayInWords(day, language, 'long');

function sections(lines: readonly ApplicabilityLine[]): [string, ApplicabilityLine[]][] {
  const found = new Map<string, ApplicabilityLine[]>();
  for (const line of lines) found.set(line.section, [...(found.get(line.section) ?? []), line]);
  return [...found];
}

const run = (text: string, halfPoints = size, bold = false) => new TextRun({ text, size: halfPoints, bold });
const paragraph = (text: string) => new Paragraph({ spacing: { after: 120 }, children: [run(text, 22)] });

function table(context: Context, t: Translate, lines: readonly ApplicabilityLine[]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, place) =>
      cell(place, [new Paragraph({ children: [run(t(`${root}.columns.${column}`), size, true)] })], headed),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...lines.map((line) => row(context, line))],
  });
}

const row = (context: Context, line: ApplicabilityLine) =>
  new TableRow({
    cantSplit: true,
    children: [
      ...[line.ref, line.title, line.applies, line.reason, line.standing].map((text, place) =>
        cell(place, [new Paragraph({ children: [run(text)] })]),
      ),
      cell(
        5,
        links(
          context,
          line.controls.map(({ words, path }) => [words, path]),
        ),
      ),
      cell(
        6,
        links(
          context,
          line.procedures.map(({ title, path }) => [title, path]),
        ),
      ),
    ],
  });

const cell = (place: number, children: Paragraph[], fill?: string) =>
  new TableCell({
    width: { size: widths[place] ?? 0, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(fill ? { shading: { fill } } : {}),
    children,
  });

const links = (context: Context, things: readonly (readonly [words: string, path: string])[]): Paragraph[] =>
  things.length === 0
    ? [new Paragraph({ children: [] })]
    : things.map(
        ([words, path]) =>
          new Paragraph({
            spacing: { after: 60 },
            children: [
              new ExternalHyperlink({
                link: deepLink(context, path),
                children: [new TextRun({ text: words, size, style: 'Hyperlink' })],
              }),
            ],
          }),
      );

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
