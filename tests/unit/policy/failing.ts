import type { Context } from '../../../api/context.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';

/** The context, with creates in one list failing `times` times as if Graph is down, after `after` successes. */
export function failing(context: Context, name: string, times: number, after = 0): Context {
  let left = times;
  let fine = after;
  return {
    ...context,
    list: <R extends { key: string }>(definition: ListDefinition<R>) => {
      const list = context.list(definition);
      if (definition.name !== name) return list;
      return Object.create(list, {
        version: { get: () => list.version },
        create: {
          value: (record: R) => {
            if (left === 0 || fine > 0) {
              fine -= 1;
              return list.create(record);
            }
            left -= 1;
            return Promise.reject(unavailable('sharepoint.away'));
          },
        },
      }) as typeof list;
    },
  };
}
