import { knownValue } from '../shared/address.ts';
import type { RecurrenceBody } from '../../api/annual-wheel/contract.ts';
import { asDate, asDay, t, textOf } from '../shared/texts/texts.ts';

/** Frequencies to choose. `other`: a rule the form cannot express, left unchanged. */
export const frequencies = ['once', 'yearly', 'halfYearly', 'quarterly', 'monthly', 'weekday', 'other'] as const;
export type Frequency = (typeof frequencies)[number];
/** Which weekday of the month; -1 is the last. */
export const weeks = ['1', '2', '3', '4', '-1'] as const;
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Its text's key. */
export const weekKey = (week: string): string => (week === '-1' ? 'w1last' : `w${week}`);
/** Months between two weekdays of a month. */
export const intervals = ['1', '2', '3', '6', '12'] as const;

export interface Recurrence {
  frequency: Frequency;
  week: (typeof weeks)[number];
  weekday: (typeof weekdays)[number];
  interval: (typeof intervals)[number];
  /** The rule of `other`. */
  rule: string;
}

const months = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const;
const byMonths = new Map<number, keyof typeof months>([
  [1, 'monthly'],
  [3, 'quarterly'],
  [6, 'halfYearly'],
  [12, 'yearly'],
]);
const weekdayOf = (date: string) => weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
const weekOf = (date: string) => {
  const day = Number(date.slice(8, 10));
  return day > 28 ? '-1' : (weeks[Math.ceil(day / 7) - 1] ?? '1');
};

/** The form's default for a first date: its weekday, every month. */
const begin = (startsOn: string): Omit<Recurrence, 'frequency'> => ({
  week: startsOn ? weekOf(startsOn) : '1',
  weekday: startsOn ? weekdayOf(startsOn) : 'MO',
  interval: '1',
  rule: '',
});

/** Parses a rule into form values. Parts implied by the first date are omitted. */
export function recurrenceOf(rule: string | undefined, startsOn: string): Recurrence {
  const base = begin(startsOn);
  if (!rule) return { ...base, frequency: 'once' };
  const other: Recurrence = { ...base, frequency: 'other', rule };
  const parts = new Map(rule.split(';').map((part) => [part.split('=')[0], part.split('=')[1]]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const monthly = parts.get('FREQ') === 'MONTHLY';
  if (!monthly && parts.get('FREQ') !== 'YEARLY') return other;
  const inMonths = monthly ? every : every * 12;
  const known = (...names: string[]) => [...parts.keys()].every((name) => names.includes(name ?? ''));
  const day = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(parts.get('BYDAY') ?? '');
  if (day && monthly && known('FREQ', 'INTERVAL', 'BYDAY')) {
    const interval = knownValue(intervals, String(inMonths));
    const week = knownValue(weeks, day[1]);
    const weekday = knownValue(weekdays, day[2]);
    return interval && week && weekday ? { ...base, frequency: 'weekday', interval, week, weekday } : other;
  }
  const frequency = byMonths.get(inMonths);
  const same = !parts.has('BYMONTHDAY') || Number(parts.get('BYMONTHDAY')) === Number(startsOn.slice(8, 10));
  return frequency && same && known('FREQ', 'INTERVAL', 'BYMONTHDAY') ? { ...base, frequency } : other;
}

/** The rule in RFC 5545; absent for a single date. */
export function ruleOf(recurrence: Recurrence): string | undefined {
  const { frequency } = recurrence;
  switch (frequency) {
    case 'once':
      return undefined;
    case 'other':
      return recurrence.rule;
    case 'yearly':
      return 'FREQ=YEARLY';
    case 'weekday': {
      const interval = recurrence.interval === '1' ? '' : `;INTERVAL=${recurrence.interval}`;
      return `FREQ=MONTHLY${interval};BYDAY=${recurrence.week}${recurrence.weekday}`;
    }
    case 'monthly':
      return 'FREQ=MONTHLY';
    case 'halfYearly':
    case 'quarterly':
      return `FREQ=MONTHLY;INTERVAL=${months[frequency]}`;
  }
}

const weekdayText = ({ week, weekday, interval }: Recurrence): string =>
  t('wheel.recurrence.weekday', {
    which: textOf(`wheel.recurrence.weeks.w${week.replace('-', '')}${week === '-1' ? 'last' : ''}`) ?? '',
    weekday: textOf(`wheel.recurrence.weekdays.${weekday}`) ?? '',
    every: textOf(`wheel.recurrence.everyMonths.m${interval}`) ?? '',
  });

/** The recurrence as a sentence. Never the bare rule. */
export function sentenceOf({ rule, startsOn, basis, endsOn }: RecurrenceBody): string {
  const recurrence = recurrenceOf(rule, startsOn);
  const { frequency } = recurrence;
  const until = endsOn ? t('wheel.recurrence.until', { date: asDate(endsOn) }) : '';
  if (frequency === 'once') return t('wheel.recurrence.onceOn', { date: asDate(startsOn) });
  if (frequency === 'other') return t('wheel.recurrence.otherText') + until;
  if (basis === 'lastDone' && frequency !== 'weekday') return t(`wheel.recurrence.after.${frequency}`) + until;
  if (frequency === 'weekday') return weekdayText(recurrence) + until;
  const day = Number(startsOn.slice(8, 10));
  return t(`wheel.recurrence.on.${frequency}`, { day: asDay(startsOn), number: String(day) }) + until;
}
