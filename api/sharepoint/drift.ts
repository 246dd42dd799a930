import type { Column } from './columns.ts';
import { columnTitle, internalName, type ListDefinition } from './define-list.ts';
import { asObject } from './graph-failure.ts';

/** A column in Graph's form (`columnDefinition`). */
export interface ColumnDefinition extends Readonly<Record<string, unknown>> {
  name: string;
}

/**
 * A setting that we leave alone, and that refuses what is written or adds to it: a value is required, must be unique or
 * must pass a formula; a value is filled in where we leave none.
 */
export type SettingsProblem = 'required' | 'unique' | 'validated' | 'filledIn';

/**
 * How a list in SharePoint differs from its declaration; `newer`: a newer program has provisioned it; `refuses`: it
 * took nothing.
 */
export interface Drift {
  list: string;
  column?: string;
  problem:
    | 'missing'
    | 'wrongType'
    | 'notUnique'
    | 'notIndexed'
    | 'renamed'
    | 'choices'
    | 'textLength'
    | 'newer'
    | 'refuses'
    | SettingsProblem;
  /** What SharePoint has: an internal name, options, a formula, a value, items. */
  details?: string;
  /** Types of a column by its facet, `manyLines` for a text of many; lengths of a text. */
  instead?: { found: string; wanted: string };
}
/** What is different about one column. */
type Difference = Pick<Drift, 'problem' | 'details' | 'instead'>;

/** Types of a column. */
export const facets = [
  'text',
  'number',
  'boolean',
  'choice',
  'dateTime',
  'currency',
  'lookup',
  'personOrGroup',
  'hyperlinkOrPicture',
  'calculated',
];

/** Reserved names of a generic list, which SharePoint would silently change. */
const reservedNames: ReadonlySet<string> = new Set(
  `id contenttype created modified author editor attachments edit linktitle linktitlenomenu itemchildcount folderchildcount
  appauthor appeditor description order guid version owshiddenversion`.split(/\s+/),
);

const keyColumn: ColumnDefinition = {
  name: 'Key',
  displayName: 'Key',
  description: 'Unique key of the record',
  text: { maxLength: 255 },
  indexed: true,
  enforceUniqueValues: true,
};

/**
 * The columns to create for a list: `Key`, indexed and unique, and one per field; `Title` always exists. Throws
 * RangeError for a name that SharePoint would change: not ASCII letters and digits, or reserved.
 */
export function columnsFor(definition: ListDefinition<{ key: string }>): ColumnDefinition[] {
  const fields = Object.entries(definition.columns).filter(([field]) => field !== 'title');
  return [keyColumn, ...fields.map(([field, column]) => columnFor(definition.name, field, column))];
}

function columnFor(list: string, field: string, column: Column<unknown>): ColumnDefinition {
  const name = internalName(field, column);
  if (!/^[A-Z][A-Za-z0-9]{0,31}$/.test(name) || /^[A-Z]{1,3}\d+$/.test(name) || reservedNames.has(name.toLowerCase())) {
    throw new RangeError(`column name ${list}.${name} is not safe in SharePoint`);
  }
  return { name, displayName: columnTitle(name), description: column.describe.slice(0, 255), ...column.facet };
}

/**
 * Compares a list's columns in SharePoint with the declaration. A missing facet is no difference, as SharePoint leaves
 * out some.
 */
export function listDrift(definition: ListDefinition<{ key: string }>, found: readonly unknown[]): Drift[] {
  const byName = new Map<string, Record<string, unknown>>();
  const byDisplayName = new Map<string, Record<string, unknown>>();
  for (const value of found) {
    const column = asObject(value);
    if (typeof column?.name === 'string') byName.set(column.name, column);
    if (typeof column?.displayName === 'string') byDisplayName.set(column.displayName, column);
  }
  const optional = new Set(
    Object.entries(definition.columns).flatMap(([field, column]) =>
      column.optional ? [internalName(field, column)] : [],
    ),
  );
  const wantedColumns = columnsFor(definition);
  const ours = new Set(wantedColumns.map(({ name }) => name));
  const others = [...byName].flatMap(([name, column]): Drift[] =>
    ours.has(name)
      ? []
      : otherColumnDrift(name, column).map((one) => ({ list: definition.name, column: name, ...one })),
  );
  const own = wantedColumns.flatMap((wanted): Drift[] => {
    const report = (one: Difference): Drift => ({ list: definition.name, column: wanted.name, ...one });
    const column = byName.get(wanted.name);
    if (column)
      return [...columnDrift(wanted, column), ...settingsDrift(wanted, column, optional.has(wanted.name))].map(report);
    const other = byDisplayName.get(String(wanted.displayName)) ?? byDisplayName.get(wanted.name);
    return [
      report(typeof other?.name === 'string' ? { problem: 'renamed', details: other.name } : { problem: 'missing' }),
    ];
  });
  return [...own, ...others];
}

