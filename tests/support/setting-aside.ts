import type { Context } from '../../api/context.ts';
import { conflict } from '../../api/kernel/index.ts';
import type { ListDefinition, ListHandle } from '../../api/sharepoint/index.ts';

/** The context, where items of a list with these keys are set aside. */
export function settingAside(context: Context, name: string, keys: readonly string[]): Context {
  const list = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const handle = context.list(definition);
    if (definition.name !== name) return handle;
    const setAside = keys.map((key, place) => ({ list: name, itemId: String(place), key, problems: [] }));
    const isAside = (key: string) => keys.includes(key);
    const own: Partial<ListHandle<R>> = {
      setAside: () => setAside,
      all: () => handle.all().filter(({ key }) => !isAside(key)),
      get: (key) => (isAside(key) ? undefined : handle.get(key)),
      create: (record, lane) =>
        isAside(record.key)
          ? Promise.reject(conflict('sharepoint.itemSetAside', { key: record.key }))
          : handle.create(record, lane),
    };
    return Object.assign(Object.create(handle) as ListHandle<R>, own);
  };
  return Object.assign(Object.create(context) as Context, { list });
}
