import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitedCalls } from '../../../api/sharepoint/limited-calls.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/**
 * Limits in milliseconds that are running: timers of these lengths that were neither cleared nor are over. Other files
 * of this worker may leave timers of their own.
 */
function runningLimits(): () => number[] {
  const running = new Map<unknown, number>();
  const [start, end] = [globalThis.setTimeout, globalThis.clearTimeout];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, milliseconds: number) => {
    const timer = start(() => {
      running.delete(timer);
      done();
    }, milliseconds);
    running.set(timer, milliseconds);
    return timer;
  }) as typeof setTimeout);
  vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    running.delete(timer);
    end(timer);
  });
  return () => [...running.values()].filter((limit) => [5_000, 8_000, 60_000].includes(limit));
}

/** A call without an answer: rejects with the reason of the abort. */
const silent = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('limitedCalls', () => {
  it('ends a call at its limit, and leaves no timer after one that was answered', async () => {
    const limits = runningLimits();
    const limited = limitedCalls(new AbortController().signal);
    const late = expect(limited(8_000, silent)).rejects.toThrow('The call took too long.');
    expect(await limited(60_000, () => Promise.resolve('answer'))).toBe('answer');
    expect(limits()).toEqual([8_000]);
    await vi.advanceTimersByTimeAsync(8_000);
    await late;
    expect(limits()).toEqual([]);
  });

  it('ends calls in flight five seconds after a stop, and later ones at once', async () => {
    const limits = runningLimits();
    const stop = new AbortController();
    const limited = limitedCalls(stop.signal);
    const inFlight = expect(limited(60_000, silent)).rejects.toMatchObject({ name: 'AbortError' });
    stop.abort();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(limits()).toEqual([60_000, 5_000]);
    await vi.advanceTimersByTimeAsync(1_000);
    await inFlight;
    await limited(60_000, ({ aborted }) => expect(Promise.resolve(aborted)).resolves.toBe(true));
  });
});
