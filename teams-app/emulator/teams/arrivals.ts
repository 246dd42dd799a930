import { setTimeout as wait } from 'node:timers/promises';

/** Chats of installations through Graph, which exist only after a delay. In real time. */
export interface Arrivals {
  /** The app was installed; resolves when the chat exists. */
  begin(personId: string): Promise<void>;
  /** False while a recent installation has no chat yet. */
  isThere(personId: string): boolean;
}

/** Polling interval of the switch, so that a shorter delay applies at once (ms). */
const lookEvery = 20;

/** @param delay milliseconds until a chat exists, by the present switch */
export function createArrivals(delay: () => number): Arrivals {
  const begun = new Map<string, number>();
  const left = (personId: string) => (begun.get(personId) ?? -Infinity) + delay() - performance.now();
  return {
    begin: async (personId) => {
      begun.set(personId, performance.now());
      for (let rest = left(personId); rest > 0; rest = left(personId))
        await wait(Math.min(rest, lookEvery), undefined, { ref: false });
    },
    isThere: (personId) => {
      if (left(personId) > 0) return false;
      begun.delete(personId);
      return true;
    },
  };
}
