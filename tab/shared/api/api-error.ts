import type { ErrorAnswer } from '../../../api/http/contract.ts';

/** The API's six kinds, and the two that only a client meets. */
export type ApiErrorKind = ErrorAnswer['error']['kind'] | 'offline' | 'signIn';
export type FieldError = NonNullable<ErrorAnswer['error']['fields']>[number];

/** A refusal as the API words it in the reader's language, or a failure on the way there. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly code: string;
  readonly fields: readonly FieldError[];
  /** What support searches the log for. */
  readonly requestId: string | undefined;
  /** How long the API asked to be left alone, when it was asked too often. */
  readonly waitMilliseconds: number | undefined;

  constructor(
    kind: ApiErrorKind,
    given: {
      code?: string;
      message?: string;
      fields?: readonly FieldError[] | undefined;
      requestId?: string | undefined;
      waitMilliseconds?: number | undefined;
    } = {},
    cause?: unknown,
  ) {
    super(given.message ?? '', cause === undefined ? undefined : { cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.code = given.code ?? kind;
    this.fields = given.fields ?? [];
    this.requestId = given.requestId;
    this.waitMilliseconds = given.waitMilliseconds;
  }

  /** Whether the same request may succeed later. */
  get mayPass(): boolean {
    return this.kind === 'unavailable' || this.kind === 'offline';
  }
}

const isErrorAnswer = (body: unknown): body is ErrorAnswer =>
  typeof body === 'object' &&
  body !== null &&
  'error' in body &&
  typeof body.error === 'object' &&
  body.error !== null &&
  'kind' in body.error &&
  'message' in body.error;

/** The headers of an answer that say more than its body. */
export interface AnswerHeaders {
  requestId?: string | undefined;
  /** Seconds, as `Retry-After` says them. */
  retryAfter?: string | undefined;
}

/** What an answer that is no success means; a proxy's page in between has no body of ours. */
export function errorOf(status: number, body: unknown, { requestId, retryAfter }: AnswerHeaders): ApiError {
  const waitMilliseconds = status === 429 ? waitOf(retryAfter) : undefined;
  if (isErrorAnswer(body)) return new ApiError(body.error.kind, { ...body.error, waitMilliseconds });
  return new ApiError(status === 401 ? 'signIn' : kindOf(status), { requestId, waitMilliseconds });
}

const usualWaitSeconds = 10;
const longestWaitSeconds = 300;

function waitOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter ?? usualWaitSeconds);
  return Math.min(Number.isFinite(seconds) && seconds > 0 ? seconds : usualWaitSeconds, longestWaitSeconds) * 1_000;
}

function kindOf(status: number): ApiErrorKind {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  return status === 429 || status >= 502 ? 'unavailable' : 'unexpected';
}
