import { checkColumn } from './column-definitions.ts';
import type { Column, Validation } from './column-types.ts';

/** What a person sets on the page of a column's settings. `null` removes it. */
export interface ColumnSettings {
  displayName?: string | undefined;
  required?: boolean | undefined;
  indexed?: boolean | undefined;
  enforceUniqueValues?: boolean | undefined;
  defaultValue?: { value: string } | null | undefined;
  validation?: Validation | null | undefined;
  /** A text column's most characters; `many` makes it one of many lines. */
  text?: number | 'many' | undefined;
  choices?: string[] | undefined;
  /** Another type; the column keeps its id and name, and what is stored is converted, or lost. */
  type?: 'text' | 'number' | undefined;
}

/**
 * A column after a person has changed its settings. More is allowed than by Graph: a text may become one of one line or
 * of many. The internal name stays. Throws as `checkColumn`.
 */
export function settledByHand(column: Column, settings: ColumnSettings, all: readonly Column[]): Column {
  const { text, choices, type, defaultValue, validation, ...plain } = settings;
  const after: Column = { ...column };
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) Object.assign(after, { [name]: value });
  if (defaultValue === null) delete after.defaultValue;
  else if (defaultValue) after.defaultValue = { ...defaultValue };
  if (validation === null) delete after.validation;
  else if (validation) after.validation = validation;
  if (type === 'number') Object.assign(after, { kind: 'number', facet: { number: { decimalPlaces: 'automatic' } } });
  if (type === 'text') Object.assign(after, textOf(255));
  if (text !== undefined) Object.assign(after, textOf(text));
  if (choices) after.facet = { choice: { ...column.facet.choice, choices } };
  checkColumn(after, [...all.filter((other) => other.id !== after.id), after]);
  return after;
}

function textOf(most: number | 'many'): Pick<Column, 'kind' | 'facet'> {
  const common = { appendChangesToExistingText: false };
  if (most === 'many')
    return {
      kind: 'note',
      facet: { text: { ...common, allowMultipleLines: true, linesForEditing: 6, textType: 'plain' } },
    };
  return {
    kind: 'text',
    facet: { text: { ...common, allowMultipleLines: false, linesForEditing: 0, maxLength: most } },
  };
}

/** A stored value in the column's new settings: SharePoint cuts what one line has no room for. */
export function asStoredIn(column: Column, value: unknown): unknown {
  if (column.kind === 'number' && typeof value === 'string')
    return Number.isFinite(Number(value)) ? Number(value) : undefined;
  if (column.kind === 'text' && typeof value === 'number') return String(value);
  const most = column.facet.text?.maxLength;
  return typeof value === 'string' && typeof most === 'number' ? value.slice(0, most) : value;
}
