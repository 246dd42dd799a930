import { mostHours } from './vocabulary.ts';

/** Whether it is a valid data loss in hours, zero included. Mistyped numbers in a list count as absent. Pure. */
export const isSoundHours = (hours: number | undefined): hours is number =>
  hours !== undefined && hours >= 0 && hours <= mostHours;
export const soundHours = (hours: number | undefined): number | undefined => (isSoundHours(hours) ? hours : undefined);

/** Whether it is a valid downtime or recovery time: never zero. Pure. */
export const isSoundDowntime = (hours: number | undefined): hours is number => isSoundHours(hours) && hours > 0;
export const soundDowntime = (hours: number | undefined): number | undefined =>
  isSoundDowntime(hours) ? hours : undefined;
