import { randomUUID } from 'node:crypto';
import { badArgument, invalidRequest } from '../errors.ts';
import { indexableKinds, type Column, type ColumnKind, type Validation } from './column-types.ts';

type Facet = Record<string, unknown>;
const isRecord = (value: unknown): value is Facet =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const flag = (value: unknown): boolean => value === true;

const facetNames = [
  'text',
  'number',
  'currency',
  'boolean',
  'choice',
  'dateTime',
  'personOrGroup',
  'lookup',
  'hyperlinkOrPicture',
  'calculated',
] as const;

function complete(name: (typeof facetNames)[number], given: Facet): { kind: ColumnKind; facet: Column['facet'] } {
  switch (name) {
    case 'text': {
      const many = flag(given.allowMultipleLines);
      const maxLength = typeof given.maxLength === 'number' ? given.maxLength : 255;
      if (!many && (maxLength < 1 || maxLength > 255)) throw badArgument();
      const common = {
        allowMultipleLines: many,
        appendChangesToExistingText: flag(given.appendChangesToExistingText),
        linesForEditing: given.linesForEditing ?? (many ? 6 : 0),
      };
      const rest = many ? { textType: given.textType ?? 'richText' } : { maxLength };
      return { kind: many ? 'note' : 'text', facet: { text: { ...common, ...rest } } };
    }
    case 'number': {
      const range = {
        maximum: given.maximum ?? 1.7976931348623157e308,
        minimum: given.minimum ?? -1.7976931348623157e308,
      };
      const shown = { decimalPlaces: given.decimalPlaces ?? 'automatic', displayAs: given.displayAs ?? 'number' };
      return { kind: 'number', facet: { number: { ...shown, ...range } } };
    }
    case 'currency':
      return { kind: 'currency', facet: { currency: { locale: given.locale ?? 'da-dk' } } };
    case 'boolean':
      return { kind: 'boolean', facet: { boolean: {} } };
    case 'choice': {
      const choices = Array.isArray(given.choices) ? given.choices.map(String) : [];
      const displayAs = given.displayAs ?? 'dropDownMenu';
      const facet = { choice: { allowTextEntry: flag(given.allowTextEntry), choices, displayAs } };
      return { kind: displayAs === 'checkBoxes' ? 'multiChoice' : 'choice', facet };
    }
    case 'dateTime': {
      const facet = { displayAs: given.displayAs ?? 'default', format: given.format ?? 'dateTime' };
      return { kind: 'dateTime', facet: { dateTime: facet } };
    }
    case 'personOrGroup': {
      const many = flag(given.allowMultipleSelection);
      const chooseFromType = given.chooseFromType ?? 'peopleOnly';
      const facet = { allowMultipleSelection: many, chooseFromType, displayAs: given.displayAs ?? 'nameWithPresence' };
      return { kind: many ? 'multiPerson' : 'person', facet: { personOrGroup: facet } };
    }
    case 'lookup': {
      const many = flag(given.allowMultipleValues);
      if (typeof given.listId !== 'string') throw badArgument();
      const facet = {
        allowMultipleValues: many,
        allowUnlimitedLength: flag(given.allowUnlimitedLength),
        columnName: given.columnName ?? 'Title',
        listId: given.listId,
      };
      return { kind: many ? 'multiLookup' : 'lookup', facet: { lookup: facet } };
    }
    case 'hyperlinkOrPicture':
      return { kind: 'hyperlink', facet: {} };
    case 'calculated':
      return { kind: 'calculated', facet: { calculated: { format: 'dateTime', outputType: 'text', ...given } } };
  }
}

