import { invalid, missing } from '../../kernel/index.ts';
import { longTextLimit } from '../../sharepoint/index.ts';
import type { Context } from '../../context.ts';
import { findCatalogue, type KnownCatalogue } from '../catalogues/catalogues.ts';
import type { FrozenThreat } from '../risk-lists.ts';

/** Catalogues of an assessment's threats, in threat order. */
export const catalogueKeysOf = (threats: readonly FrozenThreat[]): string[] => [
  ...new Set(threats.flatMap(({ catalogueKey }) => (catalogueKey === undefined ? [] : [catalogueKey]))),
];

/** Throws AppError missing `risks.noSuchCatalogue`. */
export const cataloguesOrThrow = (context: Context, keys: readonly string[]): KnownCatalogue[] =>
  [...new Set(keys)].map((key) => {
    const catalogue = findCatalogue(context, key);
    if (!catalogue) throw missing('risks.noSuchCatalogue');
    return catalogue;
  });

/**
 * The threats for exactly these catalogues. Others are removed, but answered ones become the writers' own, so that
 * nothing is lost. Existing threats keep their frozen texts. Throws AppError invalid `risks.tooManyThreats`.
 */
export function withCatalogues(
  threats: readonly FrozenThreat[],
  chosen: readonly KnownCatalogue[],
  isAnswered: (threatKey: string) => boolean,
): FrozenThreat[] {
  const from = new Map(chosen.flatMap(({ key, threats: all }) => all.map((threat) => [threat.key, key] as const)));
  const wanted = new Set(chosen.map(({ key }) => key));
  const kept = threats.flatMap((threat): FrozenThreat[] => {
    const { catalogueKey, ...own } = threat;
    const again = from.get(threat.key);
    if (again !== undefined) return [{ ...own, catalogueKey: again }];
    if (catalogueKey === undefined || wanted.has(catalogueKey)) return [threat];
    return isAnswered(threat.key) ? [own] : [];
  });
  const known = new Set(kept.map(({ key }) => key));
  const added = chosen.flatMap(({ key: catalogueKey, threats: all }) =>
    all.filter(({ key }) => !known.has(key)).map((threat): FrozenThreat => ({ ...threat, catalogueKey })),
  );
  return requireRoom([...kept, ...new Map(added.map((threat) => [threat.key, threat])).values()]);
}

/** Limit of a list cell. Throws AppError invalid `risks.tooManyThreats`. */
export function requireRoom(threats: FrozenThreat[]): FrozenThreat[] {
  if (JSON.stringify(threats).length > longTextLimit) throw invalid('risks.tooManyThreats', { field: 'catalogueKeys' });
  return threats;
}
