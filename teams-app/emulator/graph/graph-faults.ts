import type { Faults } from '../faults.ts';
import { GraphFault } from './errors.ts';
import { jsonType, type Answer } from './http/http.ts';
import type { Route } from './http/route.ts';

const htmlPage = '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

const codes: Readonly<Record<number, [code: string, message: string]>> = {
  400: ['invalidRequest', 'Invalid request'],
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  403: ['accessDenied', 'Access denied'],
  404: ['itemNotFound', 'The resource could not be found.'],
  405: ['BadRequest', 'Specified HTTP method is not allowed for the request target.'],
  406: ['notAcceptable', ''],
  409: ['resourceModified', 'The resource has changed since the caller last read it; usually an eTag mismatch'],
  410: ['resyncRequired', 'Resync required.'],
  411: ['lengthRequired', ''],
  412: ['resourceModified', 'The resource has changed since the caller last read it; usually an eTag mismatch'],
  413: ['invalidRequest', 'The request is too large.'],
  415: ['unsupportedMediaType', ''],
  416: ['invalidRange', 'The specified byte range is invalid or unavailable.'],
  422: ['unprocessableEntity', ''],
  423: ['resourceLocked', 'The resource you are attempting to access is locked'],
  429: ['activityLimitReached', 'The request has been throttled'],
  500: ['generalException', 'An unspecified error has occurred.'],
  502: ['UnknownError', ''],
  503: ['serviceNotAvailable', 'The service is not available.'],
  504: ['UnknownError', ''],
  501: ['notSupported', 'The request is not supported by the system.'],
  507: ['quotaLimitReached', 'The user has reached their quota limit.'],
  509: ['activityLimitReached', 'The bandwidth limit has been exceeded.'],
};

/** How a request fails, and whether it is carried out anyway. */
export interface Strike {
  committed: boolean;
  failure: GraphFault | Answer;
}

/** `Retry-After` by the faults. */
export const retryAfter = (faults: Faults, seconds: number): string =>
  String(faults.graph.retryAfterAbove180 ? 240 : seconds);

function failureOf(faults: Faults, status: number, seconds: number, other?: string): GraphFault {
  const [usual, message] = codes[status] ?? ['generalException', 'An unspecified error has occurred.'];
  const code = other ?? usual;
  const waits = [429, 503, 509].includes(status) && !faults.graph.withoutRetryAfter;
  return new GraphFault(
    status,
    code,
    message,
    waits ? { headers: { 'Retry-After': retryAfter(faults, seconds) } } : {},
  );
}

/** The part of Microsoft 365 that a route belongs to. */
const areaOf = ({ area, path }: Pick<Route, 'area' | 'path'>): string => {
  if (area !== 'sharepoint') return area;
  return /\/drives?(\/|$)/.test(path) ? 'files' : 'lists';
};

/** A success whose JSON ends in the middle; undefined for other answers. */
export function cutShort({ status, headers, body }: Answer): Answer | undefined {
  const isJson = status < 300 && typeof body === 'object' && body !== null && !(body instanceof Uint8Array);
  if (!isJson) return undefined;
  const text = JSON.stringify(body);
  return {
    status,
    headers: { ...headers, 'content-type': jsonType },
    body: Buffer.from(text.slice(0, Math.max(1, Math.floor(text.length / 2)))),
  };
}

/** The fault of this request, if any. Directory and Teams have random ones only. */
export function strikeOn(faults: Faults, route: Pick<Route, 'area' | 'method' | 'path'>): Strike | undefined {
  const { graph } = faults;
  const write = route.method !== 'GET';
  const before = (failure: Strike['failure']): Strike => ({ committed: false, failure });
  if (graph.areaAway !== '' && graph.areaAway === areaOf(route)) return before({ status: 0, reset: true });
  if (faults.strikes(graph.unauthorized, 'unauthorized')) return before(failureOf(faults, 401, 0));
  if (graph.siteLocked && route.area === 'sharepoint') return before(failureOf(faults, 423, 0, 'notAllowed'));
  if (graph.blocked503 && route.area === 'sharepoint') return before(failureOf(faults, 503, 120));
  if (faults.strikes(graph.html502, 'html502')) {
    return before({ status: 502, headers: { 'content-type': 'text/html; charset=utf-8' }, body: htmlPage });
  }
  if (route.area === 'sharepoint' && faults.strikes(graph.otherLimit, 'otherLimit')) {
    return before(failureOf(faults, 429, graph.random.retryAfterSeconds));
  }
  if (write && faults.strikes(graph.commitThen504, 'commitThen504')) {
    return { committed: true, failure: failureOf(faults, 504, 0) };
  }
  if (graph.random.rate <= 0 || faults.random.next() >= graph.random.rate) return undefined;
  const status = faults.random.pick(graph.random.statuses);
  const mayHaveDone = write && (status === 504 || status === 'reset');
  const committed = mayHaveDone && faults.random.next() < 0.5;
  if (status === 'reset') return { committed, failure: { status: 0, reset: true } };
  return { committed, failure: failureOf(faults, status, graph.random.retryAfterSeconds) };
}
