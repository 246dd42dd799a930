/**
 * Share of a limit per person and minute that each instance gives without asking Redis, and the size of what it then
 * asks for.
 */
export const perMinuteShare = 1 / 20;

/**
 * Numbers of the rate limit to Teams: of one gate alone (bot/sending/gate-rate.ts) and of the one in Redis
 * (redis/scripts.ts).
 */
export const rateRules = {
  /** Largest burst in seconds of the rate: 4 calls at 40/s. */
  burstSeconds: 0.1,
  /** Turns that a bucket without a past has: neither a start nor an empty Redis is worth a burst. */
  atFirst: 1,
  /** Turns of a burst that broadcasts leave to answers; of a burst of one, none. */
  leftToAnswers: 1,
  /** Share of the target that a slowed gate recovers each second: from half to full in 20 s. */
  recoveryPerSecond: 0.025,
  /** Concurrent calls get their 429s together: they halve the rate once (ms). */
  sameThrottle: 2_000,
  /** Share of the target below which no 429 takes the rate. */
  slowest: 1 / 8,
  /** An instance that has beaten so lately takes its turns from Redis; another may take its part by itself (ms). */
  freshFor: 2_500,
  /** A membership without a beat (ms). */
  memberLasts: 10_000,
} as const;
