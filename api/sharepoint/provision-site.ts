import type { Instant } from '../kernel/index.ts';
import type { ListDefinition } from './define-list.ts';
import { columnsFor, type Drift } from './drift.ts';
import type { Graph } from './graph.ts';
import type { Held } from './held.ts';
import type { MemoryCopy } from './memory-copy.ts';
import { newerLists, schemaOf, type Schemas } from './newer-lists.ts';
import { ProvisionedLists } from './provisioned-list.ts';
import { provision, type ProvisioningReport } from './provisioning.ts';
import { hasItems, idsOf, readRemembered, remember, unlessRefused, type KnownList } from './remembering.ts';
import { lookAtSite, statusOf, unknownId, type SiteList, type SiteLook } from './site-look.ts';

type Definition = ListDefinition<{ key: string }>;

export interface SiteDeclaration {
  definitions: readonly Definition[];
  libraries: readonly string[];
  /** Lists that a site without memory may have had; any other is new to it. Absent: all. */
  beforeMemory?: readonly Definition[];
  /** Versions of the lists' shapes, recorded in the site for programs of another version. */
  schemas?: Schemas;
}

export interface ProvisionOptions {
  copy: MemoryCopy;
  /** Lost lists (`People`) and columns (`People.LeftOn`) to recreate, empty. */
  makeAnew?: readonly string[];
  /** Lists whose loss of items is intended. */
  takeAsItIs?: readonly string[];
  now: Instant;
}

export interface SiteReport extends ProvisioningReport {
  /** Lost lists: not recreated, and dependent work does not run. */
  held: { list: string; held: Held }[];
}

/**
 * Provisions a site from its memory (ProvisionedLists and its copy): creates what never existed; leaves what existed
 * and is gone, for restoring from the recycle bin or recreating by name. A site without memory is new when none of our
 * lists holds items; else missing lists count as gone, except those introduced with the memory or later. Throws as
 * `provision`.
 */
export async function provisionSite(
  graph: Graph,
  siteId: string,
  declared: SiteDeclaration,
  options: ProvisionOptions,
): Promise<SiteReport> {
  const { look, before, known, held, definitions, libraries } = await surveySite(graph, siteId, declared, options);
  const report = await provision(graph, siteId, definitions, libraries, idsOf(known));
  const isSame = report.created.length + report.extended.length === 0;
  const after = isSame ? look : await lookAtSite(graph, siteId);
  const lost = parts(declared).filter(({ name }) => held.has(name) && !before.has(name));
  const made = { ...declared, definitions, libraries };
  const refused = await keep(graph, siteId, made, { before, known, after, lost }, options);
  const found = [...held].map(([list, why]) => ({ list, held: why }));
  const drift = [...report.drift, ...refused, ...newerLists(before, declared.schemas)];
  return { ...report, drift, ok: drift.length === 0 && found.length === 0, held: found };
}

export interface SiteSurvey {
  look: SiteLook;
  /** The site's memory, and the same without what is recreated. */
  before: ReadonlyMap<string, KnownList>;
  known: ReadonlyMap<string, KnownList>;
  held: ReadonlyMap<string, Held>;
  /** What is provisioned: all but the held. */
  definitions: readonly Definition[];
  libraries: readonly string[];
}

/** What is there, what was, and what may be provisioned. Reads only. */
export async function surveySite(
  graph: Graph,
  siteId: string,
  declared: SiteDeclaration,
  options: ProvisionOptions,
): Promise<SiteSurvey> {
  const look = await lookAtSite(graph, siteId);
  const before = await recalled(graph, siteId, look, options.copy);
  const known = withoutAnew(before, options.makeAnew ?? []);
  const isOpen = before.size > 0 || !(await isInUse(graph, siteId, declared.definitions, look));
  const isNew = (name: string) => newToOlderSites(declared, name) || (options.makeAnew ?? []).includes(name);
  const held = new Map<string, Held>();
  for (const { name, columns } of parts(declared)) {
    const found = heldOf(name, columns, known.get(name), look, isOpen || isNew(name));
    if (found) held.set(name, found);
  }
  const definitions = declared.definitions.filter(({ name }) => !held.has(name));
  const libraries = declared.libraries.filter((name) => !held.has(name));
  return { look, before, known, held, definitions, libraries };
}

const newToOlderSites = ({ definitions, beforeMemory = definitions }: SiteDeclaration, name: string): boolean =>
  definitions.some((definition) => definition.name === name) && !beforeMemory.some((one) => one.name === name);

interface Part {
  name: string;
  kind: 'list' | 'library';
  columns: readonly string[];
}
const parts = ({ definitions, libraries }: SiteDeclaration): Part[] => [
  ...definitions.map((definition): Part => ({
    name: definition.name,
    kind: 'list',
    columns: columnsFor(definition).map(({ name }) => name),
  })),
  ...libraries.map((name): Part => ({ name, kind: 'library', columns: [] })),
];

