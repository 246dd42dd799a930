import type { Context } from '../../api/context.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';

/**
 * The context of an instance that has not heard what was written since to the items of a list: it decides from the
 * items as they were, and finds `newer` in them when it writes.
 */
export function hearingLate<R extends { key: string }>(
  context: Context,
  { name }: ListDefinition<R>,
  newer: Partial<R>,
): Context {
  return {
    ...context,
    list: (definition) => {
      const list = context.list(definition);
      if (definition.name !== name) return list;
      const asWritten = <Item>(item: Item): Item => ({ ...item, ...newer });
      const instead: Partial<typeof list> = {
        update: (key, change, ...more) => list.update(key, (current) => change(asWritten(current)), ...more),
        fresh: async (key) => {
          const known = await list.fresh(key);
          return known && asWritten(known);
        },
      };
      return new Proxy(list, { get: (target, member: keyof typeof list) => instead[member] ?? target[member] });
    },
  };
}
