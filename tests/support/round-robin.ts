import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { forward } from './forward.ts';

/** A load balancer on loopback: requests in turn to the instances that are ready, without stickiness. */
export interface RoundRobin {
  address: string;
  /** Addresses of the instances now. */
  use(addresses: readonly string[]): void;
  close(): Promise<void>;
}

/** Milliseconds between two questions whether an instance is ready. */
const lookEvery = 500;

/** Tries the next instance when one refuses the connection; 502 when one is lost after it was asked. */
export async function roundRobin(): Promise<RoundRobin> {
  let known: readonly string[] = [];
  let instances: readonly string[] = [];
  let turn = 0;
  const isReady = async (address: string) =>
    (await fetch(`${address}/api/ready`, { headers: { connection: 'close' } }).catch(() => undefined))?.ok === true;
  const look = async () => {
    const ready = await Promise.all(known.map(isReady));
    instances = known.filter((_address, at) => ready[at]);
  };
  const timer = setInterval(() => void look(), lookEvery);

  const server = createServer((given, response) => {
    void (async () => {
      const body = await buffer(given);
      for (let tries = 0; tries < instances.length; tries += 1) {
        turn += 1;
        const to = instances[turn % instances.length];
        if (to === undefined) break;
        try {
          const { status, headers, bytes } = await forward(to, given, body);
          response.writeHead(status, headers).end(bytes);
          return;
        } catch (failure) {
          const isRefused = failure instanceof Error && 'code' in failure && failure.code === 'ECONNREFUSED';
          if (!isRefused) break;
        }
      }
      response.writeHead(502).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use: (addresses) => {
      known = addresses;
      instances = addresses;
    },
    close: async () => {
      clearInterval(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
