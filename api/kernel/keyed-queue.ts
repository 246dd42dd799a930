/** Runs the work once earlier work under the same key has ended, or failed. */
export type KeyedQueue = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

/**
 * Serialises work per key, in this process. Work starts at once when none is running, and always in its caller's async
 * context, which carries `waitedFor`.
 */
export function keyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key);
    const mine = before ? before.then(work, work) : work();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
