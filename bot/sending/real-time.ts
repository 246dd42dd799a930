import { setTimeout as delay } from 'node:timers/promises';

/** Real time in milliseconds. Sending ignores the desk's movable clock. */
export interface RealTime {
  now(): number;
  /** Resolves after the time, or when the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realTime: RealTime = {
  now: () => performance.now(),
  wait: (milliseconds, signal) =>
    delay(milliseconds, undefined, { ref: false, ...(signal && { signal }) }).catch(() => undefined),
};
