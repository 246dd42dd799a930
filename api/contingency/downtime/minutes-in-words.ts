type LengthKey = `downtime.length.${'moment' | 'minutes' | 'hours' | 'days' | 'and'}`;
type LeftKey = 'downtime.left' | 'downtime.past' | 'downtime.leftNone';
type Words<Key extends string> = (key: Key, values: Record<string, string | number>) => string;

const [perHour, perDay] = [60, 1_440];

/** A duration in words: `under et minut`, `20 minutter`, `2 timer og 10 minutter`, `3 døgn og 4 timer`. */
export function minutesInWords(t: Words<LengthKey>, minutes: number): string {
  const whole = Math.max(0, Math.trunc(minutes));
  const say = (unit: 'minutes' | 'hours' | 'days', count: number) => t(`downtime.length.${unit}`, { count });
  const both = (first: string, rest: number, unit: 'minutes' | 'hours') =>
    rest === 0 ? first : t('downtime.length.and', { first, last: say(unit, rest) });
  if (whole === 0) return t('downtime.length.moment', {});
  if (whole < perHour) return say('minutes', whole);
  if (whole < perDay) return both(say('hours', Math.trunc(whole / perHour)), whole % perHour, 'minutes');
  return both(say('days', Math.trunc(whole / perDay)), Math.trunc((whole % perDay) / perHour), 'hours');
}

/** `2 timer tilbage`, `under et minut tilbage`, `overskredet for 20 minutter siden`. */
export function leftInWords(t: Words<LengthKey | LeftKey>, minutes: number): string {
  if (minutes < 0) return t('downtime.past', { length: minutesInWords(t, -minutes) });
  return minutes === 0 ? t('downtime.leftNone', {}) : t('downtime.left', { length: minutesInWords(t, minutes) });
}
