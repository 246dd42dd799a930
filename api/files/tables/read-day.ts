import { isInRange, isLocalDate, localDate, type Instant, type LocalDate } from '../../kernel/index.ts';

/** First three letters of months, Danish and English. */
const months = ['jan', 'feb', 'mar', 'apr', 'ma[jy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'];

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?$/;
const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const danishDay = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})(?:[T ,]+(?:kl\. ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/;
const namedDay = /^(\d{1,2})\.? (\p{L}{3,9})\.? (\d{4})$/u;
const excelDay = /^(\d{5})(?:[.,]\d+)?$/;

/**
 * A day as written by people and Danish Excel: `2026-01-31`, `31-01-2026`, `31/1/26`, `31.01.2026 14:05`, `31. jan.
 * 2026`, a moment with a time zone (its Danish day), or Excel's serial number. `undefined` when invalid, or not of 1900
 * to 2099. The day precedes the month: never American.
 */
export function readDay(text: string): LocalDate | undefined {
  const day = dayIn(text);
  return day !== undefined && isInRange(day) ? day : undefined;
}

function dayIn(text: string): LocalDate | undefined {
  const written = text.trim();
  if (isoMoment.test(written)) return momentDay(written);
  const iso = isoDay.exec(written);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const danish = danishDay.exec(written);
  if (danish) return dayOf(danish[3], danish[2], danish[1]);
  const named = namedDay.exec(written);
  if (named) return dayOf(named[3], monthNumber(named[2] ?? ''), named[1]);
  const serial = excelDay.exec(written);
  return serial ? serialDay(Number(serial[1])) : undefined;
}

function momentDay(text: string): LocalDate | undefined {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : localDate(moment.toISOString() as Instant);
}

function dayOf(year = '', month = '', day = ''): LocalDate | undefined {
  const century = year.length === 2 ? `20${year}` : year;
  const date = `${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

const monthNumber = (name: string): string =>
  String(months.findIndex((month) => new RegExp(`^${month}`, 'i').test(name)) + 1);

const dayMilliseconds = 86_400_000;
/** Days since 30 December 1899, the epoch of Excel's numbers after its false leap day. */
function serialDay(days: number): LocalDate | undefined {
  const date = new Date(Date.UTC(1899, 11, 30) + days * dayMilliseconds).toISOString().slice(0, 10);
  return isLocalDate(date) ? date : undefined;
}
