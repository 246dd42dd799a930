import { Assets, type Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { inLanguage, type Language } from '../../kernel/index.ts';
import { centres, Centres, findPerson, fold, People } from '../../organisation/index.ts';
import type { Threat } from '../contract.ts';
import { Assessments } from '../risk-lists.ts';
import { compareDanish } from '../../texts/format.ts';

/** A text with its search form and its rank. */
export interface Word {
  text: string;
  folded: string;
  /** From 0, in Danish alphabetical order. */
  place: number;
}
export interface RegisterWords {
  asset(asset: Pick<Asset, 'key' | 'title'>): Word;
  threat(threat: Pick<Threat, 'title'>): Word;
  /** Ranks of asset owners by name, and of centres as listed. */
  owner: ReadonlyMap<string, number>;
  centre: ReadonlyMap<string, number>;
}

const dictionary = (texts: Iterable<string>): ReadonlyMap<string, Word> =>
  new Map(
    [...new Set(texts)].sort(compareDanish).map((text, place) => [text, { text, folded: fold(text), place }] as const),
  );
const places = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map(keys.map((key, place) => [key, place]));
const unknown: Word = { text: '', folded: '', place: -1 };

const assetWords = derivation([Assets], (context) =>
  dictionary(
    context
      .list(Assets)
      .all()
      .map(({ title }) => title),
  ),
);
const threatWords = (language: Language) =>
  derivation([Assessments], (context) => {
    const titles = new Set<string>();
    for (const { state, threats } of context.list(Assessments).all())
      if (state !== 'discarded') for (const { title } of threats) titles.add(inLanguage(title, language));
    return dictionary(titles);
  });
const threats = { da: threatWords('da'), en: threatWords('en') };

/** Asset owners by name. Recomputed when Assets or People changes. */
export const ownersByName = derivation([Assets, People], (context): readonly string[] => {
  const owners = new Set<string>();
  for (const { ownerId, state } of context.list(Assets).all())
    if (ownerId !== undefined && state !== 'retired') owners.add(ownerId);
  const name = (id: string) => findPerson(context, id)?.title ?? id;
  return [...owners]
    .map((id) => ({ id, name: name(id) }))
    .sort((one, other) => compareDanish(one.name, other.name))
    .map(({ id }) => id);
});
const ownerPlaces = derivation([Assets, People], (context) => places(ownersByName(context)));
const centrePlaces = derivation([Centres], (context) => places(centres(context).map(({ key }) => key)));

/** Every text of the register with its rank, for numeric sorting. From memory. */
export function registerWords(context: Context, language: Language): RegisterWords {
  const assets = assetWords(context);
  const titles = threats[language](context);
  return {
    asset: ({ title }) => assets.get(title) ?? unknown,
    threat: ({ title }) => titles.get(inLanguage(title, language)) ?? unknown,
    owner: ownerPlaces(context),
    centre: centrePlaces(context),
  };
}
