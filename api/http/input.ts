import { z } from 'zod';
import {
  addDays,
  cleanTexts,
  inOneLine,
  isLocalDate,
  localDate,
  systemClock,
  todayOf,
  type LocalDate,
} from '../kernel/index.ts';

/**
 * Bounded input types: every string has a largest length, every list a largest count, every number and day a first and
 * a last. A test finds contracts and card verbs without bounds (`inputs.test.ts`).
 */

/** Earliest day accepted. */
export const firstDay = '2000-01-01' as LocalDate;
const daysOfYear = 366;
/** Latest day that may be planned, in days from today. */
const furthest = 20 * daysOfYear;

/** The day of the input; set only during a schema's synchronous parse. */
let readOn: LocalDate | undefined;
const today = (): LocalDate => readOn ?? todayOf(systemClock);

/** Parses input as of a day of the program's clock, its texts as `cleanText` makes them. */
export function readInput<Output>(schema: z.ZodType<Output>, value: unknown, on: LocalDate) {
  const before = readOn;
  readOn = on;
  try {
    return schema.safeParse(cleanTexts(value), { reportInput: true });
  } finally {
    readOn = before;
  }
}

type Check = z.core.ParsePayload<string>;
/** Reports the allowed range; the format check reports what is no day. */
function outside(payload: Check, from: LocalDate, until: LocalDate): void {
  const params = { code: 'fields.dayRange', values: { from, until } };
  payload.issues.push({ code: 'custom', params, input: payload.value });
}

/** A calendar day from 2000 to so many days ahead of today: twenty years by default. */
export const day = (daysAhead: number = furthest) =>
  z.iso
    .date()
    .check((payload) => {
      const last = addDays(today(), daysAhead);
      if (isLocalDate(payload.value) && (payload.value < firstDay || payload.value > last))
        outside(payload, firstDay, last);
    })
    .meta({ formatMinimum: firstDay, 'x-days-ahead': daysAhead });
/** Days of a year, for `day`: days further ahead are typing errors. */
export const aYear = daysOfYear;

/** A moment in UTC, in the same range. */
export const timestamp = () =>
  z.iso
    .datetime()
    .max(40)
    .check((payload) => {
      const at = Date.parse(payload.value);
      if (Number.isNaN(at)) return;
      const last = addDays(today(), furthest);
      // Years beyond four digits have no day to compare.
      const on = Math.abs(at) < 2e14 ? localDate(new Date(at)) : undefined;
      if (on === undefined || on < firstDay || on > last) outside(payload, firstDay, last);
    })
    .meta({ formatMinimum: firstDay, 'x-days-ahead': furthest });

/** A text of one line, such as a title: line breaks become spaces. Ends are added: `oneLine.min(1).max(200)`. */
export const oneLine = z.string().overwrite(inOneLine);

/** A key of a list item, a person's or a group's id. */
export const id = z.string().min(1).max(255);
/** The same, possibly empty: no choice. */
export const idOrNone = z.string().max(255);
/**
 * The `etag` of the view that a form was opened with. Never left out: it would overwrite what its writer has not seen.
 */
export const expected = z.string().min(1).max(64);
/** The same where the view has the time of its latest change. */
export const expectedAt = timestamp();
/** The same where there may be no record yet: `null` for a form that was opened without one. */
export const expectedOrNone = expectedAt.nullable();
/** Time of day in Denmark, `HH:mm`. */
export const timeOfDay = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A link people open: never `javascript:` and the like. */
export const link = z.url({ protocol: /^https$/ }).max(2_000);
/** A boolean in a query. */
export const flag = z.string().max(8).pipe(z.stringbool());
/** Rows to skip before the page. No list is longer. */
export const offset = z.coerce.number().int().min(0).max(10_000_000).default(0);
/** A stage number, from 1. */
export const stageNumber = z.number().int().min(1).max(100);
