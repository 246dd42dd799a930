import { AppError, type ErrorKind } from '../kernel/index.ts';

/** What is known of an answer that was no success. `status` 0: no answer at all (reset, deadline, no route). */
export interface FailedAnswer {
  status: number;
  /** Error code of Graph's envelope, '' when there was none (an HTML page of a gateway, an empty body). */
  graphCode: string;
  message: string;
  /** Inner error codes, outermost first. */
  innerCodes: readonly string[];
  requestId?: string;
  /** Of a 410: where a fresh start begins. */
  location?: string;
}

/**
 * A Graph call that did not succeed, as an AppError with a code under `sharepoint.`:
 * away (unavailable) · queryShape, noAccess, badToken, refused (unexpected: a fault of set-up or of ours) · itemGone
 * (missing) · changedMeanwhile, notUnique, nameTaken (conflict) · resyncRequired (conflict) · full (unavailable).
 */
export class GraphFailure extends AppError {
  readonly answer: FailedAnswer;
  /** An attempt of this call may have been carried out though no success came back. */
  readonly mayHaveLanded: boolean;

  constructor(method: string, path: string, answer: FailedAnswer, mayHaveLanded: boolean, queryShape = false) {
    const [kind, code] = queryShape ? (['unexpected', 'sharepoint.queryShape'] as const) : classOf(answer);
    super(kind, code, { status: answer.status, graphCode: answer.graphCode }, `${method} ${path}: ${describe(answer)}`);
    this.name = 'GraphFailure';
    this.answer = answer;
    this.mayHaveLanded = mayHaveLanded;
  }
}

/** Whether something thrown is a Graph failure with one of the codes (without `sharepoint.`). */
export const failedAs = (thrown: unknown, ...codes: string[]): thrown is GraphFailure =>
  thrown instanceof GraphFailure && codes.some((code) => thrown.code === `sharepoint.${code}`);

/** Only the message tells a unique clash: the service names neither the column nor a code of its own. */
const uniqueClash = /unique constraints?/i;

function classOf(answer: FailedAnswer): readonly [ErrorKind, string] {
  switch (answer.status) {
    case 400:
      return uniqueClash.test(answer.message)
        ? ['conflict', 'sharepoint.notUnique']
        : ['unexpected', 'sharepoint.refused'];
    case 401:
      return ['unexpected', 'sharepoint.badToken'];
    case 403:
      return ['unexpected', 'sharepoint.noAccess'];
    case 404:
      return ['missing', 'sharepoint.itemGone'];
    case 409:
      return answer.graphCode === 'nameAlreadyExists'
        ? ['conflict', 'sharepoint.nameTaken']
        : ['conflict', 'sharepoint.changedMeanwhile'];
    case 410:
      return ['conflict', 'sharepoint.resyncRequired'];
    case 412:
      return ['conflict', 'sharepoint.changedMeanwhile'];
    case 423:
      return ['conflict', 'sharepoint.locked'];
    case 507:
      return ['unavailable', 'sharepoint.full'];
    default:
      return answer.status === 0 || answer.status === 429 || answer.status >= 500
        ? ['unavailable', 'sharepoint.away']
        : ['unexpected', 'sharepoint.refused'];
  }
}

const describe = ({ status, graphCode, innerCodes, message, requestId }: FailedAnswer): string =>
  [`status ${status}`, graphCode, ...innerCodes, message.slice(0, 300), requestId && `request-id ${requestId}`]
    .filter(Boolean)
    .join(', ');

/**
 * Reads the error envelope, whatever came: JSON, an HTML page, nothing. `innerError` may be nested and spelled either
 * way.
 */
export function readFailure(status: number, body: string, headers: Headers): FailedAnswer {
  const error = envelope(body);
  const innerCodes: string[] = [];
  let inner = asObject(error?.innerError ?? error?.innererror);
  const requestId = textIn(inner, 'request-id') ?? headers.get('request-id') ?? undefined;
  for (let depth = 0; inner && depth < 5; depth += 1) {
    const code = textIn(inner, 'code');
    if (code) innerCodes.push(code);
    inner = asObject(inner.innerError ?? inner.innererror);
  }
  const location = headers.get('location') ?? undefined;
  return {
    status,
    graphCode: textIn(error, 'code') ?? '',
    message: textIn(error, 'message') ?? '',
    innerCodes,
    ...(requestId === undefined ? {} : { requestId }),
    ...(location === undefined ? {} : { location }),
  };
}

function envelope(body: string): Record<string, unknown> | undefined {
  try {
    return asObject(asObject(JSON.parse(body))?.error);
  } catch {
    return undefined;
  }
}

const textIn = (object: Record<string, unknown> | undefined, name: string): string | undefined => {
  const value = object?.[name];
  return typeof value === 'string' ? value : undefined;
};

/** A JSON object as a table of unknowns, or nothing. */
export const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
