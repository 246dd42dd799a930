const dayMilliseconds = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;

/** Whole days between two dates (`YYYY-MM-DD`); negative when past. */
export const daysFrom = (today: string, date: string): number => dayNumber(date) - dayNumber(today);

/** A date a number of days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * dayMilliseconds).toISOString().slice(0, 10);
