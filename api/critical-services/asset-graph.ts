import { Assets } from '../assets/index.ts';
import { derivation } from '../derivation.ts';

/** Dependencies of active assets, by number, for walks over the whole register. */
export interface AssetGraph {
  /** Key by number. */
  keys: readonly string[];
  numberOf: ReadonlyMap<string, number>;
  /** Direct dependencies: active, without itself, each once. */
  needs: readonly (readonly number[])[];
}

/** Cached by asset list. From memory. */
export const assetGraph = derivation([Assets], (context): AssetGraph => {
  const inUse = context
    .list(Assets)
    .all()
    .filter(({ state }) => state !== 'retired');
  const keys = inUse.map(({ key }) => key);
  const numberOf = new Map(keys.map((key, number) => [key, number]));
  const needs = inUse.map(({ key, dependsOn }) => {
    const found = new Set<number>();
    for (const needed of dependsOn) {
      const number = needed === key ? undefined : numberOf.get(needed);
      if (number !== undefined) found.add(number);
    }
    return [...found];
  });
  return { keys, numberOf, needs };
});

/** All direct and indirect dependencies of the start set, itself included: 1 at its number. Handles cycles. Pure. */
export function reachedFrom({ needs, numberOf }: AssetGraph, begun: Iterable<string>): Uint8Array {
  const reached = new Uint8Array(needs.length);
  const waiting: number[] = [];
  const visit = (number: number) => {
    if (reached[number] === 1) return;
    reached[number] = 1;
    waiting.push(number);
  };
  for (const key of begun) {
    const number = numberOf.get(key);
    if (number !== undefined) visit(number);
  }
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const number of needs[at] ?? []) visit(number);
  return reached;
}

/** Active direct dependencies by key. Cached until an asset changes. From memory. */
export const needsInUse = derivation([Assets], (context): ReadonlyMap<string, readonly string[]> => {
  const { keys, needs } = assetGraph(context);
  return new Map(keys.map((key, number) => [key, (needs[number] ?? []).map((needed) => keys[needed] ?? '')]));
});
