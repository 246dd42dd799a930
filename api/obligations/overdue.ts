import type { Context } from '../context.ts';
import { inSlices, isOverdue, todayOf, type CentreId, type LocalDate, type Obligation } from '../kernel/index.ts';
import { centres } from '../organisation/index.ts';
import { allObligations } from './obligations.ts';

/** Overdue work about one thing in a centre. */
export interface OverdueGroup {
  kind: string;
  subject: Obligation['subject'];
  obligations: readonly Obligation[];
}

/** What is overdue in a centre: the number in the tab and the workbook's rows. */
export interface OverdueIn {
  /** Absent: the whole organisation, and centres not in use. */
  centreId?: CentreId;
  obligations: readonly Obligation[];
  /** Largest first. */
  groups: readonly OverdueGroup[];
}

export type Overdue = ReadonlyMap<CentreId | undefined, OverdueIn>;

/** The centre that an obligation counts in; undefined for one not in use. */
export function countedIn(context: Context): (obligation: Pick<Obligation, 'centreId'>) => CentreId | undefined {
  const inUse = new Set<string>(centres(context).map(({ key }) => key));
  return ({ centreId }) => (centreId !== undefined && inUse.has(centreId) ? centreId : undefined);
}

const cache = new WeakMap<readonly Obligation[], { centres: unknown; day: LocalDate; overdue: Overdue }>();

/**
 * What is overdue on a day (default today), by centre: the one count behind cards, _Mit center_ and the workbook.
 * Centres with nothing overdue are absent. Recomputed when any obligation changes. No Graph call.
 */
export function overdueByCentre(
  context: Context,
  day: LocalDate = todayOf(context.clock),
  all: readonly Obligation[] = allObligations(context, day),
): Overdue {
  const inUse = centres(context);
  const known = cache.get(all);
  if (known?.centres === inUse && known.day === day) return known.overdue;
  const overdue = grouped(countedIn(context), all, day);
  cache.set(all, { centres: inUse, day, overdue });
  return overdue;
}

/** The same, in slices; fills the cache. */
export async function overdueInTurn(context: Context, day: LocalDate, all: readonly Obligation[]): Promise<void> {
  const inUse = centres(context);
  const known = cache.get(all);
  if (known?.centres === inUse && known.day === day) return;
  const { take, found } = grouping(countedIn(context), day);
  await inSlices(all, take);
  cache.set(all, { centres: inUse, day, overdue: found() });
}

function grouped(centreOf: ReturnType<typeof countedIn>, all: readonly Obligation[], day: LocalDate): Overdue {
  const { take, found } = grouping(centreOf, day);
  for (const one of all) take(one);
  return found();
}

/** One pass, without building texts. */
function grouping(centreOf: ReturnType<typeof countedIn>, day: LocalDate) {
  const found = new Map<CentreId | undefined, { obligations: Obligation[]; kinds: Map<string, Things> }>();
  const take = (one: Obligation): void => {
    if (!isOverdue(one, day)) return;
    const centreId = centreOf(one);
    const centre = found.get(centreId) ?? { obligations: [], kinds: new Map<string, Things>() };
    found.set(centreId, centre);
    centre.obligations.push(one);
    const things = centre.kinds.get(one.kind) ?? new Map<string, Obligation[]>();
    centre.kinds.set(one.kind, things);
    const group = things.get(one.subject.key);
    if (group) group.push(one);
    else things.set(one.subject.key, [one]);
  };
  const overdue = (): Overdue =>
    new Map(
      [...found].map(([centreId, { obligations, kinds }]) => [
        centreId,
        { ...(centreId === undefined ? {} : { centreId }), obligations, groups: groupsOf(kinds) },
      ]),
    );
  return { take, found: overdue };
}

type Things = Map<string, Obligation[]>;

const groupsOf = (kinds: ReadonlyMap<string, Things>): OverdueGroup[] =>
  [...kinds.values()]
    .flatMap((things) => [...things.values()])
    .flatMap((obligations) => {
      const [first] = obligations;
      return first ? [{ kind: first.kind, subject: first.subject, obligations }] : [];
    })
    .sort((one, other) => other.obligations.length - one.obligations.length);
