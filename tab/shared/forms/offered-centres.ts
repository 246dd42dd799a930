import type { CentreRef } from '../../../api/http/contract.ts';

/**
 * The centres that a form offers: those in use, and of the `known` ones that have closed those that are `chosen`, so
 * that they are seen and can be removed.
 */
export function offeredCentres(
  inUse: readonly CentreRef[],
  known: readonly CentreRef[],
  chosen: readonly string[],
): CentreRef[] {
  const offered = new Map(inUse.map((centre) => [centre.id, centre]));
  for (const centre of known) if (chosen.includes(centre.id) && !offered.has(centre.id)) offered.set(centre.id, centre);
  return [...offered.values()];
}
