import { mostHours } from './vocabulary.ts';

/** Whether it can be hours of data that are lost, none too. A number that somebody mistyped in a list is as if it was not there. Pure. */
export const isSoundHours = (hours: number | undefined): hours is number =>
  hours !== undefined && hours >= 0 && hours <= mostHours;
export const soundHours = (hours: number | undefined): number | undefined => (isSoundHours(hours) ? hours : undefined);

/** Whether something can be down for so long, or be back after it: nothing is back at once. Pure. */
export const isSoundDowntime = (hours: number | undefined): hours is number => isSoundHours(hours) && hours > 0;
export const soundDowntime = (hours: number | undefined): number | undefined =>
  isSoundDowntime(hours) ? hours : undefined;
