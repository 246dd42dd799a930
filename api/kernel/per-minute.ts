import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const minute = 60;

/**
 * Counts uses by key: gives the seconds to wait when one was used more than `most` times in a minute, and nothing as a rule.
 * In memory, so each program counts for itself.
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
