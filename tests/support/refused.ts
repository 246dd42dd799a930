import type { Context } from '../../api/context.ts';
import { AppError } from '../../api/kernel/index.ts';
import type { ListDefinition, ListHandle } from '../../api/sharepoint/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';

/** A moment of the lists and the library: equal moments, and nothing was written in between. */
export const momentOf = (context: Context): Map<string, number> =>
  new Map(allLists.map((list) => [list.name, context.list(list).version]));

/**
 * How an act is refused: `kind code`, and the field where it names one. Fails when the act succeeds, when it fails by a
 * fault, and when it has changed a list or a file before it was refused.
 */
export async function refused(context: Context, act: () => unknown): Promise<string> {
  const before = momentOf(context);
  const { documents } = context;
  const files: string[] = [];
  context.documents = {
    ...documents,
    upload: (path, ...rest) => {
      files.push(path);
      return documents.upload(path, ...rest);
    },
    remove: (id, ...rest) => {
      files.push(id);
      return documents.remove(id, ...rest);
    },
  };
  try {
    await act();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const changed = [...momentOf(context)].filter(([name, version]) => before.get(name) !== version);
    const written = [...changed.map(([name]) => name), ...files];
    if (written.length > 0) throw new Error(`${thrown.code} after writing ${written.join(', ')}`);
    const { field } = thrown.details;
    return [thrown.kind, thrown.code, ...(typeof field === 'string' ? [field] : [])].join(' ');
  } finally {
    context.documents = documents;
  }
  throw new Error('was not refused');
}

/** Another's act between the next act's reading of a list and its writing, or its asking anew; the moment after it. */
export function meanwhile<R extends { key: string }>(
  context: Context,
  definition: ListDefinition<R>,
  another: () => Promise<unknown>,
  before: 'update' | 'fresh' = 'update',
): Promise<Map<string, number>> {
  const list = context.list.bind(context);
  const { promise, resolve } = Promise.withResolvers<Map<string, number>>();
  const handle = list(definition);
  const comeFirst = async () => {
    context.list = list;
    await another();
    resolve(momentOf(context));
  };
  const update: ListHandle<R>['update'] = async (...args) => comeFirst().then(() => handle.update(...args));
  const fresh: ListHandle<R>['fresh'] = async (...args) => comeFirst().then(() => handle.fresh(...args));
  const waiting = Object.assign(Object.create(handle) as ListHandle<R>, before === 'update' ? { update } : { fresh });
  context.list = <Other extends { key: string }>(wanted: ListDefinition<Other>): ListHandle<Other> =>
    wanted.name === definition.name ? waiting : list(wanted);
  return promise;
}
