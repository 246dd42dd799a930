import type { z } from 'zod';

/** What may be wrong with a hand-edited field; each has a text. */
export type Wrong =
  | 'empty'
  | 'tooLong'
  | 'choice'
  | 'date'
  | 'dateOutside'
  | 'moment'
  | 'momentOutside'
  | 'notBefore'
  | 'form'
  | 'keyCharacters'
  | 'number'
  | 'notJson'
  | 'insideJson'
  | 'twice'
  | 'wrongType';

/** One field of an item that does not parse. */
export interface WrongField {
  /** Internal name of the column. */
  column: string;
  wrong: Wrong;
  /**
   * In JSON: where, e.g. `0.name`. For a choice: the allowed values. For a text: the most characters. For a day that
   * comes too late: the title of the column that it precedes. For a text of a fixed form: an example.
   */
  hint?: string;
}

type Issue = z.core.$ZodIssue;

/** Describes a parser's finding. `raw` is SharePoint's value, `undefined` when the field is empty. */
export function wrongField(column: string, issue: Issue, raw: unknown): WrongField {
  const because = (wrong: Wrong, hint?: string): WrongField => ({ column, wrong, ...(hint ? { hint } : {}) });
  if (issue.path.length > 0) return because('insideJson', issue.path.map(String).join('.'));
  if (issue.code === 'invalid_value') return because('choice', issue.values.map(String).join(', '));
  if (raw === undefined || raw === '') return because('empty');
  const isOutOfRange = issue.code === 'too_small' || issue.code === 'too_big';
  if (typeof raw === 'number' && isOutOfRange) return because('number');
  switch (issue.code) {
    case 'too_small':
      return because('empty');
    case 'too_big':
      return because('tooLong', String(issue.maximum));
    case 'invalid_format':
      return because('moment');
    case 'custom':
      return because(customOf(issue.message), formOf(issue.message));
    case 'invalid_type':
      return because(wrongTypeOf(issue.expected));
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return because('wrongType');
  }
}

function customOf(message: string): Wrong {
  if (message === notJson) return 'notJson';
  if (message === dateOutside) return 'dateOutside';
  if (message === momentOutside) return 'momentOutside';
  return message.startsWith(writtenAs) ? 'form' : 'date';
}

/** Parsers other than text and number are structured values. */
function wrongTypeOf(expected: string): Wrong {
  if (expected === 'number' || expected === 'int') return 'number';
  return expected === 'array' || expected === 'object' ? 'insideJson' : 'wrongType';
}

/** Parser messages of a day and a moment that are mistyped: year 1, or 9999. */
export const dateOutside = 'outside 1900 to 2099';
export const momentOutside = 'a moment outside 1900 to 2099';
/** Parser message of a text of a fixed form, with an example: `written as 2026-11`. */
export const writtenAs = 'written as ';
const formOf = (message: string): string | undefined =>
  message.startsWith(writtenAs) ? message.slice(writtenAs.length) : undefined;
/** Parser message of a structured column for text that is not JSON. */
export const notJson = 'not JSON';
