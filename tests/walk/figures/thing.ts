import type { World } from '../../../teams-app/emulator/world.ts';
import { jsonIn, placesInUse, text, type Fields } from '../raw-items.ts';
import { z } from 'zod';

/** Input of a recount: the list items, and the day at whose end they are counted. */
export interface Asked {
  world: World;
  /** `YYYY-MM-DD`: without later writes. */
  day: string;
  /** Days to acknowledge the policy: a setting. */
  policyDays: number;
}

/** One counted item: its place, and its contribution to numerator and denominator. */
export interface Thing {
  at: readonly string[];
  n: number;
  of: number;
}

/** A figure counted independently. `count`: a number, with a denominator if `outOf`. Others are a share, or a mean. */
export interface Recount {
  unit: 'count' | 'percent' | 'mean';
  things: readonly Thing[];
  outOf?: boolean;
}

export const thing = (at: readonly string[] | string, is: boolean | number, of: boolean | number = 1): Thing => ({
  ...{ at: typeof at === 'string' ? [at] : at, n: Number(is), of: Number(of) },
});
export const share = (things: readonly Thing[]): Recount => ({ unit: 'percent', things });
export const mean = (things: readonly Thing[]): Recount => ({ unit: 'mean', things });
export const number = (things: readonly Thing[]): Recount => ({ unit: 'count', things });
export const numberOf = (things: readonly Thing[]): Recount => ({ unit: 'count', things, outOf: true });

/** Numerator, denominator (0: none) and value, as frozen. */
export type Told = readonly [numerator: number, denominator: number, value: number | null];

/** A recount of the whole or of one centre, with its value by unit. */
export function toldOf({ unit, things, outOf = false }: Recount, owner: string): Told {
  const own = things.filter(({ at }) => owner === 'whole' || at.includes(owner));
  const n = Math.round(own.reduce((sum, one) => sum + one.n, 0) * 100) / 100;
  const of = own.reduce((sum, one) => sum + one.of, 0);
  if (unit === 'count') return [n, outOf ? of : 0, n];
  if (of === 0) return [n, 0, null];
  return [n, of, unit === 'percent' ? Math.floor((n * 1000) / of) / 10 : Math.round((n * 10) / of) / 10];
}

const ids = z.array(z.string());
export const textsIn = (fields: Fields, name: string): string[] =>
  text(fields, name) === '' ? [] : jsonIn(fields, name, ids);

/** Those of the named centres in use. */
export function inUse(world: World): (named: readonly string[]) => string[] {
  const places = placesInUse(world).map(({ id }) => id);
  return (named) => places.filter((id) => named.includes(id));
}
