import type { Context } from './context.ts';

const last = new WeakMap<Context, Map<string, Promise<unknown>>>();

/**
 * Does the work once what was begun under the same key has ended, well or badly: for acts that look at several items and
 * write another, which `If-Match` does not guard (the next number, what is with those who decide). In this process; no
 * work under a key begins other work under it and waits.
 */
export async function oneAtATime<Value>(context: Context, key: string, work: () => Promise<Value>): Promise<Value> {
  const turns = last.get(context) ?? new Map<string, Promise<unknown>>();
  last.set(context, turns);
  const before = turns.get(key);
  const mine = before ? before.then(work, work) : work();
  turns.set(key, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === mine) turns.delete(key);
  }
}
