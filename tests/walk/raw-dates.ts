/**
 * Calendar days by plain arithmetic in UTC, and dates of RFC 5545 rules as specified for the wheel in docs/domain.md.
 */

const dayLength = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
export const latest = (...days: string[]): string => days.reduce((one, other) => (other > one ? other : one), '');

const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const partsOf = (day: string): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** The same day a number of months later, or earlier; clamped to the month's last day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const all = month - 1 + months;
  const [toYear, toMonth] = [year + Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, lengthOf(toYear, toMonth)))}`;
}

type Given = Readonly<Record<string, string>>;
const read = (rule: string): Given =>
  Object.fromEntries(rule.split(';').map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']));
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** One interval after a day; '' without recurrence. */
export function intervalAfter(rule: string | undefined, day: string): string {
  if (rule === undefined) return '';
  const { FREQ, INTERVAL = '1' } = read(rule);
  const times = Number(INTERVAL);
  if (FREQ === 'WEEKLY') return addDays(day, 7 * times);
  return addMonths(day, FREQ === 'YEARLY' ? 12 * times : times);
}

/** Every date of a rule from its first date to the last day, inclusive. Without a rule there is one. */
export function datesOf(rule: string | undefined, startsOn: string, last: string): string[] {
  if (rule === undefined) return startsOn <= last ? [startsOn] : [];
  const given = read(rule);
  const found: string[] = [];
  const step = Number(given['INTERVAL'] ?? 1);
  for (let period = 0; ; period += step) {
    const days = periodOf(given['FREQ'], startsOn, period);
    if ((days[0] ?? '9999') > last) break;
    const fitting = days.filter((day) => fits(given, startsOn, day, days));
    const place = given['BYSETPOS'];
    const chosen =
      place === undefined ? fitting : fitting.slice(Number(place) < 0 ? -1 : Number(place) - 1).slice(0, 1);
    found.push(...chosen.filter((day) => day >= startsOn));
  }
  return found.slice(0, given['COUNT'] === undefined ? undefined : Number(given['COUNT'])).filter((day) => day <= last);
}

/** All days of a year, a month, or a week from Monday; relative to the first date's. */
function periodOf(frequency: string | undefined, startsOn: string, period: number): string[] {
  const [year, month] = partsOf(startsOn);
  if (frequency === 'WEEKLY') {
    const monday = addDays(startsOn, 7 * period - ((weekdayOf(startsOn) + 6) % 7));
    return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  }
  if (frequency === 'MONTHLY') return daysOfMonth(addMonths(`${year}-${two(month)}-01`, period));
  return Array.from({ length: 12 }, (_, index) => daysOfMonth(`${year + period}-${two(index + 1)}-01`)).flat();
}
const daysOfMonth = (first: string): string[] => {
  const [year, month] = partsOf(first);
  return Array.from({ length: lengthOf(year, month) }, (_, index) => addDays(first, index));
};

/** Whether a day of a period matches the rule. */
function fits(given: Given, startsOn: string, day: string, period: readonly string[]): boolean {
  const [year, month, date] = partsOf(day);
  const months = given['BYMONTH']?.split(',').map(Number);
  if (months && !months.includes(month)) return false;
  const byDay = given['BYDAY'];
  if (byDay !== undefined) {
    const ofYear = given['FREQ'] === 'YEARLY' && months === undefined;
    const among = (ofYear ? period : daysOfMonth(`${year}-${two(month)}-01`)).filter(
      (one) => weekdayOf(one) === weekdayOf(day),
    );
    return byDay.split(',').some((one) => {
      if (one.slice(-2) !== weekdays[weekdayOf(day)]) return false;
      const nth = one.slice(0, -2);
      return nth === '' || among.at(Number(nth) < 0 ? -1 : Number(nth) - 1) === day;
    });
  }
  if (given['FREQ'] === 'WEEKLY') return weekdayOf(day) === weekdayOf(startsOn);
  const [, firstMonth, firstDate] = partsOf(startsOn);
  if (given['FREQ'] === 'YEARLY' && months === undefined && month !== firstMonth) return false;
  const wanted = given['BYMONTHDAY'] === undefined ? firstDate : Number(given['BYMONTHDAY']);
  return date === (wanted < 0 ? lengthOf(year, month) : Math.min(wanted, lengthOf(year, month)));
}
