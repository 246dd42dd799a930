import type { ErrorAnswer } from '../../../api/http/contract.ts';

/** The API's six kinds, and two of the client's own. */
export type ApiErrorKind = ErrorAnswer['error']['kind'] | 'offline' | 'signIn';
export type FieldError = NonNullable<ErrorAnswer['error']['fields']>[number];

/** The API's refusal, worded in the reader's language, or a transport failure. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly code: string;
  readonly fields: readonly FieldError[];
  readonly details: Readonly<Record<string, string | number>>;
  /** For support to find it in the log. */
  readonly requestId: string | undefined;
  /** Back-off requested by the API's rate limit. */
  readonly waitMilliseconds: number | undefined;

  constructor(
    kind: ApiErrorKind,
    given: {
      code?: string;
      message?: string;
      fields?: readonly FieldError[] | undefined;
      details?: Readonly<Record<string, string | number>>;
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
    this.details = given.details ?? {};
    this.requestId = given.requestId;
    this.waitMilliseconds = given.waitMilliseconds;
  }

  /** Whether a retry may succeed. */
  get mayPass(): boolean {
    return this.kind === 'unavailable' || this.kind === 'offline';
  }
}

/** Whether what was asked for is gone, or gone for this reader: an earlier answer must not be shown either. */
export const isGone = (error: unknown): error is ApiError =>
  error instanceof ApiError && /missing|forbidden/.test(error.kind);

function isErrorAnswer(body: unknown): body is ErrorAnswer {
  const { error } = (body ?? {}) as { error?: { kind?: unknown; message?: unknown } | null };
  return error?.kind !== undefined && error.message !== undefined;
}

/** Headers of a response that add to its body. */
export interface AnswerHeaders {
  requestId?: string | undefined;
  /** Seconds, as in `Retry-After`. */
  retryAfter?: string | undefined;
}

/** The error of a failed response; a proxy's page has no body of ours. */
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
