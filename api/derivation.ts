import type { Context } from './context.ts';
import type { ListDefinition } from './sharepoint/index.ts';

/**
 * A pure function of whole lists, computed again only when one of them has changed. Declare it once at module level:
 * `export const peopleByCentre = derivation([People], (context) => …)`. `also` names what else it depends on: today's
 * date, as a rule.
 */
export function derivation<Value>(
  lists: readonly ListDefinition<{ key: string }>[],
  compute: (context: Context) => Value,
  also: (context: Context) => string = () => '',
): (context: Context) => Value {
  const kept = new WeakMap<Context, { versions: string; value: Value }>();
  return (context) => {
    const versions = `${lists.map((list) => context.list(list).version).join('.')} ${also(context)}`;
    const known = kept.get(context);
    if (known?.versions === versions) return known.value;
    const value = compute(context);
    kept.set(context, { versions, value });
    return value;
  };
}
