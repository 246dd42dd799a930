const dayMilliseconds = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;

/** Whole days from one date to another (`YYYY-MM-DD`); negative when it has passed. */
export const daysFrom = (today: string, date: string): number => dayNumber(date) - dayNumber(today);

/** The date so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * dayMilliseconds).toISOString().slice(0, 10);
