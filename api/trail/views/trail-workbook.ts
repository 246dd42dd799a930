import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import type { TrailEntry, TrailQuery } from '../contract.ts';
import { inGroups, latestSeal } from '../seals/seals.ts';
import { entriesOf } from './trail-view.ts';
import { trailWords, type Titled } from './trail-words.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';
import { formatNumber, sortableMoment } from '../../texts/format.ts';

/** Entries in one workbook: more are asked for by month. */
const mostEntries = 20_000;

/** The newest entries of a query, a row for each changed field; below, what is left out and the latest seal. */
export async function trailWorkbook(
  context: Context,
  actor: Actor,
  titled: Titled,
  query: TrailQuery,
): Promise<Workbook> {
  const t = context.texts(actor.language);
  const text = (key: TextsUnder<'trailWords'>) => t(`trailWords.${key}`);
  const words = trailWords(context, titled, actor.language);
  const found = await entriesOf(context, query, words);
  const entries = found.slice(0, mostEntries);
  const seal = latestSeal(context);
  const head = (column: TextsUnder<'trailWords.columns'>) => text(`columns.${column}`);
  const rows = entries.flatMap((entry) => linesOf(words.entry(entry), text));
  const number = (value: number) => formatNumber(value, actor.language);
  const left = { shown: number(mostEntries), total: number(found.length) };
  const below = [
    ...(found.length > mostEntries ? [[t('trailWords.leftOut', left)]] : []),
    ...(seal ? [[text('sealed'), `${seal.day}: ${inGroups(seal.seal)}`]] : []),
  ];
  return workbook(text('fileName').replace('{{date}}', todayOf(context.clock)), [
    sheetOf(
      text('sheet'),
      rows,
      [
        [head('at'), 18, ({ entry }) => sortableMoment(entry.at)],
        [head('utc'), 26, ({ entry }) => entry.at],
        [head('act'), 40, ({ entry }) => entry.act],
        [head('person'), 28, ({ entry }) => entry.person?.name ?? text('program')],
        [head('forPerson'), 28, ({ entry }) => entry.forPerson?.name],
        [head('record'), 40, ({ entry }) => entry.subject.title ?? entry.subject.key],
        [head('origin'), 14, ({ entry }) => entry.origin && text(`origin.${entry.origin}`)],
        [head('changed'), 40, ({ changed }) => changed],
        [head('field'), 28, ({ name }) => name],
        [head('before'), 40, ({ before }) => before],
        [head('after'), 40, ({ after }) => after],
      ],
      { below },
    ),
  ]);
}

/** A line for each changed field of an entry; one for an entry without changes. */
interface Line {
  entry: TrailEntry;
  changed?: string;
  name?: string;
  before?: string | undefined;
  after?: string | undefined;
}
function linesOf(entry: TrailEntry, text: (key: TextsUnder<'trailWords'>) => string): Line[] {
  const lines = entry.changes.flatMap(({ list, key, title, what, fields }): Line[] => {
    const changed = `${text(`what.${what}`)}: ${list} ${title ?? key}`;
    return fields.length === 0 ? [{ entry, changed }] : fields.map((field) => ({ entry, changed, ...field }));
  });
  return lines.length === 0 ? [{ entry }] : lines;
}
