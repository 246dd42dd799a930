import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { hostPage, type Opening } from './host-page.ts';
export type { Override } from './mock-api.ts';
import { askedBy, endpointOf, freshState, handlersOf, parsedBy, type Override } from './mock-api.ts';

/** Where the built tab lies; another place for those who build beside others. */
export const built = process.env['TAB_BUILD'] ?? join(import.meta.dirname, '../../../../dist/tab');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
/** As the program's own: the tab must live with it. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

let isKnownToBeBuilt = false;
/** A tab that is not built, or from other sources, fails each test in a way of its own, after minutes. */
function requireBuild(): void {
  if (isKnownToBeBuilt || process.env['TAB_BUILD'] !== undefined) return;
  const check = join(import.meta.dirname, '../../../../teams-app/starter/stamp-build.mjs');
  if (spawnSync(process.execPath, [check, '--check']).status !== 0)
    throw new Error('dist/ is not built from these sources: npm run build, or npm test -- <file>');
  isKnownToBeBuilt = true;
}

export interface MockServer {
  address: string;
  /** The address of a host page that opens the tab so. */
  opening(opening?: Opening): string;
  /** The address of an empty page. */
  nothing: string;
  /** That tab is left: what it still asks is not answered, and not counted. */
  left(tab: number): void;
  override(name: string, override: Override | undefined): void;
  /** Requests since the start, as `METHOD /path?query`. */
  asked: string[];
  /** Whether an endpoint was asked for since the start, by its name in the contract. */
  wasAsked(name: string): boolean;
  /** Requests that are not answered yet. */
  pending(): string[];
  /** How many answers an override makes wait just now. */
  heldBack(): number;
  reset(): void;
  close(): Promise<void>;
}

/** Serves the built tab, a host page that frames it, and an API that answers by the contracts. */
export async function startMock(): Promise<MockServer> {
  requireBuild();
  let state = freshState();
  const overrides = new Map<string, Override>();
  const asked: string[] = [];
  /** What is asked and not answered yet, since the last test began. */
  const pending = new Map<ServerResponse, string>();
  /** Of these, what an override makes wait. */
  const held = new Set<ServerResponse>();
  /** A tab that is left may have sent something that arrives when the next test has begun. */
  const leftTabs = new Set<number>();

  async function api(request: IncomingMessage, response: ServerResponse, url: URL) {
    const [token, tab] = request.headers.authorization?.replace('Bearer ', '').split('#') ?? [];
    if (tab !== undefined && leftTabs.has(Number(tab))) return void response.destroy();
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const endpoint = endpointOf(request.method ?? 'GET', url.pathname);
    if (!token) return answer(response, 401, refusal('signIn'));
    if (!endpoint) return answer(response, 404, refusal('missing'));
    const { name, params } = endpoint;
    const override = overrides.get(name);
    if (override?.times !== undefined && (override.times -= 1) <= 0) overrides.delete(name);
    if (override?.delayMilliseconds || override?.until) held.add(response);
    if (override?.delayMilliseconds) await pause(override.delayMilliseconds);
    await override?.until;
    held.delete(response);
    if (override?.status) return answer(response, override.status, override.body, override.headers);
    if (/\.(xlsx|docx)$/.test(name)) {
      response.writeHead(200, { 'content-disposition': "attachment; filename*=UTF-8''D%C3%A6kning%204.0.xlsx" });
      return void response.end('workbook');
    }
    const handler = override?.answer ?? handlersOf(state)[name];
    if (/^GET .+\/(?:file|case)$/.test(name)) {
      response.writeHead(200, {
        'content-type': 'image/png',
        'content-disposition': 'attachment; filename="D_r.png"; filename*=UTF-8\'\'D%C3%B8r.png',
      });
      return void response.end(Buffer.from(picture, 'base64'));
    }
    const asking = askedBy(token, params, url.searchParams, await sentWith(request));
    const body = parsedBy(name, handler?.(asking));
    if (body === undefined) return void response.writeHead(204).end();
    return answer(response, 200, override?.change && typeof body === 'object' && body ? override.change(body) : body);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://mock');
    if (url.pathname.startsWith('/api/')) {
      pending.set(response, `${request.method} ${url.pathname}${url.search}`);
      response.once('close', () => pending.delete(response));
      api(request, response, url).catch((error: unknown) => answer(response, 500, refusal(String(error))));
      return;
    }
    if (url.pathname.startsWith('/tab')) return file(response, url.pathname.slice('/tab'.length));
    const opening = url.searchParams.get('opening');
    if (url.pathname === '/nothing') return void response.end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(hostPage(opening ? (JSON.parse(opening) as Opening) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    asked,
    wasAsked: (name) =>
      asked.some((line) => {
        const [method = '', address = ''] = line.split(' ');
        return endpointOf(method, address.replace(/\?.*/, ''))?.name === name;
      }),
    pending: () => [...pending.values()],
    heldBack: () => held.size,
    opening: (opening = {}) => `${address}/?opening=${encodeURIComponent(JSON.stringify(opening))}`,
    nothing: `${address}/nothing`,
    left: (tab) => void leftTabs.add(tab),
    override: (name, override) => void (override ? overrides.set(name, override) : overrides.delete(name)),
    reset: () => {
      state = freshState();
      overrides.clear();
      pending.clear();
      held.clear();
      asked.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let shared: Promise<MockServer> | undefined;
/**
 * One for all files of a worker: at the same address Chromium knows the tab's scripts already. What an earlier test has
 * overridden or asked is forgotten.
 */
export async function sharedMock(): Promise<MockServer> {
  shared ??= startMock();
  const mock = await shared;
  mock.reset();
  return mock;
}

/** What is sent along; of a file only its name and size. */
async function sentWith(request: IncomingMessage): Promise<string> {
  const name = request.headers['x-file-name'];
  if (typeof name !== 'string') return text(request);
  const sent = await buffer(request);
  return JSON.stringify({ fileName: decodeURIComponent(name), size: sent.length });
}

/** Two dots. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNgiJr3//9/AAo7A/Y8IcQsAAAAAElFTkSuQmCC';

/** An error answer as the API words it. */
export const refusal = (message: string, fields?: { path: string; message: string }[]) => ({
  error: {
    kind: fields ? 'invalid' : 'unexpected',
    code: 'mock',
    message,
    details: {},
    requestId: 'req-4711',
    ...(fields ? { fields: fields.map((field) => ({ ...field, code: 'mock' })) } : {}),
  },
});

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req-4711', ...headers });
  response.end(JSON.stringify(body ?? null));
}

function file(response: ServerResponse, path: string) {
  const wanted = join(built, path);
  const found = extname(path) !== '' && existsSync(wanted) ? wanted : join(built, 'index.html');
  const packed = files.get(found) ?? gzipSync(readFileSync(found), { level: 9 });
  files.set(found, packed);
  response.writeHead(200, {
    'content-type': types[extname(found)] ?? 'application/octet-stream',
    'content-encoding': 'gzip',
    'cache-control': path.startsWith('/assets/') ? 'max-age=600, immutable' : 'no-store',
    'content-security-policy': policy,
  });
  response.end(packed);
}
/** Packed once: every test opens the tab. */
const files = new Map<string, Buffer>();
