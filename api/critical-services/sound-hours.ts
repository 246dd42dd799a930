import { mostHours } from './vocabulary.ts';

/** Whether it can be a length of time. A number that somebody mistyped in a list is as if it was not there. Pure. */
export const isSoundHours = (hours: number | undefined): hours is number =>
  hours !== undefined && hours >= 0 && hours <= mostHours;
export const soundHours = (hours: number | undefined): number | undefined => (isSoundHours(hours) ? hours : undefined);
