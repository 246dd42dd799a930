import { useAddress } from './address.ts';

/** The values that a filter knows; `any` text otherwise. */
type Known = readonly string[] | 'any';
type Value<Filter extends Known> = Filter extends readonly (infer One)[] ? One : string;

/** The API's limit of a search. */
const longestSearch = 100;
/** How the address tells a descending order. */
const downWords = { direction: 'down', descending: 'true', down: 'yes' } as const;
const upWords = { direction: 'up', descending: 'false', down: 'no' } as const;

/** What differs by list. */
export interface ListOf<Filters, Named, Sort extends string, Also extends string> {
  /** As the API names them; a search, `q`, comes with every list. */
  filters: Filters;
  /** Their names in the address, where they differ. */
  named?: Named;
  /** The first is the order at the start. */
  sorts: readonly [Sort, ...Sort[]];
  /** Orders that begin descending. */
  largestFirst?: readonly NoInfer<Sort>[];
  direction: keyof typeof downWords;
  /** Other names that the page has in its address. */
  also?: readonly Also[];
}

/** A list's search, filters, order and place in the address, and what the API is asked for. */
export function useListChoice<
  const Filters extends Record<string, Known>,
  const Sort extends string,
  const Named extends { readonly [Filter in keyof Filters]?: string } = Record<never, never>,
  const Also extends string = never,
>({ filters, named, sorts, largestFirst = [], direction }: ListOf<Filters, Named, Sort, Also>) {
  type Filter = keyof Filters & string;
  type Name = Filter | Also | Extract<Named[keyof Named], string> | 'q';
  const { valueOf, offset, choose } = useAddress<Name | 'sort' | keyof typeof downWords>();
  const names = Object.keys(filters) as Filter[];
  const renamed: { readonly [Each in Filter]?: string } = named ?? {};
  const inAddress = (name: Filter) => renamed[name] ?? name;
  const q = (valueOf('q') ?? '').slice(0, longestSearch);
  const values = Object.fromEntries(
    names.map((name) => {
      const known: Known = filters[name] ?? [];
      const value = valueOf(inAddress(name));
      return [name, known === 'any' || known.includes(value ?? '') ? value : undefined];
    }),
  ) as { [Name in Filter]: Value<Filters[Name]> | undefined };
  const sort = sorts.find((known) => known === valueOf('sort')) ?? sorts[0];
  const beginsDown = (by: Sort) => largestFirst.some((one) => one === by);
  const told = valueOf(direction);
  const descending = told === undefined ? beginsDown(sort) : told === downWords[direction];
  const asked = Object.fromEntries(
    Object.entries<string | undefined>({ q, ...values }).filter(([, value]) => value !== undefined && value !== ''),
  ) as { [Name in Filter]?: Value<Filters[Name]> } & { q?: string };
  const isFiltered = Object.keys(asked).length > 0;
  const none = Object.fromEntries(['q', ...names.map(inAddress)].map((name) => [name, ''])) as Partial<
    Record<Name, string>
  >;
  return {
    choice: { q, ...values, sort, descending, offset },
    /** The filters that are set. */
    asked,
    query: { ...asked, sort, descending: String(descending) },
    isFiltered,
    /** Each filter and the search, empty. */
    none,
    valueOf,
    choose,
    clear: () => choose(none),
    sortBy: (by: Sort) => {
      const down = by === sort ? !descending : beginsDown(by);
      const words = down ? downWords : upWords;
      choose({ sort: by, [direction]: down === beginsDown(by) ? '' : words[direction] } as Parameters<
        typeof choose
      >[0]);
    },
  };
}
