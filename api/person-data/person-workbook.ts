import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { missing, nowOf, todayOf, type Actor, type Language, type PersonId } from '../kernel/index.ts';
import { centreRef, findPerson } from '../organisation/index.ts';
import { sheetOf, workbook, type Column as SheetColumn, type Sheet, type Workbook } from '../files/workbook/index.ts';
import type { PersonalList } from './about-person.ts';
import { personDataOf, type ListPart } from './person-data.ts';
import { isCodeOf, partsOf, timeOf, wordingOf, type Column } from '../sharepoint/index.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { sortableMoment } from '../texts/format.ts';
import { textIfThere } from '../texts/translate.ts';

const columnWidth = 30;
/** Excel's limit for sheet names. */
const longestName = 31;
/** Rows of one sheet. */
const mostRows = 100_000;

/**
 * All data about a person as one file: a sheet per list, in the reader's language, without others' ids; `isPart` where
 * the reader may not have all lists, as the file says. The export is audited, with actor and subject. Units as
 * `personDataOf`. Throws AppError missing `personData.nobody`, and what reading closed months throws.
 */
export async function personWorkbook(
  context: Context,
  actor: Pick<Actor, 'personId' | 'language'>,
  lists: readonly PersonalList[],
  { personId, files, isPart = false }: { personId: string; files?: number; isPart?: boolean },
): Promise<Workbook> {
  if (!findPerson(context, personId)) throw missing('personData.nobody');
  const parts = await personDataOf(context, lists, personId, files);
  const at = nowOf(context.clock);
  await recordAct(context, {
    act: 'fetchPersonData',
    subjectKey: personId,
    actorId: actor.personId,
    at,
    occasion: at,
  });
  const words = wordsOf(context, actor.language, personId as PersonId, titlesOf(context, lists));
  const columnsOf = new Map(lists.map(({ definition: { name, columns } }) => [name, columns] as const));
  const shown = parts.filter(({ rows }) => rows.length > 0);
  const names = new Map<string, string>();
  for (const { list } of shown) names.set(list, sheetName(words.list(list), names));
  const notes = (['others', 'chat', 'unread', 'part'] as const).filter((note) => note !== 'part' || isPart);
  return workbook(words.text('fileName').replace('{{date}}', todayOf(context.clock)), [
    sheetOf(
      words.text('overview'),
      parts,
      [
        [words.text('columns.list'), 40, ({ list }) => words.list(list)],
        [words.text('columns.records'), 14, ({ rows }) => rows.length],
        [words.text('columns.unread'), 24, ({ unread }) => (unread === 0 ? '' : unread)],
      ],
      { wrap: true, below: [[], ...notes.map((note) => [words.text(`notes.${note}`)])] },
    ),
    ...shown.map((part) => listSheet(part, names.get(part.list) ?? part.list, words, columnsOf.get(part.list) ?? {})),
  ]);
}

function sheetName(title: string, taken: ReadonlyMap<string, string>): string {
  const plain = title.replace(/[:\\/?*[\]]/g, ' ').slice(0, longestName);
  const used = new Set([...taken.values()].map((name) => name.toLowerCase()));
  for (let number = 2, name = plain; ; number += 1) {
    if (!used.has(name.toLowerCase())) return name;
    name = `${plain.slice(0, longestName - 4)} ${number}`;
  }
}

type Columns = Readonly<Record<string, Column<unknown>>>;

function listSheet({ rows }: ListPart, name: string, words: Words, columns: Columns): Sheet {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = fields.map((field): SheetColumn<ListPart['rows'][number]> => {
    const column = columns[field];
    const told = column ? wordingOf(column, '') : 'key';
    const cell = (value: unknown) => (typeof value === 'number' ? value : words.value(value, told));
    return [words.field(field), columnWidth, (row) => cell(row[field])];
  });
  return sheetOf(name, rows.slice(0, mostRows), cells, { wrap: true });
}

/** What a value is by its column: as people wrote it, a key or code, or by the schemas. */
type Told = ReturnType<typeof wordingOf>;

const within = (told: Told, name?: string): Told =>
  typeof told === 'string' ? told : { schemas: partsOf(told.schemas, name) };

/** The title of the centre or record with a key, where it is about nobody: others' names are in titles. */
function titlesOf(context: Context, lists: readonly PersonalList[]): (key: string) => string | undefined {
  const titled = lists
    .filter(({ definition, own }) => own.length === 0 && context.list(definition).held() === undefined)
    .map(({ definition }) => definition);
  const known = new Map<string, string | undefined>();
  const find = (key: string): string | undefined => {
    const centre = centreRef(context, key);
    if (centre) return centre.title;
    for (const definition of titled) {
      const { title: column } = definition.columns;
      const record = context.list(definition).get(key);
      if (!record || !column || !('title' in record) || typeof record.title !== 'string') continue;
      if (wordingOf(column, key) === 'written') return record.title;
    }
    return undefined;
  };
  return (key) => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key);
  };
}

type Words = ReturnType<typeof wordsOf>;
function wordsOf(
  context: Context,
  language: Language,
  personId: PersonId,
  titleOf: (key: string) => string | undefined,
) {
  const t = context.texts(language);
  const or = (key: string, otherwise: string): string => textIfThere(t, key) ?? otherwise;
  // A record by codes has them for names.
  const field = (name: string) => or(`trailWords.field.${name}`, or(`trailWords.value.${name}`, name));
  const own = findPerson(context, personId)?.title ?? personId;
  const code = (given: string) =>
    textIfThere(t, `trailWords.value.${given}`) ?? or(`trailWords.act.${given}`, titleOf(given) ?? given);
  const said = (given: string, told: Told): string => {
    if (findPerson(context, given)) return t('personData.somebodyElse');
    if (told === 'written') return given;
    if (told === 'key') return code(given);
    if (timeOf(told.schemas) === 'moment') return sortableMoment(given);
    return isCodeOf(told.schemas, given) ? code(given) : given;
  };
  const value = (given: unknown, told: Told): string => {
    if (given === undefined || given === null) return '';
    if (given === personId) return own;
    if (typeof given === 'boolean') return t(given ? 'trailWords.yes' : 'trailWords.no');
    if (typeof given === 'string') return said(given, told);
    if (Array.isArray(given)) return given.map((one) => value(one, within(told))).join('\n');
    if (typeof given === 'number') return String(given);
    if (typeof given !== 'object') return '';
    return Object.entries(given)
      .map(([name, one]) => `${name === personId ? own : field(name)}: ${value(one, within(told, name))}`)
      .join(', ');
  };
  return {
    text: (key: TextsUnder<'personData'>) => t(`personData.${key}`),
    list: (name: string) => or(`operations.list.${name}`, name),
    field,
    value,
  };
}
