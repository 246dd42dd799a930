import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { CentreId } from '../kernel/index.ts';
import { Centres, fold } from '../organisation/index.ts';
import { Assets } from './asset-list.ts';

/** Marks that tell names apart: C# is not C++. */
const telling = /([+#*=&%@<>]+)/;
/** A name as it is looked up: å is aa, case and other marks do not count; of nothing but those it is the name itself. */
export const nameKey = (name: string): string =>
  name
    .split(telling)
    .map((part, place) => (place % 2 === 1 ? part : fold(part)))
    .filter((part) => part !== '')
    .join(' ') || name.trim().toLowerCase();

/** What a name means: one thing, none, or several, of which none is guessed. */
export type Meaning<Key extends string = string> = { key: Key } | { problem: 'none' | 'several' };
const only = <Key extends string>(keys: readonly Key[] | undefined = []): Meaning<Key> | undefined => {
  const [key, ...others] = new Set(keys);
  if (key === undefined) return undefined;
  return others.length > 0 ? { problem: 'several' } : { key };
};
const add = <Key>(index: Map<string, Key[]>, name: string, key: Key) => {
  const known = index.get(name);
  if (known) known.push(key);
  else index.set(name, [key]);
};

/**
 * Centres by name, then by the department that the directory places in them; those in use before those closed. A name that
 * one centre has for its own is never taken for another’s department.
 */
const centresByName = derivation([Centres], (context) => {
  const tiers = Array.from({ length: 4 }, () => new Map<string, CentreId[]>());
  for (const centre of context.list(Centres).all()) {
    const first = centre.closed ? 2 : 0;
    add(tiers[first]!, nameKey(centre.title), centre.key as CentreId);
    for (const name of new Set(centre.departments.map(nameKey))) add(tiers[first + 1]!, name, centre.key as CentreId);
  }
  return tiers;
});

/** Which centre a cell means: its id, its name, or a department of it. */
export function centreByName(context: Context, text: string): Meaning<CentreId> {
  const known = context.list(Centres).get(text.trim());
  if (known) return { key: known.key as CentreId };
  return firstOnly(centresByName(context), nameKey(text));
}

/** What the first of the tiers that knows the name says. */
const firstOnly = <Key extends string>(tiers: readonly ReadonlyMap<string, Key[]>[], name: string): Meaning<Key> => {
  for (const tier of tiers) {
    const meant = only(tier.get(name));
    if (meant) return meant;
  }
  return { problem: 'none' };
};

const assetsByName = derivation([Assets], (context) => {
  const [titles, externalIds] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const [used, retired] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { key, title, externalId, state } of context.list(Assets).all()) {
    add(titles, nameKey(title), key);
    add(state === 'retired' ? retired : used, nameKey(title), key);
    if (externalId !== undefined) add(externalIds, externalId, key);
  }
  return { titles, externalIds, tiers: [used, retired] };
});

/** Which asset a text means: its key, its id in another register, or its name, of those in use before those retired. */
export function assetByName(context: Context, text: string): Meaning {
  const { tiers, externalIds } = assetsByName(context);
  if (context.list(Assets).get(text)) return { key: text };
  return only(externalIds.get(text)) ?? firstOnly(tiers, nameKey(text));
}

/** Keys of assets with this id in another register. */
export const assetsWithExternalId = (context: Context, externalId: string): readonly string[] =>
  assetsByName(context).externalIds.get(externalId) ?? [];
/** Keys of assets with this name. */
export const assetsWithTitle = (context: Context, title: string): readonly string[] =>
  assetsByName(context).titles.get(nameKey(title)) ?? [];
