type HoursKey = `contingency.hours.${'none' | 'minutes' | 'hours' | 'days' | 'weeks'}`;
type Words = (key: HoursKey, values: { count: number; number: string }) => string;

const [perDay, perWeek] = [24, 168];

/**
 * A duration in words: `0.5` "30 minutter", `4` "4 timer", `24` "1 døgn", `168` "1 uge", `0` "intet datatab".
 * `decimals` formats numbers for the reader.
 */
export function hoursInWords(t: Words, hours: number, decimals: (number: number) => string): string {
  const say = (unit: 'minutes' | 'hours' | 'days' | 'weeks', number: number) =>
    t(`contingency.hours.${unit}`, { count: number, number: decimals(number) });
  if (hours === 0) return t('contingency.hours.none', { count: 0, number: '0' });
  if (hours < 1) return say('minutes', Math.max(1, Math.round(hours * 60)));
  if (hours % perWeek === 0) return say('weeks', hours / perWeek);
  if (hours % perDay === 0) return say('days', hours / perDay);
  return say('hours', Math.round(hours * 100) / 100);
}
