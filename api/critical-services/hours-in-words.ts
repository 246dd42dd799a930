type HoursKey = `contingency.hours.${'none' | 'minutes' | 'hours' | 'days' | 'weeks' | 'and'}`;
type Words = (key: HoursKey, values: Readonly<Record<string, string | number>>) => string;

const [perHour, perDay, perWeek] = [60, 24 * 60, 168 * 60];

/**
 * A duration in words, to the minute: `0.5` "30 minutter", `4` "4 timer", `1.95` "1 time og 57 minutter", `24` "1
 * døgn", `168` "1 uge", `0` "intet datatab". `decimals` formats numbers for the reader.
 */
export function hoursInWords(t: Words, hours: number, decimals: (number: number) => string): string {
  const say = (unit: 'minutes' | 'hours' | 'days' | 'weeks', number: number) =>
    t(`contingency.hours.${unit}`, { count: number, number: decimals(number) });
  if (hours === 0) return t('contingency.hours.none', { count: 0, number: '0' });
  const minutes = Math.max(1, Math.round(hours * perHour));
  if (minutes % perWeek === 0) return say('weeks', minutes / perWeek);
  if (minutes % perDay === 0) return say('days', minutes / perDay);
  if (minutes < perHour) return say('minutes', minutes);
  const whole = say('hours', Math.floor(minutes / perHour));
  const left = minutes % perHour;
  return left === 0 ? whole : t('contingency.hours.and', { first: whole, last: say('minutes', left) });
}
