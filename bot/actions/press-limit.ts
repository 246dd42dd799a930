import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { unavailable, type AppError, type PersonId } from '../../api/kernel/index.ts';

/** Presses and questions of one person in a minute: several times what somebody makes who has much to do. */
export const mostPresses = 60;
const minute = 60;

/** What is wrong when a person presses again; nothing as a rule. */
export type PressLimit = (personId: PersonId) => Promise<AppError | undefined>;

/** Counts each press of a person; above `most` in a minute the error says how long to wait, and the press is not carried out. */
export function pressLimit(most = mostPresses): PressLimit {
  const limiter = new RateLimiterMemory({ points: most, duration: minute });
  return async (personId) => {
    try {
      await limiter.consume(personId);
      return undefined;
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) throw thrown;
      return unavailable('bot.tooMany', { seconds: Math.ceil(thrown.msBeforeNext / 1_000) });
    }
  };
}
