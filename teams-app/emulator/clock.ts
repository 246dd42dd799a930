import type { Database } from './database.ts';

/** The business clock: "today" for the app, and list time stamps. Tokens and throttling use real time. */
export interface Clock {
  now(): Date;
  /** Sets the clock to an ISO moment, and runs on from there; `undefined` is real time. Throws for nonsense. */
  set(iso: string | undefined): void;
  /** Offset from real time, in milliseconds. */
  offset(): number;
}

/** A clock beyond these years is a typing error: loops over days until today would not end. */
const earliest = Date.UTC(2020, 0);
const latest = Date.UTC(2100, 0);
export const clockRange = 'between 2020-01-01 and 2099-12-31';
export const isInRange = (moment: number): boolean => moment >= earliest && moment < latest;

export function createClock(db: Database): Clock {
  const stored = db.setting<number>('clock.offset') ?? 0;
  // An older file may have the year 9000.
  let offset = isInRange(Date.now() + stored) ? stored : 0;
  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    set(iso) {
      const moment = iso === undefined ? Date.now() : Date.parse(iso);
      if (Number.isNaN(moment)) throw new RangeError(`not a moment: ${iso}`);
      if (iso !== undefined && !isInRange(moment)) throw new RangeError(`The clock takes a time ${clockRange}.`);
      offset = iso === undefined ? 0 : moment - Date.now();
      db.setSetting('clock.offset', offset);
    },
  };
}
