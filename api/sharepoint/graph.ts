import { ResponseType, type Client } from '@microsoft/microsoft-graph-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAppError, noMeter, waitedFor, type Fetch, type Meter } from '../kernel/index.ts';
import type { CallOptions } from './call-options.ts';
import { graphClient } from './graph-client.ts';
import { asObject, GraphFailure, noAnswer, readFailure, type FailedAnswer } from './graph-failure.ts';
import { traced } from './graph-span.ts';
import type { Lane } from './list-handle.ts';
import { inTurn } from './in-turn.ts';
import { limitedCalls } from './limited-calls.ts';
import { decide, isAmbiguous } from './retry.ts';
import type { UnitBudget } from './unit-budget.ts';
import { unitsOf } from './unit-cost.ts';

/** One page of a collection. The last page of a delta query has `deltaLink`. */
export interface Page {
  value: unknown[];
  nextLink?: string;
  deltaLink?: string;
}

/** The answer of one call: parsed JSON (`undefined` when there is no body) and its headers. */
export interface GraphAnswer {
  status: number;
  body: unknown;
  headers: Headers;
}

/**
 * Microsoft Graph with throttling, time-outs and resource units. Paths begin after the version (`/sites/{id}/lists`); a
 * full `https://graph.microsoft.com/v1.0/…` link is accepted too. The caller percent-encodes filters (`odataText`).
 * Answers are unknown JSON: parse them at the door. Every call throws GraphFailure (an AppError).
 */
