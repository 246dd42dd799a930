import type { AuditEntry, RecordChange, ToldValue } from '../../audit/index.ts';
import type { Context, Translate } from '../../context.ts';
import type { Language, PersonId } from '../../kernel/index.ts';
import { findPerson, personRef } from '../../organisation/index.ts';
import { isCodeOf, partsOf, timeOf, wordingOf, type Column, type ListDefinition } from '../../sharepoint/index.ts';
import type { TrailEntry } from '../contract.ts';
import { formatDate, formatMoment } from '../../texts/format.ts';
import { textIfThere } from '../../texts/translate.ts';

/** Lists whose records have titles. */
export type Titled = readonly ListDefinition<{ key: string }>[];

/** Texts of entries in one language: acts, people, records and fields by their present names. For one answer. */
export function trailWords(context: Context, titled: Titled, language: Language) {
  const t = context.texts(language);
  const titles = new Map<string, string | undefined>();
  const there = titled
    .map((definition) => ({ name: definition.name, list: context.list(definition) }))
    .filter(({ list }) => list.held() === undefined);
  const titleOf = (key: string): string | undefined => {
    if (!titles.has(key)) {
      const title = firstOf(there, ({ name, list }) => titleInWords(context, t, name, list.get(key)));
      titles.set(key, title ?? personName(context, key));
    }
    return titles.get(key);
  };
  /** A key as the title of its record, a code as its word. */
  const inWords = (value: string): string => titleOf(value) ?? valueWord(t, value);
  /** How a field's text is told: what somebody wrote as it is, also where it equals a code. */
  const wordsOf = (column: Column<unknown> | undefined, recordKey: string): ((value: string) => string) => {
    if (!column) return inWords;
    const wording = wordingOf(column, recordKey);
    if (wording === 'written') return asWritten;
    if (wording === 'key') return inWords;
    const schemas = [...wording.schemas, ...partsOf(wording.schemas)];
    const time = timeOf(schemas);
    if (time !== undefined) return (value) => (time === 'moment' ? formatMoment : formatDate)(value, language);
    return (value) => (isCodeOf(schemas, value) ? valueWord(t, value) : (titleOf(value) ?? value));
  };
  const actText = ({ title, details }: Pick<AuditEntry, 'title' | 'details'>): string =>
    textIfThere(t, `trailWords.act.${title}`, { list: listText(t, String(details['list'] ?? '')) }) ?? title;
  const change = ({ list, key, what, fields = [] }: RecordChange) => {
    const title = titleOf(key);
    const columns = new Map(Object.entries(titled.find(({ name }) => name === list)?.columns ?? {}));
    const said = (field: string, value: ToldValue) => valueText(t, wordsOf(columns.get(field), key), value);
    return {
      list: listText(t, list),
      key,
      what,
      ...(title === undefined ? {} : { title }),
      fields: fields.map(({ field, before, after }) => ({
        name: textIfThere(t, `trailWords.field.${field}`) ?? field,
        ...(before === undefined ? {} : { before: said(field, before) }),
        ...(after === undefined ? {} : { after: said(field, after) }),
      })),
    };
  };
  return {
    actText,
    titleOf,
    /** View of an entry. */
    entry: (entry: AuditEntry): TrailEntry => {
      // A risk is named after the changed record: its own key is in no list.
      const title = titleOf(entry.subjectKey) ?? firstOf(entry.changes ?? [], ({ key }) => titleOf(key));
      return {
        key: entry.key,
        at: entry.at,
        act: actText(entry),
        actKey: entry.title,
        ...(isPerson(context, entry.actorId) ? { person: personRef(context, entry.actorId) } : {}),
        ...(entry.forId === undefined ? {} : { forPerson: personRef(context, entry.forId) }),
        subject: { key: entry.subjectKey, ...(title === undefined ? {} : { title }) },
        ...(entry.origin === undefined ? {} : { origin: entry.origin }),
        changes: (entry.changes ?? []).map(change),
      };
    },
  };
}
export type TrailWords = ReturnType<typeof trailWords>;

const titleIn = (record: object | undefined): string | undefined =>
  record && 'title' in record && typeof record.title === 'string' ? record.title : undefined;
/** Some records are called by a code: an incident by its kind, a role by what it is. */
function titleInWords(context: Context, t: Translate, list: string, record: object | undefined): string | undefined {
  const title = titleIn(record);
  if (title === undefined) return undefined;
  switch (list) {
    case 'Incidents':
    case 'IncidentGuides':
      return textIfThere(t, `incidents.kind.${title}.name`) ?? valueWord(t, title);
    case 'ReminderCadences':
      return valueWord(t, title);
    case 'RoleAssignments':
      return roleInWords(context, t, record) ?? title;
    default:
      return title;
  }
}
const roleInWords = (context: Context, t: Translate, record: object | undefined): string | undefined =>
  record && 'personId' in record && 'role' in record
    ? `${personRef(context, String(record.personId)).name}: ${textIfThere(t, `roles.${String(record.role)}`) ?? String(record.role)}`
    : undefined;
const isPerson = (context: Context, id: PersonId): boolean => findPerson(context, id) !== undefined;
const personName = (context: Context, key: string): string | undefined => findPerson(context, key)?.title;

function firstOf<Item, Value>(items: readonly Item[], find: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const listText = (t: Translate, list: string): string => textIfThere(t, `trailWords.list.${list}`) ?? list;
const valueWord = (t: Translate, value: string): string => textIfThere(t, `trailWords.value.${value}`) ?? value;

const asWritten = (value: string): string => value;

function valueText(t: Translate, wordOf: (value: string) => string, value: ToldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'trailWords.yes' : 'trailWords.no');
  if (Array.isArray(value)) return value.map(wordOf).join(', ');
  if (typeof value === 'object') return t('trailWords.chars', { count: value.chars });
  return wordOf(String(value));
}
