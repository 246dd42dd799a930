import type { Fetch } from '../kernel/index.ts';

/** Milliseconds by which the clock may differ from Microsoft's. Entra and Teams refuse tokens at 5 minutes. */
export const clockTolerance = 60_000;

export interface ClockWatch {
  /**
   * Compares the `Date` of each answer with the clock of the program, `now` (ms); not of one during which the clock was
   * set, whose two ends are of different clocks, nor of one from a cache, which is dated when it was stored.
   */
  fetch: Fetch;
  /**
   * Milliseconds by which the clock is ahead of the latest answer's; negative when it is behind, 0 within
   * `clockTolerance`: a header made seconds before it is sent is no wrong clock.
   */
  aheadMs(): number;
}

/** `onWrong` is called when the difference begins to exceed `clockTolerance`. */
export function watchClock(fetch: Fetch, onWrong: (aheadMs: number) => void, now: () => number): ClockWatch {
  let ahead = 0;
  return {
    aheadMs: () => ahead,
    async fetch(url, init) {
      const [sentAt, began] = [now(), performance.now()];
      const response = await fetch(url, init);
      const receivedAt = now();
      const setBy = receivedAt - sentAt - (performance.now() - began);
      const found = clockAhead(response, sentAt, receivedAt);
      if (found === undefined || Math.abs(setBy) > clockTolerance) return response;
      const wasRight = ahead === 0;
      ahead = Math.abs(found) > clockTolerance ? found : 0;
      if (wasRight && ahead !== 0) onWrong(ahead);
      return response;
    },
  };
}

/**
 * Milliseconds by which a clock is ahead of the answer's `Date`, which has whole seconds; 0 when that lies between
 * sending and receiving, undefined without one, or with an `Age` (RFC 9111, 5.1): a cache gives what was made before.
 */
export function clockAhead({ headers }: Response, sentAt: number, receivedAt: number): number | undefined {
  const there = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(there) || headers.has('age')) return undefined;
  const [earliest, latest] = [there, there + 999];
  if (latest < sentAt) return sentAt - latest;
  return earliest > receivedAt ? receivedAt - earliest : 0;
}
