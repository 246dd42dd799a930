import type { TextsOf } from '../catalogue.ts';
import type { stopReasons as da } from '../da/stop-reasons.ts';

export const stopReasons: TextsOf<typeof da> = {
  BotDisabledByAdmin: 'The app is switched off in Teams. Switch it on in the Teams admin center, then press Resume.',
  tooManyFailures: 'Too many of the first cards failed. See why under those who cannot be reached, then press Resume.',
  teamsAway: 'Teams did not answer. Press Resume when Teams is running again.',
  other: 'Teams refused the cards. Find the code in the log, mend the cause, then press Resume.',
};
