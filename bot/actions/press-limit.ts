import { perMinute, unavailable, type AppError, type PerMinute, type PersonId } from '../../api/kernel/index.ts';

/** Presses of one person in a minute: several times those of a busy person. */
export const mostPresses = 60;

/** The error of a further press; usually undefined. */
export type PressLimit = (personId: PersonId) => Promise<AppError | undefined>;

/**
 * Rate limit per person: above `most` presses in a minute the error gives the wait, and the press is not carried out.
 */
export function pressLimit(most = mostPresses, counts: PerMinute = perMinute): PressLimit {
  const counted = counts(most, 'presses');
  return async (personId) => {
    const seconds = await counted(personId);
    return seconds === undefined ? undefined : unavailable('bot.tooMany', { seconds });
  };
}
