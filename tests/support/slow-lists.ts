import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../api/context.ts';
import type { ListDefinition, ListHandle } from '../../api/sharepoint/index.ts';

/**
 * Lists in memory whose records are made some time after they are asked for, as SharePoint's: others act in between.
 */
export function slowLists(context: Context): void {
  const list = context.list.bind(context);
  const slow = new WeakMap<object, unknown>();
  const wrapped = <R extends { key: string }>(handle: ListHandle<R>): ListHandle<R> =>
    Object.assign(Object.create(handle) as ListHandle<R>, {
      create: async (...args: Parameters<ListHandle<R>['create']>) => {
        await nextTurn();
        return handle.create(...args);
      },
    });
  context.list = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const handle = list(definition);
    const known = slow.get(handle) ?? wrapped(handle);
    slow.set(handle, known);
    return known as ListHandle<R>;
  };
}
