import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { workbook, type Row, type Workbook } from '../../workbook/index.ts';
import type { TrailEntry, TrailQuery } from '../contract.ts';
import { inGroups, latestSeal } from '../seals/seals.ts';
import { entriesOf } from './trail-view.ts';
import { trailWords, type Titled } from './trail-words.ts';

const columns = [
  'at',
  'act',
  'person',
  'forPerson',
  'record',
  'origin',
  'changed',
  'field',
  'before',
  'after',
] as const;
/** Entries in one workbook: more are asked for by month. */
const mostEntries = 20_000;

/** The entries of a query, a row for each field that changed; the latest seal below the last. */
export async function trailWorkbook(
  context: Context,
  actor: Actor,
  titled: Titled,
  query: TrailQuery,
): Promise<Workbook> {
  const t = context.texts(actor.language);
  const text = (key: string) => t(`trailWords.${key}`);
  const words = trailWords(context, titled, actor.language);
  const entries = (await entriesOf(context, query, words)).slice(0, mostEntries);
  const seal = latestSeal(context);
  return workbook(text('fileName').replace('{{date}}', todayOf(context.clock)), [
    {
      name: text('sheet'),
      rows: [
        columns.map((column) => text(`columns.${column}`)),
        ...entries.flatMap((entry) => rowsOf(words.entry(entry), text)),
        ...(seal ? [[text('sealed'), `${seal.day}: ${inGroups(seal.seal)}`]] : []),
      ],
      widths: [20, 40, 28, 28, 40, 14, 40, 28, 40, 40],
    },
  ]);
}

function rowsOf(entry: TrailEntry, text: (key: string) => string): Row[] {
  const first = [
    ...[entry.at, entry.act, entry.person?.name ?? text('program'), entry.forPerson?.name ?? ''],
    ...[entry.subject.title ?? entry.subject.key, entry.origin ? text(`origin.${entry.origin}`) : ''],
  ];
  const changed = entry.changes.flatMap(({ list, key, title, what, fields }) => {
    const record = `${text(`what.${what}`)}: ${list} ${title ?? key}`;
    if (fields.length === 0) return [[record, '', '', '']];
    return fields.map(({ name, before = '', after = '' }) => [record, name, before, after]);
  });
  return (changed.length === 0 ? [['', '', '', '']] : changed).map((row) => [...first, ...row]);
}
