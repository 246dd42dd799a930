import type { Context } from './context.ts';
import { contextPart } from './context-part.ts';
import type { ListDefinition } from './sharepoint/index.ts';

/**
 * A pure function of whole lists, recomputed only when one changes. Declare it once at module level: `export const
 * peopleByCentre = derivation([People], (context) => …)`. `also` gives further inputs, usually today's date.
 */
export function derivation<Value>(
  lists: readonly ListDefinition<{ key: string }>[],
  compute: (context: Context) => Value,
  also: (context: Context) => string = () => '',
): (context: Context) => Value {
  const cache = contextPart<Derived<Value>>('derivation');
  return (context) => {
    const known = cache.get(context);
    const besides = also(context);
    // Asked thousands of times for each change: it allocates nothing until then.
    if (known && isCurrent(known) && known.besides === besides) return known.value;
    const handles = known?.handles ?? lists.map((list) => context.list(list));
    const versions = handles.map(({ version }) => version);
    const value = compute(context);
    cache.set(context, { lists, compute, handles, versions, besides, value });
    return value;
  };
}

/** Reads every version: each counts as read by the current look, and a held list throws. */
function isCurrent({ handles, versions }: Pick<Derived<unknown>, 'handles' | 'versions'>): boolean {
  let isSame = true;
  for (let place = 0; place < handles.length; place += 1)
    if (handles[place]?.version !== versions[place]) isSame = false;
  return isSame;
}

/** A derived value, with its declaration. */
export interface Derived<Value> {
  lists: readonly ListDefinition<{ key: string }>[];
  compute: (context: Context) => Value;
  handles: readonly { readonly version: number }[];
  versions: readonly number[];
  besides: string;
  value: Value;
}

/**
 * A cached value per key, recomputed when one of its inputs differs (`Object.is`, one by one). For derivations of
 * thousands of rows of which a change affects a few: declare it once at module level. `madeOf` must give everything
 * that `make` reads.
 */
export function cachedByKey<Value>(): (
  context: Context,
  key: string,
  madeOf: readonly unknown[],
  make: () => Value,
) => Value {
  const kept = contextPart<Map<string, { madeOf: readonly unknown[]; value: Value }>>('derivation');
  return (context, key, madeOf, make) => {
    const values = kept.get(context) ?? new Map<string, { madeOf: readonly unknown[]; value: Value }>();
    kept.set(context, values);
    const known = values.get(key);
    if (known?.madeOf.length === madeOf.length && known.madeOf.every((part, place) => Object.is(part, madeOf[place])))
      return known.value;
    const value = make();
    values.set(key, { madeOf, value });
    return value;
  };
}
