import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { eachItem } from '../each-item.ts';
import type { Stored } from '../sharepoint/index.ts';

type Record<R> = (one: Stored<R>) => Promise<void>;

/** Appends audit entries missing after a crash. */
export interface AppendActs {
  /** Checks only changed items; no cost when the trail is complete. Throws AppError `unavailable`. */
  of<R extends { key: string }>(all: readonly Stored<R>[], record: Record<R>): Promise<void>;
  /** Throws the first failure, after the rest. */
  end(): void;
}

/** Items with complete audit entries, by job. */
const recorded = contextPart<Map<string, WeakSet<object>>>('audit/appendActs');

/** `job` is the name in the log. */
export function appendActs(context: Context, job: string): AppendActs {
  const byJob = recorded.get(context) ?? new Map<string, WeakSet<object>>();
  recorded.set(context, byJob);
  const done = byJob.get(job) ?? new WeakSet();
  byJob.set(job, done);
  const items = eachItem(context, job);
  return {
    of: (all, record) =>
      items.of(
        all.filter((one) => !done.has(one)),
        async (one) => {
          await record(one);
          done.add(one);
        },
      ),
    end: () => items.end(),
  };
}
