import type { Context } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import type { FileAnswer } from '../http/route.ts';
import { wordDocument, type Block, type Cell } from '../word/index.ts';
import { applicabilityLines, type ApplicabilityLine } from './applicability-lines.ts';
import { standardTitle } from './requirement-views.ts';
import { standardNowOrThrow } from './standard-views.ts';
import { metPercent } from './requirement-status.ts';
import { formatDate } from '../texts/format.ts';

const root = 'riskDocuments.standards';
const columns = ['ref', 'requirement', 'applies', 'reason', 'standing', 'controls', 'procedures'] as const;
/** Twips, landscape A4 with margins of 2 cm. */
const widths = [1_000, 3_300, 1_250, 3_100, 1_600, 2_500, 1_800];

/**
 * The statement of applicability in Word, for management: a table for each section, landscape, with links to controls
 * and procedures. Throws AppError `missing`, and as `ownThread`.
 */
export async function applicabilityDocument(context: Context, actor: Actor, standardKey: string): Promise<FileAnswer> {
  const { language } = actor;
  const t = context.texts(language);
  const now = standardNowOrThrow(context, standardKey);
  const today = todayOf(context.clock);
  const values = { title: standardTitle(now.standard, language), date: today };
  const { coverage } = now;
  const title = t(`${root}.applicabilityTitle`, values);
  const chosen = now.requirements.filter(({ choice }) => choice?.applies).length;
  const sum = {
    ...coverage,
    chosen,
    open: coverage.total - coverage.deselected - chosen,
    applies: coverage.total - coverage.deselected,
    lacking: coverage.gap + coverage.undecided,
    percent: String(metPercent(coverage)).replace('.', language === 'da' ? ',' : '.'),
  };
  const asOf = { organisation: context.organisation.name, date: formatDate(today, language, 'long') };
  const header = columns.map((column) => t(`${root}.columns.${column}`));
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'text', text: t(`${root}.asOf`, asOf), size: 22 },
    ...(now.standard.selectable ? [{ kind: 'text' as const, text: t(`${root}.chosen`, sum), size: 22 }] : []),
    { kind: 'text', text: t(`${root}.sum`, sum), size: 22 },
    ...sections(applicabilityLines(context, actor, now)).flatMap(([section, lines]): Block[] => [
      { kind: 'heading', text: section },
      { kind: 'table', widths, header, rows: lines.map((line) => row(context, line)) },
    ]),
  ];
  return wordDocument(t(`${root}.applicabilityFile`, values), {
    creator: context.organisation.name,
    title,
    sections: [{ across: true, blocks }],
  });
}

function sections(lines: readonly ApplicabilityLine[]): [string, ApplicabilityLine[]][] {
  return [...Map.groupBy(lines, ({ section }) => section)];
}

const row = (context: Context, line: ApplicabilityLine): Cell[] => [
  ...[line.ref, line.title, line.applies, line.reason, line.status].map((text) => ({ text })),
  linked(
    context,
    line.controls.map(({ words, path }) => [words, path]),
  ),
  linked(
    context,
    line.procedures.map(({ title, path }) => [title, path]),
  ),
];

const linked = (context: Context, things: readonly (readonly [words: string, path: string])[]): Cell => ({
  text: '',
  links: things.map(([words, path]) => ({ words, address: deepLink(context, path) })),
});
