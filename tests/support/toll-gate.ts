import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { forward } from './forward.ts';

/** Names the act that makes a request, where the program is one that says it. */
export const actHeader = 'x-act';

/** A way to the desk that counts writes to Microsoft 365, and can act at one of them. */
export interface TollGate {
  address: string;
  /** Writes so far. */
  writes(): readonly Write[];
  /**
   * Begins counting anew. At each wanted write, before it is passed on or after it is done, `act` runs and no answer is
   * given.
   */
  at(write: TollAct | undefined): void;
  /** No further act; goes on counting. */
  actNoMore(): void;
  close(): Promise<void>;
}

/** What is no write of the municipality's: signing in, and to be told of changes, which each start asks for anew. */
const notCounted = /^\/emulator\/|\/oauth2\/|\/subscriptions(?:\/|$)/;

/** A write to Microsoft 365. */
export interface Write {
  /** E.g. `POST /v1.0/sites/…/items`. */
  request: string;
  /** Route, button or job that makes it, where the program says so. */
  act: string;
}

export interface TollAct {
  /** Asked once for each write, `number` from 1. */
  isWanted(write: Write, number: number): boolean;
  when: 'before' | 'after';
  act(write: Write): Promise<void>;
}

/** `desk` is the address of all hosts of a desk. */
export async function tollGate(desk: string): Promise<TollGate> {
  let counted: Write[] = [];
  let wanted: TollAct | undefined;
  let acting = false;
  /** Writes of what is being ended, and of what is starting, are passed on. */
  const acted = (act: TollAct, write: Write) =>
    act.act(write).finally(() => {
      acting = false;
    });

  const server = createServer((given, response) => {
    // The desk's hosts tell its time, or none: the machine's would show a program that its clock is wrong.
    response.sendDate = false;
    void (async () => {
      const body = await buffer(given);
      const path = (given.url ?? '').split('?')[0] ?? '';
      const isWrite = given.method !== 'GET' && !notCounted.test(path);
      const write = { request: `${given.method} ${path}`, act: String(given.headers[actHeader] ?? '') };
      if (isWrite) counted.push(write);
      const now = isWrite && !acting && wanted?.isWanted(write, counted.length) ? wanted : undefined;
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
