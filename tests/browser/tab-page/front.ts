import { spawnSync } from 'node:child_process';
import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { endpointOf, onlyReads } from './endpoints.ts';
import { hostPage, type HostOpening } from './host-page.ts';

/** Disturbs requests of one endpoint. */
interface Disturbance {
  /** The answer waits for this. */
  until?: Promise<unknown>;
  /** A refusal instead of the answer. */
  refusal?: { status: number; body: unknown; headers?: Record<string, string> };
  /** Cuts the connection: before the request reaches the program, or during its answer. */
  cut?: 'before' | 'after';
  /** How many requests it affects; default all. */
  times?: number;
}

/** A proxy between browser and program: one address for all worlds, so that Chromium compiles the scripts once. */
export interface Front {
  address: string;
  /** An empty page. */
  nothing: string;
  /** The address of a host page with this opening. */
  opening(opening: HostOpening): string;
  /** The tab was left: its requests are neither answered nor counted. */
  left(tab: number): void;
  /** Switches to this program; clears disturbances and recorded requests. */
  face(program: string, mayWrite: boolean): void;
  disturb(name: string, disturbance: Disturbance | undefined): void;
  /** Nothing is answered, nor the tab's files. */
  cutAll(isCut: boolean): void;
  /** Requests since `face`, as `METHOD /path?query`. */
  asked: readonly string[];
  wasAsked(name: string): boolean;
  /** Unanswered requests. */
  pending(): string[];
  /** Number of answers delayed by a test. */
  heldBack(): number;
  /** Rejected writes to a read-only world. */
  refused: readonly string[];
  close(): Promise<void>;
}

let isKnownToBeBuilt = false;
/** An outdated build would fail each test differently, after minutes. */
function requireBuild(): void {
  if (isKnownToBeBuilt) return;
  const check = join(import.meta.dirname, '../../../teams-app/starter/stamp-build.mjs');
  if (spawnSync(process.execPath, [check, '--check']).status !== 0)
    throw new Error('dist/ is not built from these sources: npm run build, or npm test -- <file>');
  isKnownToBeBuilt = true;
}

export async function startFront(): Promise<Front> {
  requireBuild();
  const agent = new Agent({ keepAlive: true });
  const openings = new Map<number, HostOpening>();
  const disturbances = new Map<string, Disturbance>();
  const asked: string[] = [];
  const refused: string[] = [];
  const pending = new Map<ServerResponse, string>();
  const held = new Set<ServerResponse>();
  /** A left tab's request may arrive during the next test. */
  const leftTabs = new Set<number>();
  const facing = { program: '', mayWrite: false, isCut: false };

  async function api(request: IncomingMessage, response: ServerResponse, { pathname, search }: URL) {
    const [authorization, tab] = request.headers.authorization?.split('#') ?? [];
    if (tab !== undefined && leftTabs.has(Number(tab))) return response.destroy();
    const line = `${request.method} ${pathname}${search}`;
    asked.push(line);
    pending.set(response, line);
    response.once('close', () => pending.delete(response));
    const name = endpointOf(request.method ?? 'GET', pathname) ?? line;
    const disturbance = disturbances.get(name);
    if (disturbance?.times !== undefined && (disturbance.times -= 1) <= 0) disturbances.delete(name);
    if (disturbance?.until) {
      held.add(response);
      await disturbance.until;
      held.delete(response);
    }
    if (disturbance?.cut === 'before') return response.destroy();
    if (disturbance?.refusal) return answer(response, disturbance.refusal);
    if (!facing.mayWrite && !onlyReads(name)) {
      refused.push(line);
      return answer(response, { status: 409, body: refusal('readOnly', 'This world is shared: use ownTab') });
    }
    const headers = { ...request.headers, ...(authorization === undefined ? {} : { authorization }) };
    pass(request, response, headers, disturbance?.cut === 'after');
  }

  function pass(
    request: IncomingMessage,
    response: ServerResponse,
    headers: IncomingMessage['headers'],
    isLost = false,
    attempt = 1,
  ) {
    const { method, url } = request;
    const onward = ask(`${facing.program}${url}`, { method, headers, agent }, (answered) => {
      if (isLost) {
        answered.resume().once('end', () => response.destroy());
        return;
      }
      response.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(response);
    });
    onward.once('error', () => {
      // An idle connection may be closed on reuse.
      if (attempt === 1 && onward.reusedSocket && method === 'GET') pass(request, response, headers, isLost, 2);
      else response.destroy();
    });
    response.once('close', () => response.writableFinished || isLost || onward.destroy());
    request.pipe(onward);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://front');
    if (url.pathname === '/nothing') return void response.end();
    if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end(hostPage(openings.get(Number(url.searchParams.get('tab')))));
    }
    if (facing.isCut) return void response.destroy();
    if (url.pathname.startsWith('/api/')) return void api(request, response, url);
    pass(request, response, request.headers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Only the browser's windows need it.
  server.unref();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    nothing: `${address}/nothing`,
    asked,
    refused,
    opening: (opening) => {
      openings.clear();
      openings.set(opening.tab, opening);
      return `${address}/?tab=${opening.tab}`;
    },
    left: (tab) => void leftTabs.add(tab),
    face: (program, mayWrite) => {
      Object.assign(facing, { program, mayWrite, isCut: false });
      disturbances.clear();
      pending.clear();
      held.clear();
      asked.length = 0;
      refused.length = 0;
    },
    disturb: (name, disturbance) => {
      if (disturbance) disturbances.set(name, disturbance);
      else disturbances.delete(name);
    },
    cutAll: (isCut) => {
      facing.isCut = isCut;
      if (isCut) server.closeAllConnections();
    },
    wasAsked: (name) =>
      asked.some((line) => {
        const [method = '', path = ''] = line.split(' ');
        return endpointOf(method, path.replace(/\?.*/, '')) === name;
      }),
    pending: () => [...pending.values()],
    heldBack: () => held.size,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  response: ServerResponse,
  { status, body, headers = {} }: NonNullable<Disturbance['refusal']>,
): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req-4711', ...headers });
  return response.end(JSON.stringify(body ?? null));
}

/** An error answer in the API's form. */
export const refusal = (code: string, message: string, kind = 'unexpected') => ({
  error: { kind, code, message, details: {}, requestId: 'req-4711' },
});

/** The same for a form field. */
export const fieldRefusal = (path: string, message: string) => {
  const { error } = refusal('test', message, 'invalid');
  return { error: { ...error, fields: [{ path, message, code: 'test' }] } };
};

let shared: Promise<Front> | undefined;
/** One for all files of a worker. */
export const sharedFront = (): Promise<Front> => (shared ??= startFront());
