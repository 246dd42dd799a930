import { setTimeout as sleep } from 'node:timers/promises';
import type { ListDefinition } from './define-list.ts';
import { columnsFor, listDrift, type ColumnDefinition, type Drift } from './drift.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { readItem } from './item.ts';
import { wholeList } from './whole-list.ts';

type Definition = ListDefinition<{ key: string }>;
const background = { lane: 'background' } as const;
/** A re-added column may lack its index, so that one look is not enough. */
const rounds = 3;
/** Most duplicate keys to name. */
const namedDuplicates = 5;

/**
 * Adds a list's missing columns one by one (SharePoint fails on parallel ones), widens choices, and adds missing
 * indexes and uniqueness: SharePoint may drop them when a list is created. Returns the names of changed columns; what
 * needs a person is left.
 */
export async function mendColumns(graph: Graph, address: string, definition: Definition): Promise<string[]> {
  const mended = new Set<string>();
  const left = new Set<string>();
  for (let round = 1; round <= rounds; round += 1) {
    const columns = await readColumns(graph, address);
    const open = listDrift(definition, columns).filter((one) => !left.has(`${one.column} ${one.problem}`));
    for (const difference of open) {
      const done = await mend(graph, address, definition, difference, columns);
      if (done && difference.column !== undefined) mended.add(difference.column);
      if (!done) left.add(`${difference.column} ${difference.problem}`);
    }
    if (open.length === 0) break;
  }
  return [...mended];
}

export async function readColumns(graph: Graph, address: string): Promise<unknown[]> {
  const columns: unknown[] = [];
  for await (const page of graph.pages(`${address}/columns`, background)) columns.push(...page.value);
  return columns;
}

/** False when a person must decide. */
async function mend(
  graph: Graph,
  address: string,
  definition: Definition,
  { column: name, problem }: Drift,
  columns: readonly unknown[],
): Promise<boolean> {
  const wanted = columnsFor(definition).find((column) => column.name === name);
  if (!wanted) return false;
  if (problem === 'missing') return addColumn(graph, address, wanted);
  const id = columns.map(asObject).find((column) => column?.name === wanted.name)?.id;
  const change = changeFor(problem, wanted);
  if (!change || typeof id !== 'string') return false;
  try {
    await graph.patch(`${address}/columns/${id}`, change, { ...background, repeatable: true });
    return true;
  } catch (failure) {
    // Duplicate values, or a list too long for a new index: needs a person.
    if (failedAs(failure, 'refused', 'changedMeanwhile', 'failing')) return false;
    throw failure;
  }
}

/** Differences that provisioning puts right itself. */
export const isMended = (problem: Drift['problem']): problem is Mended => mended.has(problem);
type Mended = 'missing' | 'choices' | 'notUnique' | 'notIndexed' | 'required' | 'unique';
const mended: ReadonlySet<string> = new Set<Mended>([
  'missing',
  'choices',
  'notUnique',
  'notIndexed',
  'required',
  'unique',
]);

function changeFor(problem: Drift['problem'], { choice, indexed, enforceUniqueValues }: ColumnDefinition) {
  switch (problem) {
    case 'choices':
      return { choice };
    case 'notUnique':
    case 'notIndexed':
      // Both are required in one change.
      return { indexed, ...(enforceUniqueValues === true ? { enforceUniqueValues } : {}) };
    case 'required':
      return { required: false };
    case 'unique':
      return { enforceUniqueValues: false };
    case 'missing':
    case 'wrongType':
    case 'renamed':
    case 'textLength':
    case 'newer':
    case 'refuses':
    case 'validated':
    case 'filledIn':
      return undefined;
  }
}

async function addColumn(graph: Graph, address: string, wanted: ColumnDefinition): Promise<boolean> {
  for (let round = 1; ; round += 1) {
    try {
      const made = asObject(await graph.post(`${address}/columns`, wanted, background));
      if (typeof made?.name !== 'string' || made.name === wanted.name || typeof made.id !== 'string') return true;
      // The column existed but was not yet visible, and SharePoint created a duplicate under another name.
      await graph.delete(`${address}/columns/${made.id}`, background);
      return true;
    } catch (failure) {
      // After any failure (a concurrent change, a lost answer): does it exist now?
      if (failedAs(failure, 'noAccess', 'badToken')) throw failure;
      const there = (await readColumns(graph, address)).some((column) => asObject(column)?.name === wanted.name);
      if (there) return true;
      if (round >= 4 || failedAs(failure, 'refused')) throw failure;
      await sleep(300 * round);
    }
  }
}

/**
 * Items that prevent a unique key column: `a (items 3, 7), …`. Undefined without duplicates. 2 units for each 5,000
 * items.
 */
export async function duplicateKeys(graph: Graph, address: string): Promise<string | undefined> {
  const items = new Map<string, { key: string; ids: string[] }>();
  for await (const page of wholeList(graph, `${address}/items?$expand=fields($select=Key)`)) {
    for (const value of page.value) {
      const item = readItem(value);
      const key = item?.fields?.Key;
      if (!item || typeof key !== 'string' || key === '') continue;
      const same = items.get(key.toLowerCase()) ?? { key, ids: [] };
      same.ids.push(item.id);
      items.set(key.toLowerCase(), same);
    }
  }
  const twice = [...items.values()].filter(({ ids }) => ids.length > 1);
  if (twice.length === 0) return undefined;
  const named = twice.slice(0, namedDuplicates).map(({ key, ids }) => `${key} (items ${ids.slice(0, 5).join(', ')})`);
  return [...named, ...(twice.length > named.length ? [`and ${twice.length - named.length} more`] : [])].join(', ');
}
