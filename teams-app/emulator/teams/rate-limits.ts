/** Calls allowed per key in a sliding window. */
interface Window {
  calls: number;
  seconds: number;
}

/** Published limits of a bot in one conversation; sending and creating count together. */
const sendsPerConversation: readonly Window[] = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1800, seconds: 3600 },
];
const readsPerConversation: readonly Window[] = [
  { calls: 14, seconds: 1 },
  { calls: 16, seconds: 2 },
  { calls: 120, seconds: 30 },
  { calls: 3600, seconds: 3600 },
];

/** Counts calls in real time, not on the business clock. */
export interface RateLimits {
  /**
   * Seconds to wait, or 0 when allowed. Refused calls are not counted.
   * @param perSecond the app's calls per second, all operations together
   */
  take(perSecond: number, call: { conversation?: string; reads: boolean }): number;
}

export function createRateLimits(now: () => number = Date.now): RateLimits {
  const calls = new Map<string, number[]>();

  function waitFor(key: string, windows: readonly Window[], at: number): number {
    const times = calls.get(key) ?? [];
    for (const { calls: most, seconds } of windows) {
      const earliest = times[times.length - most];
      if (earliest !== undefined && earliest > at - seconds * 1000) return (earliest + seconds * 1000 - at) / 1000;
    }
    return 0;
  }

  function note(key: string, keepSeconds: number, at: number): void {
    const times = calls.get(key) ?? [];
    times.push(at);
    while (times[0] !== undefined && times[0] <= at - keepSeconds * 1000) times.shift();
    calls.set(key, times);
  }

  return {
    take(perSecond, { conversation, reads }) {
      const at = now();
      const app = waitFor('app', [{ calls: perSecond, seconds: 1 }], at);
      if (app > 0) return app;
      if (conversation !== undefined) {
        const key = `${reads ? 'read' : 'send'}:${conversation}`;
        const own = waitFor(key, reads ? readsPerConversation : sendsPerConversation, at);
        if (own > 0) return own;
        note(key, 3600, at);
      }
      note('app', 1, at);
      return 0;
    },
  };
}