async function recalled(
  graph: Graph,
  siteId: string,
  look: SiteLook,
  copy: MemoryCopy,
): Promise<ReadonlyMap<string, KnownList>> {
  const list = look.byName.get(ProvisionedLists.name);
  const known = list ? await readRemembered(graph, itemsOf(siteId, list.id)) : new Map<string, KnownList>();
  if (known.size > 0) return known;
  return new Map((await copy.read())?.map((record) => [record.key, record]));
}

const itemsOf = (siteId: string, listId: string) => `/sites/${siteId}/lists/${listId}/items`;

/** Lists to recreate are forgotten first. */
function withoutAnew(known: ReadonlyMap<string, KnownList>, names: readonly string[]): Map<string, KnownList> {
  const left = new Map(known);
  for (const name of names) {
    const [list = '', column] = name.split('.');
    const record = left.get(list);
    if (!record) continue;
    if (column === undefined) left.delete(list);
    else {
      const columns = Object.fromEntries(Object.entries(record.columns).filter(([one]) => one !== column));
      left.set(list, { ...record, columns });
    }
  }
  return left;
}

/** Whether one of our lists holds items, the memory aside. 2 units per existing list. */
async function isInUse(graph: Graph, siteId: string, definitions: readonly Definition[], look: SiteLook) {
  for (const { name } of definitions) {
    const list = look.byName.get(name);
    if (list && name !== ProvisionedLists.name && (await hasItems(graph, siteId, list.id))) return true;
  }
  return false;
}

function heldOf(
  name: string,
  columns: readonly string[],
  known: KnownList | undefined,
  look: SiteLook,
  mayMake: boolean,
): Held | undefined {
  if (known) {
    const status = statusOf(name, known, look, columns);
    return 'held' in status ? status.held : undefined;
  }
  const mayBeMade = mayMake || name === ProvisionedLists.name || look.byName.has(name);
  return mayBeMade ? undefined : { why: 'gone' };
}

/** Saves what exists now. The memory of held lists stays. Returns what the lists' settings refuse. */
async function keep(
  graph: Graph,
  siteId: string,
  made: SiteDeclaration,
  seen: {
    before: ReadonlyMap<string, KnownList>;
    known: ReadonlyMap<string, KnownList>;
    after: SiteLook;
    /** Missing, and not remembered. */
    lost: readonly Part[];
  },
  { copy, takeAsItIs = [], now }: ProvisionOptions,
): Promise<Drift[]> {
  const memory = seen.after.byName.get(ProvisionedLists.name);
  const takesSchemas = made.definitions.some(({ name }) => name === ProvisionedLists.name);
  const records = parts(made).flatMap((part): KnownList[] => {
    const before = seen.before.get(part.name);
    const known = seen.known.get(part.name);
    const isKnown = known !== undefined && known.listId !== unknownId;
    const list = isKnown ? seen.after.byId.get(known.listId) : seen.after.byName.get(part.name);
    if (!list) return [];
    const isNewWord = takeAsItIs.includes(part.name) || (before !== undefined && before.listId !== list.id);
    return [
      {
        key: part.name,
        title: part.name,
        kind: part.kind,
        listId: list.id,
        columns: ours(part, list, known),
        ...(isNewWord ? { items: 0, takenAt: now } : kept(before)),
        ...(takesSchemas ? schemaOf(part.name, before, made.schemas) : {}),
        ...(before?.itemId === undefined ? {} : { itemId: before.itemId }),
      },
    ];
  });
  // A recreated memory is written in full, including held lists.
  const rewritten = [...seen.before.values()].filter(
    ({ key, itemId }) => itemId === undefined && !records.some((record) => record.key === key),
  );
  const lost = seen.lost.map(({ name, kind }): KnownList => ({
    key: name,
    title: name,
    kind,
    listId: unknownId,
    columns: {},
  }));
  const changed = [...records, ...rewritten, ...lost].filter((record) => !isSame(record, seen.before.get(record.key)));
  if (changed.length === 0) return [];
  const refused = memory ? await unlessRefused(() => remember(graph, itemsOf(siteId, memory.id), changed)) : [];
  const all = new Map([...seen.before, ...[...records, ...lost].map((record) => [record.key, record] as const)]);
  const notCopied = await unlessRefused(() => copy.write([...all.values()]));
  return refused.length > 0 ? refused : notCopied;
}

const kept = (before: KnownList | undefined) => ({
  ...(before?.items === undefined ? {} : { items: before.items }),
  ...(before?.takenAt === undefined ? {} : { takenAt: before.takenAt }),
});

/** The declared columns that exist. Where Graph omits them, the known ones stay. */
function ours({ columns }: Part, list: SiteList, known: KnownList | undefined): Record<string, string> {
  const there = list.columns ?? known?.columns ?? {};
  return Object.fromEntries(
    columns.flatMap((name) => (there[name] === undefined ? [] : [[name, there[name]] as const])),
  );
}

const isSame = (record: KnownList, before: KnownList | undefined): boolean =>
  before?.itemId !== undefined &&
  before.listId === record.listId &&
  before.takenAt === record.takenAt &&
  before.schema === record.schema &&
  Object.keys(before.columns).length === Object.keys(record.columns).length &&
  Object.entries(record.columns).every(([name, id]) => before.columns[name] === id);