/** Whether SharePoint may refuse a write because of it. */
export const mayRefuse = ({ problem }: Drift): boolean =>
  !['notUnique', 'notIndexed', 'newer', 'filledIn', 'refuses'].includes(problem);

/** Settings of our column that hinder. An optional column is left out of new items, so that a default value gets in. */
function settingsDrift(
  wanted: ColumnDefinition,
  { required, enforceUniqueValues, defaultValue, validation }: Record<string, unknown>,
  isOptional: boolean,
): Difference[] {
  const filledIn = isOptional ? ruleIn(defaultValue, 'value') || ruleIn(defaultValue, 'formula') : '';
  const formula = ruleIn(validation, 'formula');
  return [
    ...(required === true && wanted.name !== 'Key' ? [{ problem: 'required' as const }] : []),
    ...(enforceUniqueValues === true && wanted.enforceUniqueValues !== true ? [{ problem: 'unique' as const }] : []),
    ...(formula === '' ? [] : [{ problem: 'validated' as const, details: formula }]),
    ...(filledIn === '' ? [] : [{ problem: 'filledIn' as const, details: filledIn }]),
  ];
}

/** SharePoint's own columns, one of which is required in every list: we write the title. */
const isOfSharePoint = (name: string, { readOnly, hidden }: Record<string, unknown>): boolean =>
  readOnly === true || hidden === true || name.startsWith('_') || ['ContentType', 'FileLeafRef'].includes(name);

/** A column that somebody added, or the title: a value that we do not write may be asked for. */
function otherColumnDrift(
  name: string,
  column: Record<string, unknown>,
): { problem: SettingsProblem; details?: string }[] {
  if (isOfSharePoint(name, column)) return [];
  const formula = ruleIn(column.validation, 'formula');
  const isFilled = ruleIn(column.defaultValue, 'value') !== '' || ruleIn(column.defaultValue, 'formula') !== '';
  return [
    ...(column.required === true && name !== 'Title' && !isFilled ? [{ problem: 'required' as const }] : []),
    ...(name === 'Title' && column.enforceUniqueValues === true ? [{ problem: 'unique' as const }] : []),
    ...(formula === '' ? [] : [{ problem: 'validated' as const, details: formula }]),
  ];
}

/** The formula or value of a column's setting; '' for none. */
function ruleIn(setting: unknown, name: string): string {
  const value = asObject(setting)?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

function columnDrift(wanted: ColumnDefinition, column: Record<string, unknown>): Difference[] {
  const differences: Difference[] = [];
  const facet = facets.find((name) => name in wanted) ?? '';
  const has = facets.find((name) => asObject(column[name]) !== undefined);
  if (has !== undefined && has !== facet) return [{ problem: 'wrongType', instead: { found: has, wanted: facet } }];
  if (wanted.enforceUniqueValues === true && column.enforceUniqueValues !== true)
    differences.push({ problem: 'notUnique' });
  if (wanted.indexed === true && column.indexed !== true) differences.push({ problem: 'notIndexed' });
  const mine = asObject(wanted[facet]) ?? {};
  const theirs = asObject(column[facet]) ?? {};
  const lines = ({ allowMultipleLines }: Record<string, unknown>) =>
    allowMultipleLines === true ? 'manyLines' : 'text';
  if (facet === 'text' && lines(mine) !== lines(theirs))
    differences.push({ problem: 'wrongType', instead: { found: lines(theirs), wanted: lines(mine) } });
  const room = Number(theirs.maxLength ?? 255);
  if (facet === 'text' && typeof mine.maxLength === 'number' && room < mine.maxLength)
    differences.push({ problem: 'textLength', instead: { found: String(room), wanted: String(mine.maxLength) } });
  if (facet === 'choice' && Array.isArray(mine.choices)) {
    const there: unknown[] = Array.isArray(theirs.choices) ? theirs.choices : [];
    const lacking = mine.choices.filter((option) => !there.includes(option));
    if (lacking.length > 0 && theirs.allowTextEntry !== true)
      differences.push({ problem: 'choices', details: lacking.join(', ') });
  }
  return differences;
}
