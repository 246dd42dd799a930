import type { Context, Translate } from '../../context.ts';
import { fileNamed } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import { localDate, type Actor, type Instant } from '../../kernel/index.ts';
import { writePaper, type PaperBlock } from '../../paper/write-paper.ts';
import { wordDocument, type Block } from '../../word/index.ts';
import type { FindingView, InspectionView } from '../contract.ts';
import { inspectionView } from '../visits/inspection-views.ts';
import { formatDate } from '../../texts/format.ts';

/** Joins sentences, each with its full stop: people's texts mostly end with one. */
const sentences = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, place, all) => (place === all.length - 1 || /[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');

/** Content of the report in the reader's language, for Word and PDF. */
export type ReportPart =
  | { kind: 'title' | 'heading' | 'text'; text: string; strong?: boolean }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** Text width of a portrait page in twips. */
const width = 9_638;
const words = 'inspections.report';

/** From the reader's view of the inspection. */
export function reportParts(t: Translate, actor: Pick<Actor, 'language'>, visit: InspectionView): ReportPart[] {
  const day = (date: string) => formatDate(date, actor.language);
  const { centre, place, inspector, checklist, reasons, why, answeredBy, summary, findingList, items } = visit;
  const heldOn = visit.heldAt === undefined ? visit.plannedOn : localDate(new Date(visit.heldAt));
  const facts: string[][] = [
    [t(`${words}.unit`), [centre.title, place].filter(Boolean).join(', ')],
    [t(`${words}.day`), day(heldOn)],
    [t(`${words}.inspector`), inspector.name],
    [t(`${words}.checklist`), `${checklist.title}, ${t(`${words}.version`, { version: checklist.version })}`],
    [t(`${words}.how`), checklist.how],
    [t(`${words}.why`), [why, ...reasons.map((one) => reasonText(t, one))].filter(Boolean).join(' · ')],
    [t(`${words}.answered`), answeredBy?.name ?? t(`${words}.notAnswered`)],
  ];
  return [
    { kind: 'title', text: visit.title },
    ...(summary === '' ? [] : [{ kind: 'text' as const, text: summary, strong: true }]),
    { kind: 'table', head: [t(`${words}.about`), ''], rows: facts.filter(([, text]) => text !== '') },
    { kind: 'heading', text: t(`${words}.findings`) },
    ...(findingList.length === 0
      ? [{ kind: 'text' as const, text: t(`${words}.noFindings`) }]
      : findingList.flatMap((finding) => findingParts(t, day, finding))),
    { kind: 'heading', text: t(`${words}.items`) },
    {
      kind: 'table',
      head: [t(`${words}.item`), t(`${words}.unitSays`), t(`${words}.weSaw`)],
      rows: items.map(({ question, criterion, answer, answerNote, result, seen, sample }) => [
        `${question}\n${criterion}`,
        [answer ? t(`inspections.answer.${answer}`) : '–', answerNote].filter(Boolean).join(': '),
        sentences([result ? t(`inspections.result.${result}`) : '–', seen, sample]),
      ]),
    },
  ];
}

const reasonText = (t: Translate, { kind, count }: InspectionView['reasons'][number]): string =>
  t(`inspections.reason.${kind}`, count === undefined ? {} : { count });

function findingParts(t: Translate, day: (date: string) => string, finding: FindingView): ReportPart[] {
  const { title, grade, state, criterion, seen, sample, method, cause, actions, rechecks } = finding;
  const rows: string[][] = [
    [t(`${words}.grade`), `${t(`inspections.grade.${grade}`)} (${t(`inspections.findingState.${state}`)})`],
    [t(`${words}.criterion`), criterion],
    [t(`${words}.seen`), seen],
    [t(`${words}.sample`), [t(`inspections.method.${method}`), sample].filter(Boolean).join(': ')],
    [t(`${words}.cause`), cause],
    ...actions.map((action) => [
      t(`${words}.action`),
      t(`${words}.${action.doneAt === undefined ? 'actionBy' : 'actionDone'}`, {
        title: action.title,
        name: action.owner.name,
        date: day(action.doneAt === undefined ? action.due : localDate(action.doneAt as Instant)),
      }),
    ]),
    ...rechecks.map(({ effect, by, at, note }) => [
      t(`${words}.recheck`),
      `${t(`inspections.effect.${effect}`)}: ${note} (${by.name}, ${day(localDate(at as Instant))})`,
    ]),
  ];
  return [{ kind: 'table', head: [title, ''], rows: rows.filter(([, text]) => text !== '') }];
}

/**
 * The report as an editable Word document. Some 100 ms on a thread. Throws as `inspectionView`, rejects as `ownThread`.
 */
export function reportDocument(context: Context, actor: Actor, inspectionKey: string): Promise<FileAnswer> {
  const { t, visit, parts } = read(context, actor, inspectionKey);
  return wordDocument(t(`${words}.file`, { title: visit.title }), {
    creator: context.organisation.name,
    title: visit.title,
    sections: [{ across: false, blocks: parts.map(asWord) }],
  });
}

function asWord(part: ReportPart): Block {
  if (part.kind === 'text') return { kind: 'text', text: part.text, size: 22, bold: part.strong === true };
  if (part.kind !== 'table') return { kind: part.kind, text: part.text };
  const columns = part.head.length;
  const first = columns === 2 ? 2_400 : Math.floor(width / columns);
  const widths = part.head.map((_, place) => (place === 0 ? first : Math.floor((width - first) / (columns - 1))));
  return { kind: 'table', widths, header: part.head, rows: part.rows.map((row) => row.map((text) => ({ text }))) };
}

/**
 * The same as a PDF, tagged for screen readers; the same content gives the same bytes. Throws and rejects as the Word
 * document.
 */
export async function reportPaper(context: Context, actor: Actor, inspectionKey: string): Promise<FileAnswer> {
  const { t, visit, parts, changedAt } = read(context, actor, inspectionKey);
  const { language } = actor;
  const bytes = await writePaper({
    title: visit.title,
    language,
    madeAt: changedAt,
    author: context.organisation.name,
    footer: visit.title,
    page: t('documents.case.page', { page: '{page}', of: '{of}' }),
    blocks: parts.map(asPaper),
  });
  return { fileName: fileNamed(t(`${words}.file`, { title: visit.title }), 'pdf'), bytes };
}

function asPaper(part: ReportPart): PaperBlock {
  if (part.kind === 'table') return { kind: 'table', head: part.head, rows: part.rows };
  return part.kind === 'text' ? { kind: 'text', text: part.text, strong: part.strong === true } : part;
}

function read(context: Context, actor: Actor, inspectionKey: string) {
  const t = context.texts(actor.language);
  const visit = inspectionView(context, actor, inspectionKey);
  const changedAt = visit.closedAt ?? visit.heldAt ?? `${visit.plannedOn}T00:00:00.000Z`;
  return { t, visit, parts: reportParts(t, actor, visit), changedAt };
}
