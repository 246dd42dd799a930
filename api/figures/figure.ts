import type { Context } from '../context.ts';
import { inSlices, todayOf, yearOf, type Actor, type CentreId } from '../kernel/index.ts';
import { centres } from '../organisation/index.ts';
import type { LevelCounts } from '../risks/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { directions, figureAreas, figureUnits } from './contract.ts';

/** Owner of a figure: the whole organisation, or a centre. */
export type Owner = 'whole' | CentreId;
export type Unit = (typeof figureUnits)[number];
export type Direction = (typeof directions)[number];
export type Area = (typeof figureAreas)[number];

/** A count for one owner. */
export interface Counted {
  /** Absent: nothing to count. */
  value?: number;
  numerator: number;
  denominator?: number;
}
export type ByOwner = ReadonlyMap<Owner, Counted>;

/**
 * One figure (R2, R12–R16). Texts under `figureWords.<key>`. Records and cut-off day are one argument: a context with
 * the day's clock and the lists as known at its end (`recordsAt`), or the live one for today. `of` is pure: it reads
 * only lists and the clock. Over everybody it works in slices.
 */
export interface Figure {
  key: string;
  /** Values for `{{name}}` in its texts. */
  about?: Readonly<Record<string, string>>;
  area: Area;
  unit: Unit;
  good: Direction;
  /** `whole`: not by centre. */
  whose: 'whole' | 'centres';
  /** All lists that `of` reads: a change recomputes it. */
  lists(context: Context): readonly ListDefinition<{ key: string }>[];
  /** A stamp of further inputs: group members. */
  also?(context: Context): string;
  /** Counted from New Year on: not compared with a value of another year. */
  ofYear?: boolean;
  /** Based on present data only (who can be reached): cannot be recomputed for a past day. */
  onlyNow?: boolean;
  of(records: Context): ByOwner | Promise<ByOwner>;
  /** The same from risk levels, for months before `Figures`. */
  fromLevels?(levels: LevelCounts['levels']): number;
  /** The page with the counted rows; of a share those that are missing. `now`: the year and the scale of today. */
  link(owner: Owner, now: Context): string;
  /** Kind of task that improves it, for a link to its owners. */
  work?: string;
  /** Who may open that page, if not all readers of the figure. */
  opens?(actor: Actor, owner: Owner): boolean;
}

/** Rounded down, so that 100 means all. Undefined for none. */
const percentOf = (numerator: number, denominator: number): number | undefined =>
  denominator === 0 ? undefined : Math.floor((numerator * 1000) / denominator) / 10;

/** The value of a count, by unit. */
export function countedAs(unit: Unit, numerator: number, denominator?: number): Counted {
  const base = { numerator, ...(denominator === undefined ? {} : { denominator }) };
  const value = valueOf(unit, numerator, denominator);
  return value === undefined ? base : { value, ...base };
}

function valueOf(unit: Unit, numerator: number, denominator: number | undefined): number | undefined {
  switch (unit) {
    case 'count':
    case 'kroner':
      return numerator;
    case 'percent':
      return percentOf(numerator, denominator ?? 0);
    case 'days':
    case 'hours':
      return denominator ? Math.round((numerator * 10) / denominator) / 10 : undefined;
  }
}

/** What one thing adds to a figure. */
interface Adds {
  numerator: number;
  denominator?: number;
}

/**
 * Counts things in total and by centre; a thing of two centres counts in both, and once in total. Every centre in use
 * has a number, even zero.
 */
export function tally<Thing>(
  context: Context,
  unit: Unit,
  things: Iterable<Thing>,
  centresOf: (thing: Thing) => Iterable<string | undefined>,
  adds: (thing: Thing) => Adds,
): ByOwner {
  const { take, found } = tallying(context, unit, centresOf, adds);
  for (const thing of things) take(thing);
  return found();
}

/** The same for very many things, in slices. */
export async function tallyInTurn<Thing>(
  context: Context,
  unit: Unit,
  things: Iterable<Thing>,
  centresOf: (thing: Thing) => Iterable<string | undefined>,
  adds: (thing: Thing) => Adds,
): Promise<ByOwner> {
  const { take, found } = tallying(context, unit, centresOf, adds);
  await inSlices(things, take);
  return found();
}

function tallying<Thing>(
  context: Context,
  unit: Unit,
  centresOf: (thing: Thing) => Iterable<string | undefined>,
  adds: (thing: Thing) => Adds,
) {
  const sums = new Map<Owner, { numerator: number; denominator: number | undefined }>();
  const shares = unit !== 'count' && unit !== 'kroner';
  for (const owner of ['whole' as const, ...centres(context).map(({ key }) => key as CentreId)])
    sums.set(owner, { numerator: 0, denominator: shares ? 0 : undefined });
  const add = (owner: Owner, { numerator, denominator }: Adds) => {
    const sum = sums.get(owner);
    if (!sum) return;
    sum.numerator += numerator;
    if (denominator !== undefined) sum.denominator = (sum.denominator ?? 0) + denominator;
  };
  return {
    take: (thing: Thing): void => {
      const added = adds(thing);
      add('whole', added);
      for (const centre of new Set(centresOf(thing))) if (centre !== undefined) add(centre as CentreId, added);
    },
    found: (): ByOwner =>
      new Map([...sums].map(([owner, { numerator, denominator }]) => [owner, countedAs(unit, numerator, denominator)])),
  };
}

/** A figure in total only. */
export const wholeOnly = (counted: Counted): ByOwner => new Map([['whole', counted]]);

/** A page's address, filtered to an owner's rows if possible. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parts.set(name, value);
  return parts.size === 0 ? path : `${path}?${parts}`;
}
/** An owner's centre, for an address. */
export const centreIn = (owner: Owner): string | undefined => (owner === 'whole' ? undefined : owner);
/** The year of today. */
export const yearNow = ({ clock }: Context): number => yearOf(todayOf(clock));
