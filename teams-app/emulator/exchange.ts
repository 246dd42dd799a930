import { AsyncLocalStorage } from 'node:async_hooks';
import { STATUS_CODES, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tellFileTrouble } from './file-trouble.ts';

/** A host's view of a request: Node's, or an in-process one. */
export interface Asked extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** A host's way to answer. */
export interface Answering {
  readonly headersSent: boolean;
  readonly socket: { resetAndDestroy(): unknown } | null;
  writeHead(status: number, headers?: OutgoingHttpHeaders): Answering;
  end(body?: string | Uint8Array): unknown;
  destroy(): unknown;
}

/** Answers for one host. */
export type HostHandler = (request: Asked, response: Answering) => void | Promise<void>;

/** Failures of the emulator are answers, too. */
export async function answered(handler: () => void | Promise<void>, response: Answering): Promise<void> {
  try {
    await handler();
  } catch (error) {
    tellFileTrouble(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** One request of an in-process program; rejects like `fetch` when the connection breaks. */
export type Ask = (url: URL, init: RequestInit) => Promise<Response>;

const reset = () => new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
const isWithoutBody = new Set([204, 205, 304]);

/**
 * Calls the hosts in-process: half of the work would be serialisation. `close` aborts running requests, and nothing is
 * answered after it.
 */
export function askInside(handlerOf: (host: string) => HostHandler | undefined): { ask: Ask; close(): void } {
  const underWay = new Set<(error: unknown) => void>();
  let isClosed = false;
  /** Work that hosts start is not part of the program's request. */
  const outside = AsyncLocalStorage.snapshot();

  const ask: Ask = async (url, init) => {
    const handler = handlerOf(url.host);
    if (isClosed || !handler) throw reset();
    const request = await askedBy(url, init);
    init.signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const abort = () => reject(init.signal?.reason);
    init.signal?.addEventListener('abort', abort, { once: true });
    underWay.add(reject);
    const response = answering(resolve, () => reject(reset()));
    // As from a network: never at once.
    setImmediate(() => outside(() => void answered(() => handler(request, response), response)));
    return promise.finally(() => {
      underWay.delete(reject);
      init.signal?.removeEventListener('abort', abort);
    });
  };

  return {
    ask,
    close() {
      isClosed = true;
      for (const reject of underWay) reject(reset());
    },
  };
}

async function askedBy(url: URL, init: RequestInit): Promise<Asked> {
  const headers = new Headers(init.headers);
  headers.set('host', url.host);
  const bytes = await bytesOf(init.body, headers);
  if (bytes) headers.set('content-length', String(bytes.byteLength));
  return {
    method: init.method?.toUpperCase() ?? 'GET',
    url: url.pathname + url.search,
    headers: Object.fromEntries(headers),
    async *[Symbol.asyncIterator]() {
      if (bytes) yield bytes;
    },
  };
}

async function bytesOf(body: RequestInit['body'], headers: Headers): Promise<Buffer | undefined> {
  if (body === undefined || body === null) return undefined;
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const packed = typeof body === 'string' ? undefined : new Response(body);
  const type = packed ? packed.headers.get('content-type') : 'text/plain;charset=UTF-8';
  if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from((await packed?.arrayBuffer()) ?? new ArrayBuffer());
}

function answering(resolve: (response: Response) => void, broken: () => void): Answering {
  let status = 200;
  let headers: OutgoingHttpHeaders = {};
  let headersSent = false;
  const response: Answering = {
    get headersSent() {
      return headersSent;
    },
    socket: { resetAndDestroy: broken },
    destroy: broken,
    writeHead(given, sent = {}) {
      status = given;
      headers = sent;
      headersSent = true;
      return response;
    },
    end(body) {
      headersSent = true;
      const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array());
      resolve(
        new Response(isWithoutBody.has(status) ? null : new Uint8Array(bytes), {
          status,
          statusText: STATUS_CODES[status] ?? '',
          headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
        }),
      );
    },
  };
  return response;
}
