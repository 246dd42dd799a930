import { invalid, type AppError } from '../kernel/index.ts';

/** The subset of RFC 5545 that annual work needs. Anything else is rejected, not ignored. */
export interface Rule {
  frequency: 'YEARLY' | 'MONTHLY' | 'WEEKLY';
  interval: number;
  /** How many times in all; absent: for ever. */
  times?: number;
  /** Day of the month, 31 for the last; absent: the first date's, unless weekdays are chosen. */
  monthDay?: number;
  /** Days are chosen by weekday. */
  byWeekday: boolean;
  /** Days within the period are chosen, e.g. `BYDAY=2TU` or `BYMONTH=3,9`. */
  chooses: boolean;
  /** The rule without day of the month and count. */
  bare: string;
}

const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY'] as const;
const tooOften = ['DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'];
const mostTimes = 100;
const longestInterval = 60;

const between = (text: string, from: number, to: number): boolean =>
  /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to;
const listOf = (text: string, fits: (one: string) => boolean): boolean => text.split(',').every(fits);

/** Valid values by part. One month day only, so that the last day can replace a missing one. */
const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => frequencies.some((known) => known === value),
  INTERVAL: (value) => between(value, 1, longestInterval),
  COUNT: (value) => between(value, 1, mostTimes),
  BYMONTH: (value) => listOf(value, (one) => between(one, 1, 12)),
  BYMONTHDAY: (value) => value === '-1' || between(value, 1, 31),
  BYDAY: (value) => listOf(value, (one) => /^(?:[1-5]|-1)?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(one)),
  BYSETPOS: (value) => value === '-1' || between(value, 1, 31),
};

const refused = (code: string, details: Record<string, string | number> = {}): AppError =>
  invalid(code, { field: 'rule', ...details });

export function isUnderstood(rule: string): boolean {
  try {
    readRule(rule);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a rule such as `FREQ=MONTHLY;INTERVAL=3`. Throws AppError invalid on the field `rule`:
 * `wheel.ruleNotUnderstood`, `wheel.ruleUnknownPart` {part}, `wheel.ruleWrongPart` {part}, `wheel.ruleTooOften`,
 * `wheel.ruleTooMany` {most}.
 */
export function readRule(text: string): Rule {
  const given = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (value === '' || more.length > 0) throw refused('wheel.ruleNotUnderstood');
    if (!Object.hasOwn(parts, name)) throw refused('wheel.ruleUnknownPart', { part: name.slice(0, 40) });
    if (given.has(name)) throw refused('wheel.ruleWrongPart', { part: name });
    given.set(name, value);
  }
  const frequency = frequencies.find((known) => known === given.get('FREQ'));
  if (tooOften.includes(given.get('FREQ') ?? '')) throw refused('wheel.ruleTooOften');
  if (!frequency) throw refused('wheel.ruleNotUnderstood');
  for (const [name, value] of given) {
    if (parts[name]?.(value) === true) continue;
    throw name === 'COUNT'
      ? refused('wheel.ruleTooMany', { most: mostTimes })
      : refused('wheel.ruleWrongPart', { part: name });
  }
  const wrong = misplaced(frequency, given);
  if (wrong !== undefined) throw refused('wheel.ruleWrongPart', { part: wrong });
  const [times, monthDay] = [given.get('COUNT'), given.get('BYMONTHDAY')];
  return {
    frequency,
    interval: Number(given.get('INTERVAL') ?? 1),
    ...(times === undefined ? {} : { times: Number(times) }),
    ...(monthDay === undefined ? {} : { monthDay: monthDay === '-1' ? 31 : Number(monthDay) }),
    byWeekday: given.has('BYDAY'),
    chooses: [...given.keys()].some((name) => name.startsWith('BY')),
    bare: [...given]
      .filter(([name]) => name !== 'COUNT' && name !== 'BYMONTHDAY')
      .map((part) => part.join('='))
      .join(';'),
  };
}

/** Parts that contradict each other or are meaningless together. */
function misplaced(frequency: Rule['frequency'], given: ReadonlyMap<string, string>): string | undefined {
  const days = given.get('BYDAY');
  const months = frequency === 'MONTHLY' || given.has('BYMONTH');
  if (given.has('BYMONTHDAY') && (days !== undefined || frequency === 'WEEKLY' || !months)) return 'BYMONTHDAY';
  if (given.has('BYSETPOS') && days === undefined) return 'BYSETPOS';
  if (frequency === 'WEEKLY' && days !== undefined && /\d/.test(days)) return 'BYDAY';
  return undefined;
}
