import type { Database } from './database.ts';

/** The business clock: "today" for the app and the time stamps of lists. Tokens and throttling use real time. */
export interface Clock {
  now(): Date;
  /** Moves the clock to an ISO moment, from where it runs on; `undefined` goes back to real time. Throws on nonsense. */
  set(iso: string | undefined): void;
  /** How far the clock is ahead of real time, in milliseconds. */
  offset(): number;
}

export function createClock(db: Database): Clock {
  let offset = db.setting<number>('clock.offset') ?? 0;
  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    set(iso) {
      const moment = iso === undefined ? Date.now() : Date.parse(iso);
      if (Number.isNaN(moment)) throw new RangeError(`not a moment: ${iso}`);
      offset = iso === undefined ? 0 : moment - Date.now();
      db.setSetting('clock.offset', offset);
    },
  };
}
