import { z } from 'zod';
import { addDays, isLocalDate, localDate, systemClock, todayOf, type LocalDate } from '../kernel/index.ts';

/**
 * What people send, with its ends: every string has a largest length, every list a largest count, every number and every
 * day a first and a last. A test walks all contracts and card verbs and finds what has none (`inputs.test.ts`).
 */

/** Nothing is said of a day before this one. */
export const firstDay = '2000-01-01' as LocalDate;
const daysOfYear = 366;
/** Furthest day ahead that anything may be planned for, days. */
const furthest = 20 * daysOfYear;

/** The day on which input is read; set only while a schema reads it, which waits for nothing. */
let readOn: LocalDate | undefined;
const today = (): LocalDate => readOn ?? todayOf(systemClock);

/** Reads input as on a day of the program's own clock. */
export function readInput<Output>(schema: z.ZodType<Output>, value: unknown, on: LocalDate) {
  const before = readOn;
  readOn = on;
  try {
    return schema.safeParse(value, { reportInput: true });
  } finally {
    readOn = before;
  }
}

type Check = z.core.ParsePayload<string>;
/** Says which days may be chosen; what is no day at all is said by its format. */
function outside(payload: Check, from: LocalDate, until: LocalDate): void {
  const params = { code: 'fields.dayRange', values: { from, until } };
  payload.issues.push({ code: 'custom', params, input: payload.value });
}

/** A day that is in the calendar, from 2000 to so many days ahead of today: twenty years where nothing else is said. */
export const day = (daysAhead: number = furthest) =>
  z.iso
    .date()
    .check((payload) => {
      const last = addDays(today(), daysAhead);
      if (isLocalDate(payload.value) && (payload.value < firstDay || payload.value > last))
        outside(payload, firstDay, last);
    })
    .meta({ formatMinimum: firstDay, 'x-days-ahead': daysAhead });
/** Days of a year, for `day`: what lies further ahead is a slip of the hand. */
export const aYear = daysOfYear;

/** A moment in UTC, within the same days. */
export const timestamp = () =>
  z.iso
    .datetime()
    .max(40)
    .check((payload) => {
      const at = Date.parse(payload.value);
      if (Number.isNaN(at)) return;
      const last = addDays(today(), furthest);
      // Beyond the years of four digits there is no day to compare.
      const on = Math.abs(at) < 2e14 ? localDate(new Date(at)) : undefined;
      if (on === undefined || on < firstDay || on > last) outside(payload, firstDay, last);
    })
    .meta({ formatMinimum: firstDay, 'x-days-ahead': furthest });

/** A key of a list item, a person's or a group's id. */
export const id = z.string().min(1).max(255);
/** The same where it may be empty: nothing is chosen. */
export const idOrNone = z.string().max(255);
/** A clock's time in Denmark, `HH:mm`. */
export const timeOfDay = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** An address people open: never `javascript:` and the like. */
export const link = z.url({ protocol: /^https$/ }).max(2_000);
/** Yes or no in an address. */
export const flag = z.string().max(8).pipe(z.stringbool());
/** How many rows are left out before the page. No list is longer. */
export const offset = z.coerce.number().int().min(0).max(10_000_000).default(0);
/** A place in the order of stages, from 1. */
export const stageNumber = z.number().int().min(1).max(100);
