import { perMinute, unavailable, type AppError, type PersonId } from '../../api/kernel/index.ts';

/** Presses of one person in a minute: several times what somebody makes who has much to do. */
export const mostPresses = 60;

/** What is wrong when a person presses again; nothing as a rule. */
export type PressLimit = (personId: PersonId) => Promise<AppError | undefined>;

/** Counts each press of a person; above `most` in a minute the error says how long to wait, and the press is not carried out. */
export function pressLimit(most = mostPresses): PressLimit {
  const counted = perMinute(most);
  return async (personId) => {
    const seconds = await counted(personId);
    return seconds === undefined ? undefined : unavailable('bot.tooMany', { seconds });
  };
}
