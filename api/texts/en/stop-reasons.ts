import type { TextsOf } from '../catalogue.ts';
import type { stopReasons as da } from '../da/stop-reasons.ts';

export const stopReasons: TextsOf<typeof da> = {
  BotDisabledByAdmin: 'The app is blocked in Teams. Allow it in the Teams admin centre, then press Resume.',
  tooManyFailures: 'Too many of the first cards failed. See why under those who cannot be reached, then press Resume.',
  teamsAway: 'Teams did not answer. Press Resume when Teams is running again.',
  other: 'Teams rejected the cards. Find the code in the log, fix the cause, then press Resume.',
};
