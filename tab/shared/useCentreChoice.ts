import { useMe } from './me.ts';

/** In the address: all centres, also for a reader with an own one. */
export const allCentres = 'all';
export const ownCentres = 'mine';

/**
 * A page's centre: from the address, else the own for centre managers and ISKs. `known` once decided; `address`: the
 * value for links to the same choice.
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
