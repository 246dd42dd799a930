import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Log } from '../../api/context.ts';
import { routeAsked } from '../../api/http/index.ts';
import { noMeter, noTracer, inTrace, type Meter, type Tracer } from '../../api/kernel/index.ts';
import { listChangesPath } from '../../api/sharepoint/index.ts';
import type { Health } from './health.ts';
import type { Ready } from './readiness.ts';
import { securityHeaders } from './security-headers.ts';
import { tabFiles } from './tab-files.ts';

export interface Doors {
  health(): Promise<Health>;
  ready(): Ready;
  /** Resolves when what other instances have written before a request is known here. Absent: there are none. */
  caughtUp?: (() => Promise<void>) | undefined;
  /** `POST /api/messages`, authenticated by the channel's token. */
  messages: RequestHandler;
  api: Router;
  /** `POST /api/list-changes/<name>`, from Microsoft Graph. */
  listChanges: RequestHandler;
  /** `GET /calendar/<secret>.ics`. */
  calendar: RequestHandler;
  /** `GET /figures-feed/<secret>.json`. */
  figuresFeed: RequestHandler;
  /** The app's deep link, for a tab opened outside Teams. */
  openInTeams: string;
  /** The desk's control API and host page; absent on a real tenant. */
  desk?: Router;
}

const tabFolder = join(import.meta.dirname, '..', '..', 'dist', 'tab');

/** The program's HTTP server. */
export function createWeb(
  { health, ready, caughtUp, messages, listChanges, api, calendar, figuresFeed, openInTeams, desk }: Doors,
  log: Log,
  { meter = noMeter, tracer = noTracer }: { meter?: Meter; tracer?: Tracer } = {},
): Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('query parser', 'simple');
  web.use(securityHeaders(desk !== undefined));
  web.use(observed(meter, tracer));
  web.get('/api/health', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await health());
  });
  web.get('/api/ready', (request, response) => {
    const now = ready();
    const isTaken =
      now.status === 'ready' || (now.code === 'cachedPlans' && request.query['cachedPlans'] === 'allowed');
    response
      .set('Cache-Control', 'no-store')
      .status(isTaken ? 200 : 503)
      .json(now);
  });
  if (caughtUp)
    web.use(['/api', '/calendar', '/figures-feed'], (_request, _response, next) => void caughtUp().then(() => next()));
  web.post('/api/messages', messages);
  web.post(`${listChangesPath}/:name`, listChanges);
  web.get('/calendar/:file', calendar);
  web.get('/figures-feed/:file', figuresFeed);
  web.use(api);
  web.use('/tab', tabFiles(tabFolder, openInTeams));
  if (desk) web.use(desk);
  else web.get('/', (_request, response) => response.redirect('/tab/'));
  web.use((_request, response) => plainly(response, 404));
  web.use(lastResort(log));
  return web;
}

/** Counts, times and traces each answer, by the API's route or by the door. */
const observed =
  (meter: Meter, tracer: Tracer): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    const { path } = request;
    const span = tracer.root(request.method, {}, request.get('traceparent'));
    response.once('close', () => {
      const route = routeAsked(response) ?? doorOf(path);
      const { statusCode: status } = response;
      meter.request(route, status, (performance.now() - began) / 1_000);
      span.rename(route);
      span.set({ 'http.route': route, 'http.response.status_code': status });
      span.end(status >= 500 ? `http${status}` : undefined);
    });
    inTrace(span, next);
  };

const ownDoors = ['/api/health', '/api/ready', '/api/messages', '/api/openapi.json'];

/** Without the rest of the path, which may be a secret. */
function doorOf(path: string): string {
  if (ownDoors.includes(path)) return path;
  if (path.startsWith(`${listChangesPath}/`)) return listChangesPath;
  const [, first = ''] = path.split('/');
  return doors.includes(first) ? `/${first}` : 'other';
}

/** Path prefixes for the log; the rest is not logged, as one of them is a secret. */
const doors = ['api', 'calendar', 'figures-feed', 'tab', 'emulator'];

/**
 * Unhandled errors: a malformed address, an invalid JSON body, a fault of ours. Neither answer nor log has a stack or
 * the caller's input.
 */
const lastResort =
  (log: Log): ErrorRequestHandler =>
  (thrown: unknown, request, response, next) => {
    const status = statusOf(thrown);
    const [, first = ''] = request.path.split('/');
    const about = { status, door: doors.includes(first) ? first : 'other', error: nameOf(thrown) };
    if (status >= 500) log.error({ code: 'unexpected', ...about }, 'request failed');
    else log.info({ code: 'http.notReadable', ...about }, 'request refused');
    if (response.headersSent) next(new Error('the answer had begun'));
    else plainly(response, status);
  };

const plainly = (response: Response, status: number): void =>
  void response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send(STATUS_CODES[status] ?? 'Error');

/** Errors of express and its body parser have a status. */
function statusOf(thrown: unknown): number {
  const given = thrown instanceof Error && 'status' in thrown ? Number(thrown.status) : 500;
  return given >= 400 && given < 500 && STATUS_CODES[given] !== undefined ? given : 500;
}
const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.constructor.name : typeof thrown);

/** Listens; port 0 for a free one. Rejects when the port is in use. */
export async function listen(web: Express, port: number, host: string): Promise<{ server: Server; port: number }> {
  const server = createServer(web);
  // Limits slow senders.
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** Closes idle connections and waits for the others. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
  server.closeAllConnections();
}
