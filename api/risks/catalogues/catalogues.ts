import type { Asset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { etagOf } from '../../edits/index.ts';
import type { AnswerOf } from '../../http/endpoint.ts';
import { freshnessOf } from '../../organisation/index.ts';
import { inLanguage, type Actor, type Bilingual } from '../../kernel/index.ts';
import type { risksContract, Threat } from '../contract.ts';
import { mayKeepScales } from '../permissions.ts';
import { Assessments, ThreatCatalogues, type ThreatCatalogue } from '../risk-lists.ts';
import { shippedCatalogues } from './shipped-catalogues.ts';
import { compareDanish } from '../../texts/format.ts';

/** A catalogue, shipped or own. */
export interface KnownCatalogue {
  key: string;
  title: Bilingual;
  source: 'shipped' | 'own';
  kind: ThreatCatalogue['kind'];
  hidden: boolean;
  threats: readonly Threat[];
}
type CataloguesAnswer = AnswerOf<(typeof risksContract)['GET /api/risks/catalogues']>;

export const isShipped = (key: string): boolean => shippedCatalogues.some((shipped) => shipped.key === key);

/** All catalogues, built-in first, then own by name. Recomputed on change. */
export const allCatalogues = derivation([ThreatCatalogues], (context): readonly KnownCatalogue[] => {
  const items = context.list(ThreatCatalogues);
  const own = items
    .all()
    .filter(({ key }) => !isShipped(key))
    .map(({ key, title, kind, hidden, threats }) => ({
      key,
      title: { da: title },
      source: 'own' as const,
      kind,
      hidden,
      threats,
    }))
    .sort((one, other) => compareDanish(one.title.da, other.title.da) || one.key.localeCompare(other.key));
  return [
    ...shippedCatalogues.map((shipped) => ({
      ...shipped,
      source: 'shipped' as const,
      hidden: items.get(shipped.key)?.hidden ?? false,
    })),
    ...own,
  ];
});

export const findCatalogue = (context: Context, key: string): KnownCatalogue | undefined =>
  allCatalogues(context).find((catalogue) => catalogue.key === key);

/** Catalogues for a kind of asset: not hidden, and for the kind or both (R1). */
export const cataloguesFor = (context: Context, kind: Asset['kind']): readonly KnownCatalogue[] =>
  allCatalogues(context).filter((catalogue) => !catalogue.hidden && ['both', kind].includes(catalogue.kind));

/** Assessments with threats of a catalogue. */
const uses = derivation([Assessments], (context): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { threats, state } of context.list(Assessments).all()) {
    if (state === 'discarded') continue;
    for (const key of new Set(threats.map(({ catalogueKey }) => catalogueKey)))
      if (key !== undefined) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
});

/** All catalogues in the reader's language, and whether the reader may add some. */
export function catalogueList(context: Context, actor: Actor): CataloguesAnswer {
  const { language } = actor;
  return {
    catalogues: allCatalogues(context).map(({ key, title, source, kind, hidden, threats }) => ({
      key,
      etag: etagOf([title, kind, threats]),
      source,
      kind,
      hidden,
      title: inLanguage(title, language),
      usedBy: uses(context).get(key) ?? 0,
      threats: threats.map((threat) => ({
        key: threat.key,
        title: inLanguage(threat.title, language),
        description: inLanguage(threat.description, language),
      })),
    })),
    abilities: { edit: mayKeepScales(actor) },
    freshness: freshnessOf(context, ThreatCatalogues, Assessments),
  };
}
