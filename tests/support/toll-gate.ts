import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { forward } from './forward.ts';

/** A way to the desk that counts writes to Microsoft 365, and can act at one of them. */
export interface TollGate {
  address: string;
  /** Writes so far, e.g. `POST /v1.0/sites/…/items`. */
  writes(): readonly string[];
  /**
   * Begins counting anew. At the n-th write, and again after each `every` more, before it is passed on or after it is
   * done, `act` runs and no answer is given.
   */
  at(write: TollAct | undefined): void;
  /** No further act; goes on counting. */
  actNoMore(): void;
  close(): Promise<void>;
}

/** What is no write of the municipality's: signing in, and to be told of changes, which each start asks for anew. */
const notCounted = /^\/emulator\/|\/oauth2\/|\/subscriptions(?:\/|$)/;

export interface TollAct {
  number: number;
  every?: number | undefined;
  /** At most so many times: a start that writes more than `every` would never end. */
  most?: number | undefined;
  when: 'before' | 'after';
  /** Of the write, e.g. `POST /v1.0/sites/…/items`. */
  act(write: string): Promise<void>;
}

/** `desk` is the address of all hosts of a desk. */
export async function tollGate(desk: string): Promise<TollGate> {
  let counted: string[] = [];
  let wanted: TollAct | undefined;
  let acting = false;
  let acts = 0;
  /** Writes of what is being ended, and of what is starting, are passed on. */
  const acted = async (act: TollAct, write: string) => {
    acting = true;
    acts += 1;
    await act.act(write).finally(() => {
      acting = false;
    });
  };
  const isWanted = ({ number, every, most = 1 }: TollAct) =>
    acts < most &&
    (every === undefined
      ? counted.length === number
      : counted.length >= number && (counted.length - number) % every === 0);

  const server = createServer((given, response) => {
    void (async () => {
      const body = await buffer(given);
      const path = (given.url ?? '').split('?')[0] ?? '';
      const isWrite = given.method !== 'GET' && !notCounted.test(path);
      if (isWrite) counted.push(`${given.method} ${path}`);
      const now = isWrite && !acting && wanted && isWanted(wanted) ? wanted : undefined;
      const write = counted.at(-1) ?? '';
      if (now) acting = true;
      if (now?.when === 'before') return acted(now, write);
      const { status, headers, bytes } = await forward(desk, given, body);
      if (now) return acted(now, write);
      // Programs are told to come by this gate.
      const isAddresses = path === '/emulator/addresses';
      const own = isAddresses ? Buffer.from(bytes.toString().replaceAll(desk, gate.address)) : bytes;
      response.writeHead(status, { ...headers, 'content-length': own.length }).end(own);
      return undefined;
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gate: TollGate = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    writes: () => counted,
    at: (write) => {
      counted = [];
      acts = 0;
      wanted = write;
    },
    actNoMore: () => {
      wanted = undefined;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return gate;
}
