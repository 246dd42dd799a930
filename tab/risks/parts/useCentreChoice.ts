import { useMe } from '../../shared/me.ts';

/** In the address: all centres, also for a reader who starts with the own. */
export const allCentres = 'all';
export const ownCentres = 'mine';

/**
 * Which centre a page is about: what the address says, else the own for centre managers and ISKs. `known` once that can be
 * told; `address` is what a link to the same choice says.
 */
export function useCentreChoice(chosen: string | undefined) {
  const me = useMe();
  const { keep = [], keepAll = false } = me.data?.abilities ?? {};
  const startsOwn = keep.length > 0 && !keepAll;
  const value = chosen ?? (startsOwn ? ownCentres : allCentres);
  return {
    known: me.data !== undefined || me.isError,
    value,
    centreId: value === allCentres ? undefined : value,
    address: value === allCentres && !startsOwn ? undefined : value,
    startsOwn,
  };
}
