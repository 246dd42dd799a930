import { Cron } from 'croner';
import { instant, timeZone, type Clock, type Instant } from '../../api/kernel/index.ts';

/** A time of day in Denmark, e.g. `06:30`. */
export type TimeOfDay = `${number}:${number}`;

/** Turns of a daily job. An hour skipped in spring comes after the gap; a repeated one in autumn counts once. */
export interface Turns {
  latest(clock: Clock): Instant;
  next(clock: Clock): Instant;
}

/** Throws for an invalid time of day. */
export function turnsAt(time: TimeOfDay): Turns {
  const [hour, minute] = time.split(':');
  const cron = new Cron(`${Number(minute)} ${Number(hour)} * * *`, { timezone: timeZone, paused: true });
  const found = (turn: Date | null | undefined): Instant => {
    if (!turn) throw new RangeError(`No day has a turn at ${time}`);
    return instant(turn);
  };
  return {
    // Croner excludes a turn at the very moment asked about.
    latest: (clock) => found(cron.previousRuns(1, new Date(clock.now().getTime() + 1))[0]),
    next: (clock) => found(cron.nextRun(clock.now())),
  };
}
