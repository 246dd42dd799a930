import { z } from 'zod';
import type { Instant, LocalDate } from '../kernel/index.ts';
import { isInRange, isLocalDate } from '../kernel/index.ts';
import { dateOutside, momentOutside, notJson, writtenAs } from './wrong-field.ts';

/** How a value is stored in SharePoint: the column facet for Graph, and its conversion to and from JSON. */
export interface Column<Value> {
  /** Graph `columnDefinition` facet, e.g. `{ text: { maxLength: 255 } }`. */
  readonly facet: Readonly<Record<string, unknown>>;
  /** For the docs page and the column's description in SharePoint. */
  readonly describe: string;
  readonly optional: boolean;
  /** Value of a required field that was never set; without it, an unset field is an error of the item. */
  readonly unset?: Value;
  /** Text that people write: never a code or a key, whatever it says. */
  readonly isTyped?: boolean;
  /** Records, by key, whose text is a code or a key all the same. */
  readonly codedIn?: readonly string[];
  /**
   * Schema of a choice or a structured value: an enumeration in it holds codes, any other text is what people write or
   * a key.
   */
  readonly holds?: z.ZodType;
  /** Internal name in SharePoint, when the field's name is reserved there. */
  readonly name?: string;
  /** Value → JSON for Graph. `null` clears the field. Throws AppError('invalid') when it cannot be stored. */
  encode(value: Value): unknown;
  /** JSON from Graph (absent keys come as `undefined`) → value. A `ZodError` sets the item aside. */
  readonly parser: z.ZodType<Value>;
}

/** SharePoint's single-line text cap (characters). */
export const textLimit = 255;
/** Working limit for a multi-line cell; SharePoint's is about 63 K characters. */
export const longTextLimit = 60_000;

const column = <Value>(
  facet: Column<Value>['facet'],
  describe: string,
  parser: z.ZodType<Value>,
  encode: (value: Value) => unknown = (value) => value,
): Column<Value> => ({
  facet,
  describe,
  optional: false,
  encode,
  parser,
});

/** The same column, of what people write. */
export const typed = <Value>(inner: Column<Value>): Column<Value> => ({ ...inner, isTyped: true });

/** The same column, of codes of the program or keys of records, also where it may hold other text. */
export const coded = <Value>(inner: Column<Value>): Column<Value> => ({ ...inner, isTyped: false });

/** The same column, of what people write but for these records. */
export const typedExceptIn = <Value>(codedIn: readonly string[], inner: Column<Value>): Column<Value> => ({
  ...inner,
  isTyped: true,
  codedIn,
});

/** A single line of at most 255 characters, as people write it. */
export const text = (describe: string): Column<string> =>
  typed(column({ text: { maxLength: textLimit } }, describe, z.string().max(textLimit)));

/** Plain text of many lines. An empty text is stored as absent and read back as ''. */
export const longText = (describe: string): Column<string> => ({
  ...typed(column({ text: { allowMultipleLines: true, textType: 'plain' } }, describe, z.string())),
  unset: '',
});

/** A double; whole numbers up to 2^53 are exact. */
export const number = (describe: string): Column<number> => column({ number: {} }, describe, z.number());

/** The largest whole number that views show: kroner, minutes, months. */
export const wholeLimit = 1_000_000_000;

/**
 * A count: 0 to 1,000,000,000, as in the contracts. An item with another value (edited by hand) is set aside before it
 * reaches an answer or a sum.
 */
export const whole = (describe: string): Column<number> =>
  column({ number: {} }, describe, z.number().int().min(0).max(wholeLimit));

/** Never set reads as `false`. */
export const boolean = (describe: string): Column<boolean> => ({
  ...column({ boolean: {} }, describe, z.boolean()),
  unset: false,
});

export const choice = <const Option extends string>(options: readonly Option[], describe: string): Column<Option> => {
  const schema = z.enum(options as readonly [Option, ...Option[]]) as unknown as z.ZodType<Option>;
  const facet = { choice: { choices: [...options], displayAs: 'dropDownMenu', allowTextEntry: false } };
  return { ...column(facet, describe, schema), holds: schema };
};

