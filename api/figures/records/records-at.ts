import { approvalSubjects, declareApprovalSubjects } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { addDays, dayBegins, forbidden, type LocalDate } from '../../kernel/index.ts';
import { declareObligationSources, obligationSources } from '../../obligations/index.ts';
import type { ListDefinition, ListHandle, Stored } from '../../sharepoint/index.ts';
import type { AsOf, Cut } from './rewind.ts';
import type { KeptRecords } from './keep-records.ts';
import { rewinds } from './rewinds.ts';

/** No two views of a day have lists of the same version: what was derived of one is never taken for the other's. */
let views = 1_000_000_000;

/** The end of a day. */
export const cutOf = (day: LocalDate): Cut => ({ day, end: dayBegins(addDays(day, 1)) });

/**
 * Everything that was known at the end of a day, as a context: its clock stands at the last moment of the day, and its lists
 * hold what had been made by then, as it stood then (`rewinds`). Rules and counts read it as they read today. Nothing can be
 * written. A list is taken back when it is first asked for. Where `known` says which records there were, those of lists that
 * do not say when they were made are no others. No Graph call.
 */
export function recordsAt(context: Context, day: LocalDate, known?: KeptRecords): Context {
  const cut = cutOf(day);
  const last = new Date(Date.parse(cut.end) - 1);
  const handles = new Map<string, unknown>();
  const records: Context = {
    ...context,
    clock: { now: () => last },
    list: <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
      // The table holds lists of all record types; each comes out again by its own definition only.
      const made = handles.get(definition.name) as ListHandle<R> | undefined;
      const handle = made ?? rewound(context.list(definition), cut, known?.[definition.name]);
      handles.set(definition.name, handle);
      return handle;
    },
  };
  // What is owed is derived by what the application has declared: without it, work that was sent back would not be there.
  declareObligationSources(records, obligationSources(context));
  declareApprovalSubjects(records, approvalSubjects(context));
  return records;
}

/** How a list is taken back; one without a row stands as it is. */
function asOfIn<R extends { key: string }>(
  { name }: ListDefinition<R>,
  known: KeptRecords[string] | undefined,
): AsOf<Stored<R>> {
  const row = rewinds.find(({ list }) => list === name);
  const at = (row?.at as AsOf<Stored<R>> | undefined) ?? ((record: Stored<R>) => record);
  if (!known || row?.knowsBirth) return at;
  return (record, cut) => (known[record.key] === undefined ? undefined : at(record, cut));
}

function rewound<R extends { key: string }>(
  handle: ListHandle<R>,
  cut: Cut,
  known: KeptRecords[string] | undefined,
): ListHandle<R> {
  const asOf = asOfIn(handle.definition, known);
  const version = (views += 1);
  let kept: ReadonlyMap<string, Stored<R>> | undefined;
  let all: readonly Stored<R>[] | undefined;
  const records = () =>
    (kept ??= new Map(
      handle.all().flatMap((record) => {
        const then = asOf(record, cut);
        return then ? [[then.key, then] as const] : [];
      }),
    ));
  const refuse = () => Promise.reject(forbidden('figures.mayNotSee'));
  return {
    definition: handle.definition,
    version,
    all: () => (all ??= [...records().values()]),
    changesSince: (since) => (since === version ? [] : undefined),
    get: (key) => records().get(key),
    create: refuse,
    update: refuse,
    fresh: refuse,
    remove: refuse,
    removeUnchanged: refuse,
    held: () => handle.held(),
    freshness: () => handle.freshness(),
    setAside: () => handle.setAside(),
  };
}
