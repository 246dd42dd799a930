import { RRuleTemporal } from 'rrule-temporal';
import { addDays, addMonths, dayOfMonth, invalid, yearOf, type LocalDate } from '../kernel/index.ts';
import { readRule, type Rule } from './recurrence-rule.ts';

/** A recurrence. Without a rule it occurs once, on the first date. */
export interface Recurrence {
  rule?: string | undefined;
  startsOn: LocalDate;
  basis: 'calendar' | 'lastDone';
  endsOn?: LocalDate | undefined;
}

const mostInAYear = 53;
/** Years a new rule is tested over: enough for 29 February and a fifth Monday. */
const yearsTried = 9;

const byYear = new Map<string, readonly LocalDate[]>();
const mostKept = 20_000;

/** The library's dates between two days. In UTC, so that daylight saving has no effect. */
const ruleDates = (rule: string, from: LocalDate, first: Date, last: Date): LocalDate[] =>
  new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${from.replaceAll('-', '')}T000000\nRRULE:${rule}` })
    .between(first, last, true)
    .map((date) => date.toString().slice(0, 10) as LocalDate);

/**
 * The dates of a rule in some years, ascending. The library finds the months and the day is set here, since RFC 5545
 * skips months without the day: monthly from 31 January includes 28 February and 31 March, and yearly from 29 February
 * 28 February.
 */
function datesOfYears(rule: Rule, startsOn: LocalDate, firstYear: number, lastYear: number): LocalDate[] {
  const [first, last] = [new Date(Date.UTC(firstYear, 0, 1)), new Date(Date.UTC(lastYear, 11, 31))];
  if (rule.frequency === 'WEEKLY' || rule.byWeekday) return ruleDates(rule.bare, startsOn, first, last);
  const firstOfMonth = `${startsOn.slice(0, 8)}01` as LocalDate;
  const day = rule.monthDay ?? Number(startsOn.slice(8));
  return ruleDates(rule.bare, firstOfMonth, first, last)
    .map((month) => dayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day))
    .filter((date) => date >= startsOn);
}

/** The dates of a rule in one year. */
function datesOfYear(text: string, startsOn: LocalDate, year: number): readonly LocalDate[] {
  const key = `${text} ${startsOn} ${year}`;
  const known = byYear.get(key);
  if (known) return known;
  const rule = readRule(text);
  const dates =
    rule.times === undefined
      ? datesOfYears(rule, startsOn, year, year)
      : datesOfYears(rule, startsOn, yearOf(startsOn), year)
          .slice(0, rule.times)
          .filter((date) => yearOf(date) === year);
  if (byYear.size >= mostKept) byYear.clear();
  byYear.set(key, dates);
  return dates;
}

/** Calendar dates from one day to another, both included. Never before the first date. */
export function calendarDates({ rule, startsOn, endsOn }: Recurrence, from: LocalDate, to: LocalDate): LocalDate[] {
  const first = from < startsOn ? startsOn : from;
  const last = endsOn !== undefined && endsOn < to ? endsOn : to;
  if (last < first) return [];
  if (rule === undefined) return first <= startsOn && startsOn <= last ? [startsOn] : [];
  const dates: LocalDate[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1)
    for (const date of datesOfYear(rule, startsOn, year)) if (first <= date && date <= last) dates.push(date);
  return dates;
}

/** One interval after a day; `undefined` for what happens once. */
export function intervalAfter(rule: string | undefined, day: LocalDate): LocalDate | undefined {
  if (rule === undefined) return undefined;
  const { frequency, interval } = readRule(rule);
  if (frequency === 'WEEKLY') return addDays(day, 7 * interval);
  return addMonths(day, frequency === 'YEARLY' ? 12 * interval : interval);
}

/**
 * Rejects unusable recurrences before saving. Throws AppError invalid with the field: as `readRule`,
 * `wheel.ruleFromDone` for chosen days or a count from the last completion, `wheel.ruleTooOften` for more than one date
 * a week, `wheel.ruleNeverFalls`, `wheel.endsBeforeStart`, `wheel.endsBeforeFirst`.
 */
export function checkRecurrence(recurrence: Recurrence): void {
  const { rule, startsOn, basis, endsOn } = recurrence;
  if (endsOn !== undefined && endsOn < startsOn) throw invalid('wheel.endsBeforeStart', { field: 'endsOn' });
  if (rule === undefined) return;
  const { chooses, times } = readRule(rule);
  if (basis === 'lastDone') {
    if (chooses || times !== undefined) throw invalid('wheel.ruleFromDone', { field: 'rule' });
    return;
  }
  const firstYear = yearOf(startsOn);
  const years = Array.from({ length: yearsTried }, (_, index) => datesOfYear(rule, startsOn, firstYear + index));
  if (years.some(({ length }) => length > mostInAYear)) throw invalid('wheel.ruleTooOften', { field: 'rule' });
  if (years.every(({ length }) => length === 0)) throw invalid('wheel.ruleNeverFalls', { field: 'rule' });
  const [first] = years.flat();
  if (endsOn !== undefined && first !== undefined && endsOn < first)
    throw invalid('wheel.endsBeforeFirst', { field: 'endsOn', date: first });
}

/** A preview of the next dates, at most `most`. From the last completion: as if always on time. */
export function nextDates(recurrence: Recurrence, today: LocalDate, most = 8): LocalDate[] {
  checkRecurrence(recurrence);
  const { rule, startsOn, basis, endsOn } = recurrence;
  const from = startsOn < today ? today : startsOn;
  if (basis === 'calendar' || rule === undefined) {
    const reach = rule === undefined ? startsOn : addMonths(from, 12 * yearsTried);
    return calendarDates(recurrence, from, reach).slice(0, most);
  }
  const dates: LocalDate[] = [];
  let next: LocalDate | undefined = from;
  while (next !== undefined && dates.length < most && (endsOn === undefined || next <= endsOn)) {
    dates.push(next);
    next = intervalAfter(rule, next);
  }
  return dates;
}
