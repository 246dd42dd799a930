import type { Translate } from '../context.ts';
import type { AppError, ErrorDetails, ErrorKind } from '../kernel/index.ts';
import type { ErrorAnswer } from './contract.ts';
import type { FieldError } from './field-errors.ts';
import { textIfThere } from '../texts/translate.ts';

/** The one place where a kind of error becomes an HTTP status. */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
  unexpected: 500,
};

/** The sentence of a code in the reader's language; a code without one falls back to its kind's. */
export function errorText(texts: Translate, code: string, details: ErrorDetails, kind: ErrorKind): string {
  return textIfThere(texts, `errors.${code}`, details) ?? texts(`errors.kinds.${kind}`);
}

/** What the reader gets for an error: what is wrong and what to do, never a stack or another system's words. */
export function errorAnswerOf(
  error: AppError,
  texts: Translate,
  requestId: string,
  fields: readonly FieldError[] = [],
): ErrorAnswer {
  const { field, ...details } = error.details;
  const message = errorText(texts, error.code, details, error.kind);
  const named = typeof field === 'string' ? [{ path: field, code: error.code, message }] : [];
  const shown = fields.map(({ path, code, values }) => ({
    path,
    code,
    message: errorText(texts, code, values, 'invalid'),
  }));
  const all = [...named, ...shown];
  return {
    error: {
      kind: error.kind,
      code: error.code,
      message,
      details,
      requestId,
      ...(all.length === 0 ? {} : { fields: all }),
    },
  };
}
