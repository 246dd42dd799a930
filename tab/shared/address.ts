import { useSearchParams } from 'wouter';

/**
 * State of a page in its address: every number can link to its rows, and "back" works. `choose` changes the named parts
 * (an empty one is removed) and returns a list to its first page.
 */
export function useAddress<Name extends string>() {
  const [search, setSearch] = useSearchParams();
  const choose = (change: Partial<Record<Name | 'offset', string>>) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete('offset');
        for (const [name, value] of Object.entries<string | undefined>(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return {
    valueOf: (name: Name): string | undefined => search.get(name) ?? undefined,
    offset: Math.max(0, Number(search.get('offset')) || 0),
    choose,
  };
}

/** The paragraph the address points to, of the page's text or of its `part`; counted from 0. */
export function useParagraph(part?: 'file'): number | undefined {
  const [search] = useSearchParams();
  const place = search.get('paragraph');
  if (place === null || (search.get('part') ?? undefined) !== part) return undefined;
  return /^\d{1,5}$/.test(place) ? Number(place) : undefined;
}

/** The value if known; addresses may contain anything. */
export const knownValue = <Known extends string>(
  known: readonly Known[],
  value: string | undefined,
): Known | undefined => known.find((one) => one === value);
