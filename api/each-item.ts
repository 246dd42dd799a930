import type { Context } from './context.ts';
import { asAppError, type AppError } from './kernel/index.ts';

/** Work on many items, in which one that fails does not stop the others. */
export interface EachItem {
  /**
   * Does the work for each, in order. What fails is logged with its key and code, and the rest goes on; only when
   * something is away (AppError unavailable) does it stop, since the others would fail as well.
   */
  of<Item extends { readonly key: string }>(
    items: Iterable<Item>,
    work: (item: Item) => Promise<unknown>,
  ): Promise<void>;
  /** Throws the first failure, once all is done: the job tells it on the page Drift and is tried again. */
  end(): void;
}

/** `job` names in the log whose work it is. */
export function eachItem(context: Pick<Context, 'log'>, job: string): EachItem {
  let first: AppError | undefined;
  return {
    of: async (items, work) => {
      for (const item of items) {
        try {
          await work(item);
        } catch (thrown) {
          const error = asAppError(thrown);
          if (error.kind === 'unavailable') throw error;
          first ??= error;
          context.log.warn({ job, key: item.key, code: error.code }, 'item not carried on, tried again');
        }
      }
    },
    end: () => {
      if (first) throw first;
    },
  };
}
