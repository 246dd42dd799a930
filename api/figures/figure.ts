import type { Context } from '../context.ts';
import { inSlices, type Actor, type CentreId } from '../kernel/index.ts';
import { centres } from '../organisation/index.ts';
import type { LevelCounts } from '../risks/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { directions, figureAreas, figureUnits } from './contract.ts';

/** Whose a figure is: the whole organisation's, or a centre's. */
export type Owner = 'whole' | CentreId;
export type Unit = (typeof figureUnits)[number];
export type Direction = (typeof directions)[number];
export type Area = (typeof figureAreas)[number];

/** What is counted for one owner. */
export interface Counted {
  /** Absent: there is nothing to count. */
  value?: number;
  numerator: number;
  denominator?: number;
}
export type ByOwner = ReadonlyMap<Owner, Counted>;

/**
 * One figure (R2, R12–R16). Words stand under `figureWords.<key>`. Records and cut-off day are one argument: a context whose
 * clock stands on the day and whose lists hold what was known at its end (`recordsAt`), or the living one for today. `of` is
 * pure: it reads lists and the clock, and nothing else. Where it walks over everybody it lets others in between.
 */
export interface Figure {
  key: string;
  /** Values for `{{name}}` in its words. */
  about?: Readonly<Record<string, string>>;
  area: Area;
  unit: Unit;
  good: Direction;
  /** `whole`: no centre has one of its own. */
  whose: 'whole' | 'centres';
  /** Everything that `of` reads: it is counted again when one of them changes. */
  lists(context: Context): readonly ListDefinition<{ key: string }>[];
  /** What else it reads, as a stamp that is another when it has changed: members of groups. */
  also?(context: Context): string;
  /**
   * Its records hold only what is now (who can be reached), so that nobody can count it again for a day that has passed.
   */
  onlyNow?: boolean;
  of(records: Context): ByOwner | Promise<ByOwner>;
  /** The same from risks by level, as months before `Figures` held them. */
  fromLevels?(levels: LevelCounts['levels']): number;
  /** The page with the rows that are counted. */
  link(owner: Owner): string;
  /** The kind of task that makes it better when it is done: who owes one is one press away. */
  work?: string;
  /** Who may open that page, where not everybody may who sees the number. */
  opens?(actor: Actor): boolean;
}

/** Rounded down, so that 100 means all of them. Undefined of nothing. */
const percentOf = (numerator: number, denominator: number): number | undefined =>
  denominator === 0 ? undefined : Math.floor((numerator * 1000) / denominator) / 10;

/** How the unit makes a value of what was counted. */
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
 * Counts things for the whole and for each centre that they belong to; a thing of two centres counts in both, and once in
 * the whole. Every centre in use has a number, also where nothing is counted.
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

/** The same of very many things, letting others in between. */
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

/** A figure that only the whole has. */
export const wholeOnly = (counted: Counted): ByOwner => new Map([['whole', counted]]);

/** The address of a page narrowed to an owner's rows, where the page can be. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parts.set(name, value);
  return parts.size === 0 ? path : `${path}?${parts}`;
}
/** The centre of an owner, for an address. */
export const centreIn = (owner: Owner): string | undefined => (owner === 'whole' ? undefined : owner);
