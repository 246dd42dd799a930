import type { Context } from './context.ts';
import { asAppError, inParallel, type AppError } from './kernel/index.ts';

/** Processes many items; one failure does not stop the others. */
export interface EachItem {
  /**
   * Processes each, in order. Failures are logged with key and code, and the rest continues; it stops only when
   * something is unavailable (AppError), since the others would fail too. An item that exists set aside is no failure
   * of the job.
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
  /** Throws the first failure, after all: the job reports it on the page Drift and retries. */
  end(): void;
}

/** `job` is the name in the log. */
export function eachItem(context: Pick<Context, 'log'>, job: string): EachItem {
  let first: AppError | undefined;
  const failed = ({ key }: { readonly key: string }, error: AppError) => {
    if (error.kind === 'unavailable') throw error;
    // The item exists set aside, as the health page shows.
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
