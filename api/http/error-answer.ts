import type { Translate } from '../context.ts';
import type { AppError, ErrorDetails, ErrorKind } from '../kernel/index.ts';
import type { ErrorAnswer } from './contract.ts';
import type { FieldError } from './field-errors.ts';
import { errorTextIfThere } from '../texts/translate.ts';

/** Maps an error's kind to its HTTP status. */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unavailable: 503,
  unexpected: 500,
};

/** The text of a code in the reader's language; a code without one uses its kind's. */
export const errorText = (texts: Translate, code: string, details: ErrorDetails, kind: ErrorKind): string =>
  errorTextIfThere(texts, code, details) ?? texts(`errors.kinds.${kind}`);

/** The error answer: what is wrong and what to do, never a stack or another system's message. */
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
