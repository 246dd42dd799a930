import type { Context } from '../../../api/context.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import type { ListDefinition, ListHandle } from '../../../api/sharepoint/index.ts';

/**
 * Crashes the program in the middle of an act: after a number of writes, all are stored, and neither that write nor any
 * later one is answered. `revive`: the restarted program.
 */
export function dyingLists(context: Context) {
  const list = context.list.bind(context);
  const dying = new WeakMap<object, unknown>();
  let left = Infinity;
  let writes = 0;
  async function written<Value>(write: () => Promise<Value>): Promise<Value> {
    if (left <= 0) throw unavailable('sharepoint.away');
    left -= 1;
    const value = await write();
    writes += 1;
    if (left === 0) throw unavailable('sharepoint.away');
    return value;
  }
  const wrapped = <R extends { key: string }>(handle: ListHandle<R>): ListHandle<R> =>
    Object.assign(Object.create(handle) as ListHandle<R>, {
      create: (...args: Parameters<ListHandle<R>['create']>) => written(() => handle.create(...args)),
      update: (...args: Parameters<ListHandle<R>['update']>) => written(() => handle.update(...args)),
      remove: (...args: Parameters<ListHandle<R>['remove']>) => written(() => handle.remove(...args)),
    });
  context.list = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const handle = list(definition);
    const known = dying.get(handle) ?? wrapped(handle);
    dying.set(handle, known);
    return known as ListHandle<R>;
  };
  return {
    dieAfter: (count: number) => void (left = count),
    revive: () => void (left = Infinity),
    /** Writes that an act takes. */
    counted: async (act: () => Promise<unknown>): Promise<number> => {
      const before = writes;
      await act();
      return writes - before;
    },
  };
}
