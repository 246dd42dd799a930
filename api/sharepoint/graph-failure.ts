import { AppError } from '../kernel/index.ts';
import { waitAsked } from './retry.ts';
import { classOf } from './status-table.ts';

/** What is known of a failed call. `status` 0: no answer (reset, deadline, no route). */
export interface FailedAnswer {
  status: number;
  /** Graph's error code, '' when there was none (an HTML page of a gateway, an empty body). */
  graphCode: string;
  message: string;
  /** Inner error codes, outermost first. */
  innerCodes: readonly string[];
  requestId?: string;
  /** Of a 410: where to start anew. */
  location?: string;
  /** The wait that the service asks for. */
  secondsAsked?: number;
}

const shape = { kind: 'unexpected', code: 'queryShape' } as const;

/** A failed Graph call, as an AppError with a code under `sharepoint.` (status-table.ts). */
export class GraphFailure extends AppError {
  readonly answer: FailedAnswer;
  /** An attempt may have been carried out though no success was returned. */
  readonly mayHaveLanded: boolean;

  constructor(method: string, path: string, answer: FailedAnswer, mayHaveLanded: boolean, queryShape = false) {
    const { kind, code } = queryShape ? shape : classOf(method, path, answer.status, answer.graphCode);
    super(
      kind,
      `sharepoint.${code}`,
      { status: answer.status, graphCode: answer.graphCode },
      `${method} ${path}: ${describe(answer)}`,
    );
    this.name = 'GraphFailure';
    this.answer = answer;
    this.mayHaveLanded = mayHaveLanded;
  }
}

/** Whether an error is a Graph failure with one of the codes (without `sharepoint.`). */
export const failedAs = (thrown: unknown, ...codes: string[]): thrown is GraphFailure =>
  thrown instanceof GraphFailure && codes.some((code) => thrown.code === `sharepoint.${code}`);

const describe = ({ status, graphCode, innerCodes, message, requestId }: FailedAnswer): string =>
  [`status ${status}`, graphCode, ...innerCodes, message.slice(0, 300), requestId && `request-id ${requestId}`]
    .filter(Boolean)
    .join(', ');

/**
 * Reads the error envelope from any body: JSON, an HTML page, nothing. `innerError` may be nested and spelled either
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
  const asked = waitAsked(headers);
  return {
    status,
    graphCode: textIn(error, 'code') ?? '',
    message: textIn(error, 'message') ?? '',
    innerCodes,
    ...(requestId === undefined ? {} : { requestId }),
    ...(location === undefined ? {} : { location }),
    ...(asked === undefined ? {} : { secondsAsked: asked / 1_000 }),
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

/** A JSON object as a record, else undefined. */
export const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

/** No answer: reset, deadline, no route. */
export const noAnswer = (cause: unknown): FailedAnswer => ({
  status: 0,
  graphCode: '',
  message: cause instanceof Error ? `${cause.name} ${cause.message}` : 'no answer',
  innerCodes: [],
});
