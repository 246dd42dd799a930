import { setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from '../kernel/index.ts';
import type { ListDefinition } from './define-list.ts';
import { columnsFor, listDrift, type Drift } from './drift.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { idOf, listIds } from './list-address.ts';
import { duplicateKeys, mendColumns, readColumns } from './mend-columns.ts';

export interface ProvisioningReport {
  /** Lists and libraries that were created. */
  created: string[];
  /** Columns added or widened in this run, `List.Column`. */
  extended: string[];
  /** Differences that need a person. */
  drift: Drift[];
  ok: boolean;
}

type Definition = ListDefinition<{ key: string }>;
const background = { lane: 'background' } as const;
const visibleWithinMs = 60_000;
/** Time in which a new list's columns appear; those that do not are lost. */
const newListMs = 10_000;

/**
 * Creates the site's lists as declared: creates missing ones, repairs columns (mend-columns.ts), and reports what it
 * could not or will not change. Idempotent and safe to run concurrently. Needs role `manage` or `fullcontrol` on the
 * site; the running application needs only `write`. `known`: ids of lists that are there, whatever they are called.
 * Throws AppError: unavailable, unexpected (`sharepoint.noAccess`).
 */
export async function provision(
  graph: Graph,
  siteId: string,
  definitions: readonly Definition[],
  libraries: readonly string[] = [],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<ProvisioningReport> {
  const report: ProvisioningReport = { created: [], extended: [], drift: [], ok: true };
  const ids = await idsThere(graph, siteId, known);
  for (const library of libraries) {
    if (ids.has(library)) continue;
    const { isNew } = await createList(graph, siteId, library, { list: { template: 'documentLibrary' } });
    if (isNew) report.created.push(library);
  }
  const asDeclared = await Promise.all(
    definitions.map(async (definition) => (await driftFound(graph, siteId, definition, ids)).length === 0),
  );
  const places: Place[] = [];
  for (const [at, definition] of definitions.entries())
    if (!asDeclared[at]) places.push(await placeOf(graph, siteId, definition, ids.get(definition.name), report));
  // After all are made: what new lists do not show yet is waited for once, not list by list.
  for (const place of places) await completeList(graph, siteId, place, report);
  await waitForLists(graph, siteId, report.created);
  report.ok = report.drift.length === 0;
  return report;
}

/** The same check without changes. Needs role `read`. */
export async function checkDrift(
  graph: Graph,
  siteId: string,
  definitions: readonly Definition[],
  libraries: readonly string[] = [],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Drift[]> {
  const ids = await idsThere(graph, siteId, known);
  const drift: Drift[] = libraries
    .filter((library) => !ids.has(library))
    .map((library) => ({ list: library, problem: 'missing' }));
  const found = await Promise.all(definitions.map((definition) => driftFound(graph, siteId, definition, ids)));
  return [...drift, ...found.flat()];
}

/** Known lists, by name, whose id is there: somebody may have changed both title and address. */
export const thoseThere = (known: ReadonlyMap<string, string>, there: { has(id: string): boolean }) =>
  new Map([...known].filter(([, id]) => there.has(id)));

/** Ids by name, and those known that are there. */
async function idsThere(
  graph: Graph,
  siteId: string,
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const ids = await listIds(graph, siteId);
  return new Map([...ids, ...thoseThere(known, new Set(ids.values()))]);
}

/** How a list differs from its declaration. May run in parallel; the unit budget spaces calls. */
async function driftFound(
  graph: Graph,
  siteId: string,
  definition: Definition,
  ids: ReadonlyMap<string, string>,
): Promise<Drift[]> {
  const id = ids.get(definition.name);
  if (id === undefined) return [{ list: definition.name, problem: 'missing' }];
  return listDrift(definition, await readColumns(graph, `/sites/${siteId}/lists/${id}`));
}

/** A list to provision. `madeAt`: when this run made it (ms); absent for one that was there. */
interface Place {
  definition: Definition;
  id: string;
  madeAt?: number;
}

/** The list, made when it is missing. */
async function placeOf(
  graph: Graph,
  siteId: string,
  definition: Definition,
  known: string | undefined,
  report: ProvisioningReport,
): Promise<Place> {
  if (known !== undefined) return { definition, id: known };
  const { name, describe } = definition;
  const body = { description: describe, columns: columnsFor(definition), list: { template: 'genericList' } };
  const made = await createList(graph, siteId, name, body);
  if (made.isNew) report.created.push(name);
  const id = made.id ?? idOf(await waitForLists(graph, siteId, [name]), name);
  return { definition, id, madeAt: Date.now() };
}

/** Adds to a list what differs from its declaration, and reports what remains. */
async function completeList(
  graph: Graph,
  siteId: string,
  { definition, id, madeAt }: Place,
  report: ProvisioningReport,
): Promise<void> {
  const { name } = definition;
  const address = `/sites/${siteId}/lists/${id}`;
  const columns = await readColumns(graph, address).catch(async (failure: unknown) => {
    if (madeAt === undefined || !failedAs(failure, 'itemGone')) throw failure;
    // The list may not be visible yet.
    await waitForLists(graph, siteId, [name]);
    return readColumns(graph, address);
  });
  const differences = listDrift(definition, columns);
  if (differences.length === 0) return;
  if (madeAt !== undefined && differences.some(({ problem }) => problem === 'missing')) {
    // A new list may not show all its columns yet.
    await waitForColumns(graph, address, definition, madeAt + newListMs - Date.now());
  }
  for (const column of await mendColumns(graph, address, definition)) report.extended.push(`${name}.${column}`);
  const left = listDrift(definition, await waitForColumns(graph, address, definition, visibleWithinMs));
  report.drift.push(...(await withDuplicates(graph, address, left)));
}

/** Adds the duplicate keys when the key column is not unique. */
async function withDuplicates(graph: Graph, address: string, drift: readonly Drift[]): Promise<Drift[]> {
  if (!drift.some(({ problem, column }) => problem === 'notUnique' && column === 'Key')) return [...drift];
  const details = await duplicateKeys(graph, address);
  return drift.map((one) => (one.problem === 'notUnique' && details !== undefined ? { ...one, details } : one));
}

/** Not new when another program just created it. The id is from the answer, if given. */
async function createList(
  graph: Graph,
  siteId: string,
  name: string,
  body: object,
): Promise<{ isNew: boolean; id?: string }> {
  try {
    const address = `/sites/${siteId}/lists`;
    // A retry after a lost answer finds the list by name.
    const made = asObject(
      await graph.post(address, { displayName: name, ...body }, { ...background, repeatable: true }),
    );
    return { isNew: true, ...(typeof made?.id === 'string' && made.name === name ? { id: made.id } : {}) };
  } catch (failure) {
    // Whatever the error: another's list exists, or it does not.
    if (failedAs(failure, 'nameTaken', 'changedMeanwhile', 'refused') && (await listIds(graph, siteId)).has(name))
      return { isNew: false };
    // A new list of another program may not be visible yet.
    if (failedAs(failure, 'nameTaken', 'changedMeanwhile')) return { isNew: false };
    throw failure;
  }
}

/** Polls until the site shows all of these lists. Throws unavailable `sharepoint.listNotVisible` {list}. */
async function waitForLists(graph: Graph, siteId: string, names: readonly string[]): Promise<Map<string, string>> {
  const until = Date.now() + visibleWithinMs;
  for (let pause = 200; names.length > 0; pause = Math.min(pause * 2, 5_000)) {
    const ids = await listIds(graph, siteId);
    const missing = names.find((name) => !ids.has(name));
    if (missing === undefined) return ids;
    if (Date.now() > until) throw unavailable('sharepoint.listNotVisible', { list: missing });
    await sleep(pause);
  }
  return new Map();
}

/** Polls until all columns are visible, or time runs out. */
async function waitForColumns(
  graph: Graph,
  address: string,
  definition: Definition,
  withinMs: number,
): Promise<unknown[]> {
  const until = Date.now() + withinMs;
  for (let pause = 200; ; pause = Math.min(pause * 2, 5_000)) {
    const columns = await readColumns(graph, address);
    const missing = listDrift(definition, columns).some(({ problem }) => problem === 'missing');
    if (!missing || Date.now() > until) return columns;
    await sleep(pause);
  }
}
