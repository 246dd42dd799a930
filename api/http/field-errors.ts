import { z } from 'zod';
import type { ErrorDetails } from '../kernel/index.ts';

type Issue = z.core.$ZodIssue;

/** Error of one field: a text key under `errors.` and the values of its text. */
export interface FieldError {
  path: string;
  code: string;
  values: ErrorDetails;
}

export const fieldErrors = (issues: readonly Issue[]): FieldError[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: 'fields.unknown', values: {} }))
      : [{ path: issue.path.join('.'), ...what(issue) }],
  );

function what(issue: Issue): Omit<FieldError, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { code: 'fields.required', values: {} } : { code: 'fields.wrong', values: {} };
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'fields.tooLong' : 'fields.tooLarge',
        values: { maximum: Number(issue.maximum) },
      };
    case 'invalid_format':
      return { code: isDate(issue.format) ? 'fields.date' : 'fields.format', values: {} };
    case 'invalid_value':
      return { code: 'fields.choice', values: {} };
    case 'custom':
      return said(issue.params) ?? { code: 'fields.wrong', values: {} };
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { code: 'fields.wrong', values: {} };
  }
}

/** Message of our own checks (`input.ts`). */
const ownWords = z.object({ code: z.string(), values: z.record(z.string(), z.string()) });
const said = (params: unknown) => ownWords.safeParse(params).data;

const isDate = (format: string) => format === 'date' || format === 'datetime';

function tooSmall(origin: string, minimum: number): Omit<FieldError, 'path'> {
  if (origin !== 'string') return { code: 'fields.tooSmall', values: { minimum } };
  return minimum <= 1 ? { code: 'fields.required', values: {} } : { code: 'fields.tooShort', values: { minimum } };
}
