import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hosts } from '../../../teams-app/emulator/municipality.ts';

/**
 * An HTTPS proxy on loopback that routes Microsoft's hosts to a desk, for clients with fixed addresses:
 * `HTTPS_PROXY=<proxy>` with the authority `ca` (rclone: `SSL_CERT_FILE`, Node: `NODE_EXTRA_CA_CERTS`). Needs
 * `openssl`. No other host is reached.
 */
export interface HttpsDoor {
  proxy: string;
  /** File of the authority that signed the proxy's certificate; temporary. */
  ca: string;
  folder: string;
  close(): Promise<void>;
}

export async function openHttpsDoor(desk: string): Promise<HttpsDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-door-'));
  const { key, cert } = certificate(folder);
  const tls = createTlsServer({ key, cert }, (incoming, response) => pass(desk, incoming, response));
  await listening(tls);
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (asked: IncomingMessage, socket, head) => {
    const host = (asked.url ?? '').split(':', 1)[0] ?? '';
    if (!names.includes(host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const inner = connect(portOf(tls), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inner.write(head);
      inner.pipe(socket).pipe(inner);
    });
    inner.on('error', () => socket.destroy());
    socket.on('error', () => inner.destroy());
  });
  await listening(proxy);
  return {
    proxy: `http://127.0.0.1:${portOf(proxy)}`,
    ca: join(folder, 'ca.pem'),
    folder,
    close: async () => {
      for (const server of [proxy, tls]) server.closeAllConnections();
      await Promise.all([proxy, tls].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true });
    },
  };
}

const names: readonly string[] = Object.values(hosts);
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

function pass(desk: string, incoming: IncomingMessage, response: ServerResponse): void {
  const host = (incoming.headers.host ?? '').split(':', 1)[0] ?? '';
  const { method, headers } = incoming;
  const options = { ...(method === undefined ? {} : { method }), headers: { ...headers, 'x-emu-host': host } };
  const outgoing = request(`${desk}${incoming.url ?? '/'}`, options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}

/** A certificate for all of the desk's hosts, and its authority. */
function certificate(folder: string): { key: Buffer; cert: Buffer } {
  const file = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
  const fresh = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', file(`${name}.key`)];
  openssl('req', '-x509', ...fresh('ca'), '-days', '1', '-subj', '/CN=Desk', '-out', file('ca.pem'));
  openssl('req', ...fresh('door'), '-subj', '/CN=Desk door', '-out', file('door.csr'));
  writeFileSync(file('names.cnf'), `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`);
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '1'];
  openssl('x509', '-req', '-in', file('door.csr'), ...signed, '-extfile', file('names.cnf'), '-out', file('door.pem'));
  return { key: readFileSync(file('door.key')), cert: readFileSync(file('door.pem')) };
}
