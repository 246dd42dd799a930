import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { CentreId } from '../kernel/index.ts';
import { Centres, fold } from '../organisation/index.ts';
import { Assets } from './asset-list.ts';

/** Significant characters: C# is not C++. */
const telling = /([+#*=&%@<>]+)/;
/** Normalised name for lookup: å is aa, case and punctuation ignored; a name of only those stays. */
export const nameKey = (name: string): string =>
  name
    .split(telling)
    .map((part, place) => (place % 2 === 1 ? part : fold(part)))
    .filter((part) => part !== '')
    .join(' ') || name.trim().toLowerCase();

/** Matches of a name: one, none, or several; never guessed. */
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
 * Centres by name, then by mapped department; open before closed ones. A centre's own name is never taken for another’s
 * department.
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

/** The centre of a cell: by id, name, or department. */
export function centreByName(context: Context, text: string): Meaning<CentreId> {
  const known = context.list(Centres).get(text.trim());
  if (known) return { key: known.key as CentreId };
  return firstOnly(centresByName(context), nameKey(text));
}

/** The result of the first tier that knows the name. */
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

/** The asset of a text: by key, external id, or name; active before retired ones. */
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
