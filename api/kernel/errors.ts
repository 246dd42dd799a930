/**
 * Six kinds decide the HTTP status and the card's tone, each in one place; codes belong to features and map to texts.
 */
export type ErrorKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unavailable' | 'unexpected';

/** Values that fill the text of an error code, and for `invalid` the field it belongs to. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error the reader can act on. `code` is a text key under `errors.`, e.g. `policy.numberTaken`. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(kind: ErrorKind, code: string, details: ErrorDetails = {}, cause?: unknown) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export const invalid = (code: string, details?: ErrorDetails) => new AppError('invalid', code, details);
export const forbidden = (code: string, details?: ErrorDetails) => new AppError('forbidden', code, details);
export const missing = (code: string, details?: ErrorDetails) => new AppError('missing', code, details);
export const conflict = (code: string, details?: ErrorDetails) => new AppError('conflict', code, details);
/** A dependency is unavailable for now; the same request may succeed later. */
export const unavailable = (code: string, details?: ErrorDetails, cause?: unknown) =>
  new AppError('unavailable', code, details, cause);

/**
 * Rate limit exceeded: 429, nothing was done. The same request may succeed after the given seconds. `conflict` where
 * the wait is too long for automatic retries.
 */
export class TooMany extends AppError {
  readonly seconds: number;
  constructor(
    seconds: number,
    {
      code = 'http.tooMany',
      kind = 'unavailable',
      ...details
    }: { code?: string; kind?: 'unavailable' | 'conflict' } & ErrorDetails = {},
  ) {
    super(kind, code, { ...details, seconds });
    this.seconds = seconds;
  }
}

/** Wraps a fault in our own code or an unforeseen answer. Only this kind raises an alarm. */
export const unexpected = (cause: unknown) => new AppError('unexpected', 'unexpected', {}, cause);

/** Whether an act was refused: nothing of it was done. After any other failure the outcome is unknown. */
export const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.kind !== 'unavailable' && thrown.kind !== 'unexpected';

export const asAppError = (thrown: unknown): AppError => (thrown instanceof AppError ? thrown : unexpected(thrown));

/**
 * A failure for the log: its kind and code with what Microsoft 365 answered, or where a fault of ours happened. Never
 * its message, which may hold what a person wrote.
 */
export function failureWords(thrown: unknown): string {
  if (thrown instanceof AppError) {
    const { status, graphCode } = thrown.details;
    return [thrown.kind, thrown.code, status, graphCode].filter((word) => word !== undefined && word !== '').join(' ');
  }
  if (!(thrown instanceof Error)) return typeof thrown;
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [thrown.name, ...frames.slice(0, 4).map((frame) => frame.trim())].join(' < ');
}