export interface Graph {
  get(path: string, options?: CallOptions): Promise<unknown>;
  post(path: string, body?: unknown, options?: CallOptions): Promise<unknown>;
  patch(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  /** JSON, or bytes with their own `Content-Type`. */
  put(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  delete(path: string, options?: CallOptions): Promise<void>;
  /** Follows `@odata.nextLink` to the end. */
  pages(path: string, options?: CallOptions): AsyncGenerator<Page, void, undefined>;
  /** As the others, with status and headers; redirects are returned, not followed. */
  call(method: Method, path: string, body: unknown, options?: CallOptions): Promise<GraphAnswer>;
  readonly budget: UnitBudget;
}
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface GraphSettings {
  fetch: Fetch;
  /** `refused`: a token that Graph did not accept; another is given. */
  accessToken: (refused?: string) => Promise<string>;
  budget: UnitBudget;
  /** `NONISV|Organisation|Application/1.0`: traffic without it has lower priority at SharePoint. */
  userAgent: string;
  /**
   * Reports a background-lane call that a person waits for: a fault of ours. It runs in the interactive lane instead of
   * taking minutes.
   */
  onWaitedFor?: (what: string, call: string) => void;
  meter?: Meter;
  /** For tests: the wait before a retry. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

const patience: Record<Lane, { totalMs: number; attemptMs: number }> = {
  interactive: { totalMs: 8_000, attemptMs: 8_000 },
  background: { totalMs: 300_000, attemptMs: 60_000 },
};

export function createGraph(settings: GraphSettings): Graph {
  const { budget, meter = noMeter, wait = (milliseconds) => untilStopped(milliseconds, budget.stopped) } = settings;
  const client = graphClient(settings.fetch, () => settings.accessToken(), settings.userAgent);
  const limited = limitedCalls(budget.stopped);
  const laneOf = (method: Method, path: string, { lane = 'interactive' }: CallOptions): Lane => {
    const waited = lane === 'background' ? waitedFor() : undefined;
    if (!waited) return lane;
    settings.onWaitedFor?.(waited.what, `${method} ${path.split('?')[0]}`);
    return 'interactive';
  };

  const call = traced<Method, CallOptions, GraphAnswer>(async (method, path, body, options = {}) => {
    const { turns } = options;
    const lane = laneOf(method, path, options);
    const limits = patience[lane];
    const units = unitsOf(method, path);
    const began = performance.now();
    const totalMs = options.patienceMs ?? limits.totalMs;
    let mayHaveLanded = false;
    let throttledWithoutLimit = 0;
    let refusedToken: string | undefined;
    for (let attempts = 1; ; attempts += 1) {
      const { token, problem: noToken } = await tokenFrom(() => settings.accessToken(refusedToken));
      const outcome =
        noToken ??
        (await inTurn<Outcome>(
          budget,
          { lane, units, patienceMs: totalMs - (performance.now() - began), turns },
          async () => {
            const sentAt = performance.now();
            const given = await limited(Math.min(limits.attemptMs, totalMs), (signal) =>
              attempt(client, method, path, body, options.headers ?? {}, signal),
            );
            const { status } = 'answer' in given ? given.answer : given.failed;
            meter.graphCall(lane, status, units, (performance.now() - sentAt) / 1_000);
            return given;
          },
        ));
      if ('answer' in outcome) {
        noteLimit(budget, outcome.answer.headers);
        return outcome.answer;
      }
      const { failed, headers } = outcome;
      noteLimit(budget, headers);
      // Nothing was done; the first refusal may be the token's alone.
      if (failed.status === 401 && refusedToken === undefined) {
        refusedToken = token;
        continue;
      }
      mayHaveLanded ||= !noToken && (failed.status === 503 || isAmbiguous(failed.status));
      const plain429 = failed.status === 429 && !headers?.has('ratelimit-limit');
      throttledWithoutLimit = plain429 ? throttledWithoutLimit + 1 : 0;
      const decision = decide({
        method,
        status: failed.status,
        ...(headers ? { headers } : {}),
        graphCode: failed.graphCode,
        attempts,
        throttledWithoutLimit,
        hasQueryShape: /\$(filter|orderby)=/i.test(path),
        repeatable: (options.repeatable ?? false) || noToken !== undefined,
        patienceMs: totalMs - (performance.now() - began),
      });
      if (decision.pauseAll)
        budget.pause(Number(headers?.get('ratelimit-reset') ?? headers?.get('retry-after') ?? 1) || 1);
      if (decision.do === 'giveUp') throw new GraphFailure(method, path, failed, mayHaveLanded, decision.queryShape);
      if (!budget.stopped.aborted) await wait(decision.afterMs);
      if (budget.stopped.aborted) throw new GraphFailure(method, path, failed, mayHaveLanded);
    }
  });

  return {
    budget,
    call,
    get: async (path, options) => (await call('GET', path, undefined, options)).body,
    post: async (path, body, options) => (await call('POST', path, body, options)).body,
    patch: async (path, body, options) => (await call('PATCH', path, body, options)).body,
    put: async (path, body, options) => (await call('PUT', path, body, options)).body,
    delete: async (path, options) => void (await call('DELETE', path, undefined, options)),
    async *pages(path, options) {
      for (let next: string | undefined = path; next !== undefined;) {
        const answer: GraphAnswer = await call('GET', next, undefined, options);
        const page = readPage(answer.body);
        yield page;
        next = page.nextLink;
      }
    },
  };
}

function readPage(body: unknown): Page {
  const page = asObject(body) ?? {};
  const nextLink = page['@odata.nextLink'];
  const deltaLink = page['@odata.deltaLink'];
  return {
    value: Array.isArray(page.value) ? page.value : [],
    ...(typeof nextLink === 'string' ? { nextLink } : {}),
    ...(typeof deltaLink === 'string' ? { deltaLink } : {}),
  };
}

type Outcome = { answer: GraphAnswer } | { failed: FailedAnswer; headers?: Headers };

const untilStopped = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** A temporary failure to get a token counts as no answer; a refused credential is thrown. */
async function tokenFrom(
  ask: () => Promise<string>,
): Promise<{ token?: string; problem?: { failed: FailedAnswer; headers?: never } }> {
  try {
    return { token: await ask() };
  } catch (cause) {
    if (asAppError(cause).kind !== 'unavailable') throw cause;
    return { problem: { failed: noAnswer(cause) } };
  }
}

async function attempt(
  client: Client,
  method: Method,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const request = client
      .api(path)
      .responseType(ResponseType.RAW)
      .headers({ ...headers })
      .option('signal', signal);
    const response = await send(request, method, body);
    const text = await response.text();
    if (response.status >= 400)
      return { failed: readFailure(response.status, text, response.headers), headers: response.headers };
    return readAnswer(response, text);
  } catch (cause) {
    return { failed: noAnswer(cause) };
  }
}

type Request = ReturnType<Client['api']>;
function send(request: Request, method: Method, body: unknown): Promise<Response> {
  switch (method) {
    case 'GET':
      return request.get() as Promise<Response>;
    case 'POST':
      return request.post(body ?? {}) as Promise<Response>;
    case 'PATCH':
      return request.patch(body) as Promise<Response>;
    case 'PUT':
      return request.put(body) as Promise<Response>;
    case 'DELETE':
      return request.delete() as Promise<Response>;
  }
}

/** A success whose body is neither JSON nor empty is a gateway's page: counts as no answer. */
function readAnswer(response: Response, text: string): Outcome {
  const { status, headers } = response;
  if (text === '' || status === 304 || status === 302) return { answer: { status, body: undefined, headers } };
  try {
    return { answer: { status, body: JSON.parse(text) as unknown, headers } };
  } catch {
    return { failed: { status: 502, graphCode: '', message: 'not JSON', innerCodes: [] }, headers };
  }
}

function noteLimit(budget: UnitBudget, headers: Headers | undefined): void {
  const remaining = headers?.get('ratelimit-remaining');
  const reset = headers?.get('ratelimit-reset');
  if (remaining && reset) budget.correct({ remaining: Number(remaining), resetSeconds: Number(reset) });
}

/** A text as an OData literal, percent-encoded for `$filter`: the client does not encode. */
export const odataText = (text: string): string => encodeURIComponent(`'${text.replaceAll("'", "''")}'`);
