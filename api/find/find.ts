import type { Context } from '../context.ts';
import { asAppError, type Actor } from '../kernel/index.ts';
import { employees, freshnessOf } from '../organisation/index.ts';
import { meaningsOf } from '../search/index.ts';
import { mostOfAll, mostOfOne, type FoundKind, type FoundRecord, type FoundView } from './contract.ts';
import type { Opened, Source } from './source.ts';
import { approvalsFound, findingsFound, incidentsFound, inspectionsFound, meetingsFound } from './sources/governing.ts';
import { ownWorkFound } from './sources/own-work.ts';
import { peopleFound } from './sources/people.ts';
import { plansFound } from './sources/plans.ts';
import { policyFound } from './sources/policy.ts';
import { proceduresFound } from './sources/procedures.ts';
import { reportsFound, statusReportsFound } from './sources/reports.ts';
import { requirementsFound } from './sources/requirements.ts';
import { risksFound } from './sources/risks.ts';
import { controlsFound, measuresFound, servicesFound, systemsFound } from './sources/systems.ts';
import { tasksFound } from './sources/tasks.ts';

/** All searchable kinds. A new kind is one row. */
const sources: readonly Source[] = [
  policyFound,
  proceduresFound,
  plansFound,
  systemsFound,
  servicesFound,
  risksFound,
  controlsFound,
  requirementsFound,
  measuresFound,
  inspectionsFound,
  findingsFound,
  incidentsFound,
  approvalsFound,
  meetingsFound,
  reportsFound,
  statusReportsFound,
  ownWorkFound,
  tasksFound,
  peopleFound,
];

/** A kind with unavailable lists is left out and named. */
async function opened(context: Context, actor: Actor, one: Source): Promise<Opened | undefined> {
  try {
    return await one.open(context, actor);
  } catch (thrown) {
    if (asAppError(thrown).kind === 'unavailable') return undefined;
    throw thrown;
  }
}

/**
 * The actor's visible records that match a search (R7), by kind. Permissions are those of each record's page. With
 * built indexes it costs only the search.
 */
export async function find(
  context: Context,
  actor: Actor,
  { q, kind }: { q: string; kind?: FoundKind | undefined },
): Promise<FoundView> {
  const asked = sources.filter((one) => kind === undefined || one.kind === kind);
  const looked = await Promise.all(asked.map((one) => opened(context, actor, one)));
  const open = asked.flatMap(({ kind: of }, place) => {
    const one = looked[place];
    return one ? [{ kind: of, one }] : [];
  });
  const meanings = meaningsOf(
    q,
    open.map(({ one }) => one.words),
  );
  const most = kind === undefined ? mostOfAll : mostOfOne;
  const groups = Map.groupBy(open.entries(), ([, { kind: of }]) => of);
  const found = [...groups].map(([of, each]) => {
    const records = firstOf(
      each.map(([place, { one }]) => one.found(meanings[place] ?? [])),
      most + 1,
    );
    return { kind: of, records: records.slice(0, most), more: records.length > most };
  });
  return {
    groups: byTitle(found.filter(({ records }) => records.length > 0)),
    missing: [...new Set(asked.flatMap(({ kind: of }, place) => (looked[place] ? [] : [of])))],
    freshness: freshnessOf(context, ...new Set(asked.flatMap(({ lists }) => lists))),
  };
}

/** Kinds with a title match first; groups keep their order. */
function byTitle(groups: FoundView['groups']): FoundView['groups'] {
  const isCalled = ({ records: [first] }: FoundView['groups'][number]) =>
    first?.field === 'title' || first?.field === 'name';
  return [...groups.filter(isCalled), ...groups.filter((group) => !isCalled(group))];
}

/** The first records of several sources, in order; equal pages count once. */
function firstOf(each: readonly Iterable<FoundRecord>[], most: number): FoundRecord[] {
  const found = new Map<string, FoundRecord>();
  for (const records of each)
    for (const record of records) {
      if (found.size === most) return [...found.values()];
      if (!found.has(placeOf(record))) found.set(placeOf(record), record);
    }
  return [...found.values()];
}

/** Colleagues of a centre share a page; other records have their own. */
const placeOf = ({ key, path }: FoundRecord): string => (path.startsWith('/organisation') ? `${path} ${key}` : path);

/** Few enough for the first search to build them in a tenth of a second. */
const few = 1_000;

/** Builds all indexes in advance, if that takes long; in slices. */
export async function readyToFind(context: Context): Promise<void> {
  if (employees(context).length < few) return;
  for (const one of sources) await one.ready(context);
}
