import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answered, type HostHandler } from './exchange.ts';
import { hosts } from './municipality.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
/** Host name → handler. */
export type HostTable = Readonly<Record<string, HostHandler>>;

const pathHosts: readonly [RegExp, string][] = [
  [/^\/(v1\.0|beta)\//, hosts.graph],
  [/^\/(v1\/\.well-known\/|botframework\/)/, hosts.botLogin],
  [/^\/(teams\/)?v3\//, hosts.connector],
  [/^\/_files\//, hosts.site],
  [/^\/(msi\/token|metadata\/identity\/)/, hosts.identity],
  [/^\/[^/]+\/(oauth2|discovery|v2\.0)\//, hosts.login],
];

/** A request's host: `x-emu-host`, else by path. */
export function hostOf(request: IncomingMessage): string | undefined {
  const named = request.headers['x-emu-host'];
  if (typeof named === 'string') return named.split(':', 1)[0]?.toLowerCase();
  const url = request.url ?? '/';
  return pathHosts.find(([pattern]) => pattern.test(url))?.[1];
}

/** One listener for all hosts. `fallback` handles other requests (the control API), else 404. */
export function dispatch(table: HostTable, fallback?: Handler): Handler {
  return (request, response) => {
    const host = hostOf(request);
    const handler = host === undefined ? fallback : table[host];
    if (handler) return handler(request, response);
    response.writeHead(404, { 'content-type': 'text/plain' }).end(`nothing answers for ${host ?? request.url}`);
  };
}

export interface Listener {
  address: string;
  close(): Promise<void>;
}

/** Listens on loopback only. Port 0 for a free one. */
export async function listen(handler: Handler, port: number): Promise<Listener> {
  const server: Server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    // Hosts tell the desk's time, or none: the machine's would show a program on a moved desk that its clock is wrong.
    response.sendDate = false;
    void answered(() => handler(request, response), response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
