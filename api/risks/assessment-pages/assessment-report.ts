import type { Context } from '../../context.ts';
import type { FileAnswer } from '../../http/route.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { wordDocument, type Block, type Cell } from '../../word/index.ts';
import { riskStages } from '../vocabulary.ts';
import { assessmentView } from './assessment-view.ts';
import type { KnownAssessment } from '../assessments/assessments.ts';
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
import { formatDate } from '../../texts/format.ts';

const words = 'riskDocuments.assessments.report';
/** Text width in twips. */
const portrait = 9_638;
const landscape = 14_570;

/**
 * An assessment as a Word document (R1): subject, participants and scale on portrait pages, threats on landscape ones.
 * In the reader's language. Rejects as `ownThread`.
 */
export function assessmentReport(context: Context, actor: Actor, known: KnownAssessment): Promise<FileAnswer> {
  const { language } = actor;
  const t = context.texts(language);
  const view = assessmentView(context, actor, known);
  const reading: Reading = { context, language, t, view, ...known };
  const title = t(`${words}.title`, { asset: view.asset.title });
  const upright: Block[] = [
    { kind: 'title', text: title },
    { kind: 'text', text: asOf(reading), size: 22 },
    { kind: 'text', text: summaryOf(reading), size: 22, bold: true },
    ...headed(t(`${words}.facts`), [2_900, portrait - 2_900], [], factRows(reading)),
    ...headed(t(`${words}.quick`), [portrait - 2_400, 2_400], [], quickRows(reading)),
    ...headed(t(`${words}.scale`), [2_600, 7_038], [], legendRows(reading)),
    ...headed(t(`${words}.matrix`), matrixWidths(reading), ...matrixRows(reading)),
    ...(view.risks.every(({ stages }) => stages.current === undefined) ? [] : matrices(reading)),
    { kind: 'text', text: `\n${t('risks.worst')}` },
  ];
  const wide = riskRows(reading);
  const aside = notRelevantRows(reading);
  const none: Block = { kind: 'text', text: t(`${words}.noThreats`), size: 20 };
  const across: Block[] = [
    ...headed(
      t(`${words}.threats`),
      threatWidths,
      threatColumns.map((column) => t(`${words}.columns.${column}`)),
      wide,
    ),
    ...(wide.length === 0 ? [none] : []),
    ...headed(
      t(`${words}.notRelevant`),
      [5_000, landscape - 5_000],
      [t(`${words}.columns.threat`), t(`${words}.columns.reason`)],
      aside,
    ),
  ];
  const isShort = view.form === 'quick' && wide.length + aside.length === 0;
  return wordDocument(
    t(`${words}.fileName`, { asset: view.asset.title, date: view.heldOn ?? todayOf(context.clock) }),
    {
      creator: context.organisation.name,
      title,
      sections: [{ across: false, blocks: upright }, ...(isShort ? [] : [{ across: true, blocks: across }])],
    },
  );
}

const threatColumns = ['threat', 'why', 'inherent', 'current', 'target', 'treatment'] as const;
const threatWidths = [2_900, 3_600, 1_900, 1_900, 1_900, 2_370];

/** The first column has the consequence; the others share the remaining width. */
function matrixWidths({ view: { scale } }: Reading): number[] {
  const first = 2_600;
  return [first, ...scale.likelihood.map(() => Math.floor((portrait - first) / scale.likelihood.length))];
}

/** The threats' positions before controls, now and after the plan, by number. */
const matrices = (reading: Reading): Block[] =>
  riskStages.flatMap((stage) =>
    headed(
      reading.t(`${words}.numbered`, { stage: reading.t(`risks.stage.${stage}`) }),
      matrixWidths(reading),
      ...matrixRows(reading, stage),
    ),
  );

function asOf({ context, language, t, view }: Reading): string {
  const values = {
    organisation: context.organisation.name,
    number: view.number,
    state: t(`${words}.state.${view.state}`),
  };
  const date = formatDate(view.heldOn ?? todayOf(context.clock), language);
  return t(view.heldOn === undefined ? `${words}.asOf` : `${words}.heldOn`, { ...values, date });
}

/** A heading with its table; omitted without rows. */
const headed = (title: string, widths: number[], header: string[], rows: Cell[][]): Block[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'table', widths, header, rows },
      ];
