import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitedCalls } from '../../../api/sharepoint/limited-calls.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A call without an answer: rejects with the reason of the abort. */
const silent = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('limitedCalls', () => {
  it('ends a call at its limit, and leaves no timer after one that was answered', async () => {
    const limited = limitedCalls(new AbortController().signal);
    const late = expect(limited(8_000, silent)).rejects.toThrow('The call took too long.');
    expect(await limited(60_000, () => Promise.resolve('answer'))).toBe('answer');
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(8_000);
    await late;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends calls in flight five seconds after a stop, and later ones at once', async () => {
    const stop = new AbortController();
    const limited = limitedCalls(stop.signal);
    const inFlight = expect(limited(60_000, silent)).rejects.toMatchObject({ name: 'AbortError' });
    stop.abort();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(vi.getTimerCount()).toBe(2);
    await vi.advanceTimersByTimeAsync(1_000);
    await inFlight;
    await limited(60_000, ({ aborted }) => expect(Promise.resolve(aborted)).resolves.toBe(true));
  });
});
