import { approvalSubjects, declareApprovalSubjects } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { addDays, dayBegins, earlierDay, forbidden, todayOf, type LocalDate } from '../../kernel/index.ts';
import { declareObligationSources, obligationSources } from '../../obligations/index.ts';
import type { ListDefinition, ListHandle, Stored } from '../../sharepoint/index.ts';
import type { AsOf, Cut } from './rewind.ts';
import type { KeptRecords } from './keep-records.ts';
import { rewinds } from './rewinds.ts';

/** Unique list versions per view: derivations of one are never reused for another. */
let views = 1_000_000_000;

/** The end of a day. */
const cutAt = (day: LocalDate): Cut => ({ day, end: dayBegins(addDays(day, 1)) });

/**
 * Everything known at the end of a day, as a context: its clock is at the day's last moment, and its lists have what
 * existed then (`rewinds`). Rules and counts work as for today. Read-only. Lists are rewound on demand. `known` limits
 * lists without creation times to the records that existed. A day to come, of an item edited by hand, is today: rules
 * reckon up to the day of their clock. No Graph call.
 */
export function recordsAt(context: Context, day: LocalDate, known?: KeptRecords): Context {
  const cut = cutAt(earlierDay(day, todayOf(context.clock)));
  const last = new Date(Date.parse(cut.end) - 1);
  const handles = new Map<string, unknown>();
  const records: Context = {
    ...context,
    clock: { now: () => last },
    list: <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
      // The map holds lists of all record types; each is read by its own definition only.
      const made = handles.get(definition.name) as ListHandle<R> | undefined;
      const handle = made ?? rewound(context.list(definition), cut, known?.[definition.name]);
      handles.set(definition.name, handle);
      return handle;
    },
  };
  // Obligations need the application's declarations: without them, returned work would be missing.
  declareObligationSources(records, obligationSources(context));
  declareApprovalSubjects(records, approvalSubjects(context));
  return records;
}

/** How a list is rewound; unchanged without a row. */
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
