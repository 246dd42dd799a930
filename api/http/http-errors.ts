import { AppError, TooMany, unexpected } from '../kernel/index.ts';
import type { FieldError } from './field-errors.ts';
import { statusOf } from './error-answer.ts';

/** Not signed in, or an invalid token: 401, the only status without an error kind. */
export class SignInNeeded extends AppError {
  constructor(reason: 'none' | 'refused') {
    super('forbidden', 'access.signIn', { reason });
  }
}

/** Input that does not fit the contract; says which fields and why. A form without its stamp is of an older page. */
export class InvalidInput extends AppError {
  readonly fields: readonly FieldError[];
  constructor(fields: readonly FieldError[]) {
    const isOlder = fields.length > 0 && fields.every(({ path }) => path === 'expected');
    super('invalid', isOlder ? 'http.newVersion' : 'http.invalidInput');
    this.fields = fields;
  }
}

class TooLarge extends AppError {
  constructor() {
    super('invalid', 'http.bodyTooLarge');
  }
}

/** Express and its body parser throw errors with a status and sometimes a type. */
export function asHttpError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return unexpected(thrown);
  if ('type' in thrown && thrown.type === 'entity.too.large') return new TooLarge();
  const status = 'status' in thrown ? Number(thrown.status) : 500;
  return status >= 400 && status < 500 ? new AppError('invalid', 'http.notReadable', {}, thrown) : unexpected(thrown);
}

export const httpStatus = (error: AppError): number => {
  if (error instanceof SignInNeeded) return 401;
  if (error instanceof TooMany) return 429;
  return error instanceof TooLarge ? 413 : statusOf[error.kind];
};
