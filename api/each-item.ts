import type { Context } from './context.ts';
import { asAppError, inParallel, type AppError } from './kernel/index.ts';

/** Work on many items, in which one that fails does not stop the others. */
export interface EachItem {
  /**
   * Does the work for each, in order. What fails is logged with its key and code, and the rest goes on; only when
   * something is away (AppError unavailable) does it stop, since the others would fail as well. An item that cannot be
   * made since one with its key is set aside is no failure of the job.
   */
  of<Item extends { readonly key: string }>(
    items: Iterable<Item>,
    work: (item: Item) => Promise<unknown>,
  ): Promise<void>;
  /** The same, so many at once. */
  together<Item extends { readonly key: string }>(
    most: number,
    items: Iterable<Item>,
    work: (item: Item) => Promise<unknown>,
  ): Promise<void>;
  /** Throws the first failure, once all is done: the job tells it on the page Drift and is tried again. */
  end(): void;
}

/** `job` names in the log whose work it is. */
export function eachItem(context: Pick<Context, 'log'>, job: string): EachItem {
  let first: AppError | undefined;
  const failed = ({ key }: { readonly key: string }, error: AppError) => {
    if (error.kind === 'unavailable') throw error;
    // What it would make is there and set aside, which the health page tells.
    if (error.code !== 'sharepoint.itemSetAside') first ??= error;
    context.log.warn({ job, key, code: error.code }, 'item not carried on, tried again');
  };
  return {
    of: async (items, work) => {
      for (const item of items) {
        try {
          await work(item);
        } catch (thrown) {
          const error = asAppError(thrown);
          failed(item, error);
        }
      }
    },
    together: (most, items, work) =>
      inParallel(most, [...items], async (item) => {
        try {
          await work(item);
        } catch (thrown) {
          failed(item, asAppError(thrown));
        }
      }),
    end: () => {
      if (first) throw first;
    },
  };
}