/** SharePoint's internal name for a requested one: special characters become `_x00..`, clashes get a number. */
export function internalNameFor(wanted: string, taken: ReadonlySet<string>): string {
  const encode = (character: string) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`;
  const plain = wanted
    .replace(/[^A-Za-z0-9_]/gu, encode)
    .replace(/^\d/, encode)
    .slice(0, 32);
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  for (let number = -1; ; number += 1) {
    const name = number < 0 ? plain : `${plain}${number}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

const reserved = ['id', 'Description', 'Order', 'GUID', 'Version', 'owshiddenversion', 'Author', 'Editor', 'AppAuthor'];

/** A request's `columnDefinition` as a column. Throws Graph's refusals. */
export function columnFrom(body: unknown, others: readonly Column[]): Column {
  if (!isRecord(body)) throw badArgument();
  const named = facetNames.filter((name) => isRecord(body[name]));
  const facetName = named[0];
  if (!facetName) throw invalidRequest('Unable to determine type of provided column definition');
  const given = body[facetName];
  const { kind, facet } = complete(facetName, isRecord(given) ? given : {});
  const wanted = [body.name, body.displayName].find((name) => typeof name === 'string' && name !== '');
  if (typeof wanted !== 'string') throw badArgument();
  const name = internalNameFor(wanted, new Set([...others.map((other) => other.name), ...reserved]));
  const column: Column = {
    id: randomUUID(),
    name,
    displayName: typeof body.displayName === 'string' ? body.displayName : wanted,
    description: typeof body.description === 'string' ? body.description : '',
    kind,
    facet,
    required: flag(body.required),
    hidden: flag(body.hidden),
    readOnly: flag(body.readOnly) || kind === 'calculated',
    indexed: flag(body.indexed),
    enforceUniqueValues: flag(body.enforceUniqueValues),
    ...(isRecord(body.defaultValue) ? { defaultValue: body.defaultValue } : {}),
    columnGroup: typeof body.columnGroup === 'string' ? body.columnGroup : 'Custom Columns',
    system: false,
    createdAt: Date.now(),
  };
  checkColumn(column, [...others, column]);
  return column;
}

/** Index and uniqueness rules; `all` includes the column. At most 20 indexes a list. */
export function checkColumn(column: Column, all: readonly Column[]): void {
  if (column.enforceUniqueValues && !column.indexed) {
    throw invalidRequest('This field must be indexed to enforce unique values.');
  }
  if (column.indexed && !indexableKinds.has(column.kind) && !column.system) {
    throw invalidRequest('This field cannot be indexed.');
  }
  if (column.indexed && all.filter((other) => other.indexed).length > 20) {
    throw invalidRequest('The list has reached its maximum number of indexed columns.');
  }
}

/** A column after a `PATCH`. */
export function changedColumn(column: Column, body: unknown, all: readonly Column[]): Column {
  if (!isRecord(body)) throw badArgument();
  const after: Column = { ...column };
  if (typeof body.displayName === 'string') after.displayName = body.displayName;
  if (typeof body.description === 'string') after.description = body.description;
  for (const name of ['required', 'hidden', 'readOnly', 'indexed', 'enforceUniqueValues'] as const) {
    const value = body[name];
    if (typeof value === 'boolean') after[name] = value;
  }
  if (isRecord(body.defaultValue)) after.defaultValue = body.defaultValue;
  if (body.defaultValue === null) delete after.defaultValue;
  if (body.validation === null) delete after.validation;
  const facetName = facetNames.find((name) => isRecord(body[name]));
  const given = facetName && body[facetName];
  if (facetName && isRecord(given) && !column.system) {
    const next = complete(facetName, { ...column.facet[facetName], ...given });
    if (next.kind !== column.kind) throw badArgument();
    after.facet = next.facet;
  }
  checkColumn(after, [...all.filter((other) => other.id !== column.id), after]);
  return after;
}

const validationView = ({ formula, description }: Validation) => ({
  formula,
  descriptions: description === undefined ? [] : [{ languageTag: 'da-DK', displayName: description }],
});

export const columnView = (column: Column) => ({
  columnGroup: column.columnGroup,
  description: column.description,
  displayName: column.displayName,
  enforceUniqueValues: column.enforceUniqueValues,
  hidden: column.hidden,
  id: column.id,
  indexed: column.indexed,
  name: column.name,
  readOnly: column.readOnly,
  required: column.required,
  ...(column.defaultValue ? { defaultValue: column.defaultValue } : {}),
  ...(column.validation ? { validation: validationView(column.validation) } : {}),
  ...column.facet,
});
