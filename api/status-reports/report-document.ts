import type { Context, Translate } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { type Actor } from '../kernel/index.ts';
import { wordDocument, type Block } from '../word/index.ts';
import type { StatusReportView } from './contract.ts';
import { statusReport } from './report-views.ts';
import { formatDate, formatNumber } from '../texts/format.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { shippedIn } from '../texts/shipped-words.ts';

const words = 'statusReports.paper';
type Unit = StatusReportView['figures'][number]['unit'];

/** The report as a Word document. Some 100 ms on a thread. Throws as `statusReport`, rejects as `ownThread`. */
export async function statusReportDocument(context: Context, actor: Actor, key: string): Promise<FileAnswer> {
  const t = context.texts(actor.language);
  const report = await statusReport(context, actor, key);
  const title = t('statusReports.title');
  return wordDocument(t(`${words}.file`, { date: report.to }), {
    creator: context.organisation.name,
    title,
    sections: [{ across: false, blocks: reportBlocks(t, actor, report) }],
  });
}

/** The report as text. */
export function reportBlocks(t: Translate, { language }: Pick<Actor, 'language'>, report: StatusReportView): Block[] {
  const day = (on: string) => formatDate(on, language);
  const named = (title: string) => shippedIn(title, language);
  const value = (unit: Unit, amount: number) => {
    const number = formatNumber(amount, language, 3);
    return unit === 'count' ? number : t(`reports.value.${unit}`, { number });
  };
  const table = (
    part: 'figures' | 'decisions' | 'waiting' | 'findings' | 'incidents',
    heads: TextsUnder<'statusReports.paper'>[],
    rows: string[][],
  ) => [
    { kind: 'heading' as const, text: t(`statusReports.${part}`) },
    rows.length === 0
      ? { kind: 'text' as const, text: t(`statusReports.${part}None`), size: 22 }
      : {
          kind: 'table' as const,
          widths: widthsOf(heads.length),
          header: heads.map((head) => t(`${words}.${head}`)),
          rows: rows.map((row) => row.map((text) => ({ text }))),
        },
  ];
  return [
    { kind: 'title', text: t('statusReports.title') },
    { kind: 'text', text: t('statusReports.period', { from: day(report.from), to: day(report.to) }), size: 22 },
    ...(report.note === '' ? [] : [{ kind: 'text' as const, text: report.note, size: 22 }]),
    ...table(
      'figures',
      ['figure', 'before', 'now', 'movement'],
      report.figures.map(({ name, unit, before, value: now, movement }) => [
        name,
        `${value(unit, before.value)} (${day(before.day)})`,
        value(unit, now),
        t(`reports.movement.${movement}`),
      ]),
    ),
    ...table(
      'decisions',
      ['what', 'outcome', 'on'],
      report.decisions.map(({ title, outcome, on }) => [named(title), t(`statusReports.outcome.${outcome}`), day(on)]),
    ),
    ...table(
      'waiting',
      ['what', 'body', 'due'],
      report.waiting.map(({ title, body, dueOn }) => [named(title), t(`roles.${body}`), dueOn ? day(dueOn) : '–']),
    ),
    ...table(
      'incidents',
      ['figure', 'now'],
      report.incidents.map(({ name, unit, value: now }) => [name, value(unit, now)]),
    ),
    ...table(
      'findings',
      ['what', 'centre', 'grade', 'on'],
      report.findings.map(({ title, centre, grade, on }) => [
        named(title),
        centre?.title ?? '',
        t(`inspections.grade.${grade}`),
        day(on),
      ]),
    ),
  ];
}

/** Text width of a portrait page in twips. */
const width = 9_638;
const widthsOf = (columns: number): number[] => {
  const first = columns === 2 ? 6_500 : 4_400;
  return Array.from({ length: columns }, (_, place) =>
    place === 0 ? first : Math.floor((width - first) / (columns - 1)),
  );
};
