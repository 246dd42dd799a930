import { setTimeout as wait } from 'node:timers/promises';

/** Chats of installations made through Graph, which are there only a while afterwards. In real time, as Teams is slow. */
export interface Arrivals {
  /** The app has just been installed; resolves when the chat is there. */
  begin(personId: string): Promise<void>;
  /** False while an installation is so young that its chat is not there yet. */
  isThere(personId: string): boolean;
}

/** How often the switch is looked at, so that a shorter delay counts at once (ms). */
const lookEvery = 20;

/** @param delay milliseconds until a chat is there, as the switch says now */
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
