import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { World } from '../world.ts';
import { checkAccess } from './access.ts';
import { asFault, badRequest, clashAs, errorBody, GraphFault, UniqueClash, type ErrorContext } from './errors.ts';
import { cutShort, retryAfter, strikeOn } from './graph-faults.ts';
import type { Answer } from './http/http.ts';
import { normalise } from './http/paths.ts';
import { parseQuery } from './http/query.ts';
import { createRouter, type Call, type Caller, type Match, type Route } from './http/route.ts';
import { createThrottle } from './throttle.ts';

export interface Ask {
  caller: Caller;
  method: string;
  /** Path below the version and query, as it came. */
  target: string;
  headers: IncomingHttpHeaders;
  bytes: Uint8Array;
  context: ErrorContext;
}
export type Pipeline = (ask: Ask) => Promise<Answer>;

function parseBody(headers: IncomingHttpHeaders, bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0 || !/json/i.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

const asAnswer = (failure: GraphFault | Answer, context: ErrorContext): Answer =>
  failure instanceof GraphFault
    ? { status: failure.status, headers: failure.headers, body: errorBody(failure, context) }
    : failure;

/** A request from route to answer: cost, throttling, faults, permission, handler. Also for batch parts. */
export function createPipeline(world: World, routes: readonly Route[]): Pipeline {
  const router = createRouter(routes);
  const throttle = createThrottle();

  function match(ask: Ask, pathname: string): Match & { token?: string } {
    const { segments, token } = normalise(pathname);
    const found = router(ask.method, segments);
    if (!found) throw badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
    if (found === 'method')
      throw new GraphFault(405, 'BadRequest', 'Specified HTTP method is not allowed for the request target.');
    return { ...found, ...(token === undefined ? {} : { token }) };
  }

  function refuse(route: Route, ask: Ask, cost: number) {
    const { licences } = world.faults.graph;
    return throttle.charge({
      area: route.area,
      app: ask.caller.clientId,
      cost,
      write: ask.method !== 'GET',
      licences,
      people: world.directory.size(),
    });
  }

  async function run(ask: Ask, call: Call, found: Match): Promise<Answer> {
    checkAccess(world, ask.caller, found);
    return found.route.run(call);
  }

  return async (ask) => {
    const split = ask.target.indexOf('?');
    const pathname = split < 0 ? ask.target : ask.target.slice(0, split);
    let template = 'unknown';
    let cost = 0;
    let extra: Record<string, string> = {};
    const answered = async (): Promise<Answer> => {
      const found = match(ask, pathname);
      const { route, params, token } = found;
      template = `${route.method} ${route.path}`;
      const strict = world.faults.graph.strictDollar;
      const query = parseQuery(split < 0 ? '' : ask.target.slice(split), strict);
      const call: Call = {
        world,
        caller: ask.caller,
        method: ask.method,
        path: pathname,
        params,
        query: token === undefined ? query : parseQuery(`token=${encodeURIComponent(token)}`),
        headers: ask.headers,
        body: parseBody(ask.headers, ask.bytes),
        bytes: ask.bytes,
      };
      cost = typeof route.cost === 'number' ? route.cost : route.cost(call);
      const verdict = refuse(route, ask, cost);
      extra = verdict.headers;
      if (verdict.retryAfter !== undefined) {
        const wait = retryAfter(world.faults, verdict.retryAfter);
        const headers: Record<string, string> = world.faults.graph.withoutRetryAfter ? {} : { 'Retry-After': wait };
        const code = verdict.code ?? 'TooManyRequests';
        throw new GraphFault(429, code, 'The request has been throttled', { headers });
      }
      const strike = strikeOn(world.faults, route);
      if (!strike) {
        const answer = await run(ask, call, found);
        const isCut = world.faults.strikes(world.faults.graph.truncated, 'truncated');
        return (isCut ? cutShort(answer) : undefined) ?? answer;
      }
      if (strike.committed) await run(ask, call, found);
      return asAnswer(strike.failure, ask.context);
    };
    const answer = await answered().catch((thrown: unknown) => {
      const error = thrown instanceof UniqueClash ? clashAs(world.faults.graph.uniqueClash) : asFault(thrown);
      if (error instanceof GraphFault) return asAnswer(error, ask.context);
      throw error;
    });
    world.stats.graph(template, ask.caller.clientId, cost, answer.status);
    return { ...answer, headers: { ...extra, ...answer.headers } };
  };
}

export const newContext = (clientRequestId: string | undefined): ErrorContext => {
  const requestId = randomUUID();
  return { requestId, clientRequestId: clientRequestId ?? requestId };
};
