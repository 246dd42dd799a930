import type { Column } from './columns.ts';
import { columnTitle, internalName, type ListDefinition } from './define-list.ts';
import { asObject } from './graph-failure.ts';

/** A column in Graph's form (`columnDefinition`). */
export interface ColumnDefinition extends Readonly<Record<string, unknown>> {
  name: string;
}

/** How a list in SharePoint differs from its declaration; `newer`: a newer program has provisioned it. */
export interface Drift {
  list: string;
  column?: string;
  problem: 'missing' | 'wrongType' | 'notUnique' | 'notIndexed' | 'renamed' | 'choices' | 'textLength' | 'newer';
  details?: string;
}

const facets = [
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
  return columnsFor(definition).flatMap((wanted): Drift[] => {
    const report = (problem: Drift['problem'], details?: string): Drift => ({
      list: definition.name,
      column: wanted.name,
      problem,
      ...(details === undefined ? {} : { details }),
    });
    const column = byName.get(wanted.name);
    if (column) return columnDrift(wanted, column).map(([problem, details]) => report(problem, details));
    const other = byDisplayName.get(String(wanted.displayName)) ?? byDisplayName.get(wanted.name);
    return [typeof other?.name === 'string' ? report('renamed', other.name) : report('missing')];
  });
}

type Difference = [Drift['problem'], string?];
function columnDrift(wanted: ColumnDefinition, column: Record<string, unknown>): Difference[] {
  const differences: Difference[] = [];
  const facet = facets.find((name) => name in wanted) ?? '';
  const has = facets.find((name) => asObject(column[name]) !== undefined);
  if (has !== undefined && has !== facet) return [['wrongType', `${has} instead of ${facet}`]];
  if (wanted.enforceUniqueValues === true && column.enforceUniqueValues !== true) differences.push(['notUnique']);
  if (wanted.indexed === true && column.indexed !== true) differences.push(['notIndexed']);
  const mine = asObject(wanted[facet]) ?? {};
  const theirs = asObject(column[facet]) ?? {};
  if (facet === 'text' && (mine.allowMultipleLines === true) !== (theirs.allowMultipleLines === true)) {
    differences.push([
      'wrongType',
      mine.allowMultipleLines === true ? 'one line instead of many' : 'many lines instead of one',
    ]);
  }
  if (facet === 'text' && typeof mine.maxLength === 'number' && Number(theirs.maxLength ?? 255) < mine.maxLength) {
    differences.push(['textLength', `${Number(theirs.maxLength)} instead of ${mine.maxLength}`]);
  }
  if (facet === 'choice' && Array.isArray(mine.choices)) {
    const there: unknown[] = Array.isArray(theirs.choices) ? theirs.choices : [];
    const lacking = mine.choices.filter((option) => !there.includes(option));
    if (lacking.length > 0 && theirs.allowTextEntry !== true) differences.push(['choices', lacking.join(', ')]);
  }
  return differences;
}
