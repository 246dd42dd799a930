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

/** Centres by name and by the department that the directory places in them; those in use before those closed. */
const centresByName = derivation([Centres], (context) => {
  const [open, closed] = [new Map<string, CentreId[]>(), new Map<string, CentreId[]>()];
  for (const centre of context.list(Centres).all())
    for (const name of new Set([centre.title, ...centre.departments].map(nameKey)))
      add(centre.closed ? closed : open, name, centre.key as CentreId);
  return { open, closed };
});

/** Which centre a cell means: its id, its name, or a department of it. */
export function centreByName(context: Context, text: string): Meaning<CentreId> {
  const known = context.list(Centres).get(text.trim());
  if (known) return { key: known.key as CentreId };
  const { open, closed } = centresByName(context);
  return only(open.get(nameKey(text))) ?? only(closed.get(nameKey(text))) ?? { problem: 'none' };
}

const assetsByName = derivation([Assets], (context) => {
  const [titles, externalIds] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { key, title, externalId } of context.list(Assets).all()) {
    add(titles, nameKey(title), key);
    if (externalId !== undefined) add(externalIds, externalId, key);
  }
  return { titles, externalIds };
});

/** Which asset a text means: its key, its id in another register, or its name. */
export function assetByName(context: Context, text: string): Meaning {
  const { titles, externalIds } = assetsByName(context);
  if (context.list(Assets).get(text)) return { key: text };
  return only(externalIds.get(text)) ?? only(titles.get(nameKey(text))) ?? { problem: 'none' };
}

/** Keys of assets with this id in another register. */
export const assetsWithExternalId = (context: Context, externalId: string): readonly string[] =>
  assetsByName(context).externalIds.get(externalId) ?? [];
/** Keys of assets with this name. */
export const assetsWithTitle = (context: Context, title: string): readonly string[] =>
  assetsByName(context).titles.get(nameKey(title)) ?? [];
