import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const minute = 60;

/** Makes a rate limit by key, as `perMinute`; `name` tells it from others. */
export type PerMinute = (most: number, name: string) => (key: string) => Promise<number | undefined>;

/**
 * Rate limit by key: gives the seconds to wait after more than `most` uses in a minute, else undefined. In memory, per
 * process.
 */
export function perMinute(most: number): (key: string) => Promise<number | undefined> {
  const limiter = new RateLimiterMemory({ points: most, duration: minute });
  return async (key) => {
    try {
      await limiter.consume(key);
      return undefined;
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      return Math.ceil(thrown.msBeforeNext / 1_000);
    }
  };
}