/** A calendar day of 1900 to 2099. */
export const day = z
  .string()
  .refine(isLocalDate, { abort: true })
  .refine(isInRange, { error: dateOutside }) as unknown as z.ZodType<LocalDate>;

/**
 * A calendar day of 1900 to 2099, stored as text: SharePoint's date-only columns shift with the site's time zone. An
 * item with another year (edited by hand) is set aside.
 */
export const date = (describe: string): Column<LocalDate> => ({
  ...column({ text: { maxLength: 10 } }, describe, day),
  holds: day,
});

/** Written by people to mean "no end". */
const noEnd = '9999-12-31';

/** A last day, absent while there is none: 9999-12-31, written by hand, is none. */
export const lastDate = (describe: string): Column<LocalDate | undefined> => {
  const inner = optional(date(describe));
  return { ...inner, parser: z.preprocess((raw) => (raw === noEnd ? undefined : raw), inner.parser) };
};

/** A moment within a structured value, as text and as a moment. */
export const momentIn = z.iso.datetime({ abort: true }).refine(isInRange, { error: momentOutside });
export const instantIn = momentIn as unknown as z.ZodType<Instant>;

/** A moment of 1900 to 2099, stored as text: SharePoint drops milliseconds. */
export const moment = (describe: string): Column<Instant> => ({
  ...column({ text: { maxLength: 30 } }, describe, instantIn),
  holds: instantIn,
});

/** A text of a fixed form, shown by an example; the program reads days and times out of it. */
const formed = (form: RegExp, example: string, describe: string): Column<string> =>
  typed(
    column(
      { text: { maxLength: textLimit } },
      describe,
      z.string().refine((written) => form.test(written), { error: writtenAs + example }),
    ),
  );

const monthForm = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;
/** Whether a text is a calendar month, `2026-11`. */
export const isMonth = (written: string): boolean => monthForm.test(written);

/** A calendar month, `2026-11`. */
export const month = (describe: string): Column<string> => formed(monthForm, '2026-11', describe);

/** A calendar month, or a whole year. */
export const monthOrYear = (describe: string): Column<string> =>
  formed(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/, '2026-11', describe);

/** A time of day, `09:30`. */
export const timeOfDay = (describe: string): Column<string> => formed(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '09:30', describe);

/** A branded id or key of another record. */
export const id = <Id extends string>(describe: string): Column<Id> =>
  column({ text: { maxLength: textLimit } }, describe, z.string().min(1).max(textLimit) as unknown as z.ZodType<Id>);

/** A day within a structured value. */
export const dayIn = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value) && isInRange(value),
);

/** A last day within a structured value, absent while there is none. */
export const lastDayIn = z.preprocess((value) => (value === noEnd ? undefined : value), dayIn.optional());

/** A structured value as JSON in a multi-line cell, checked by its schema both ways. */
export const json = <Value>(schema: z.ZodType<Value>, describe: string): Column<Value> => ({
  ...column(
    { text: { allowMultipleLines: true, textType: 'plain' } },
    describe,
    z
      .string()
      .transform((raw, context): unknown => {
        try {
          return JSON.parse(raw);
        } catch {
          context.addIssue(notJson);
          return z.NEVER;
        }
      })
      .pipe(schema) as unknown as z.ZodType<Value>,
    (value) => JSON.stringify(value),
  ),
  holds: schema,
});

/**
 * The same column, optional. SharePoint stores no empty text, so an empty one is no value. It is never the default of a
 * required column: an absent long text is not '', an absent boolean not false.
 */
export const optional = <Value>({ unset: _unset, ...inner }: Column<Value>): Column<Value | undefined> => ({
  ...inner,
  optional: true,
  encode: (value) => (value === undefined || value === '' ? null : inner.encode(value)),
  parser: z.preprocess((raw) => (raw === '' ? undefined : raw), inner.parser.optional()),
});

/** The same column under another name in SharePoint, which reserves some (`Description`). */
export const named = <Value>(name: string, inner: Column<Value>): Column<Value> => ({ ...inner, name });
