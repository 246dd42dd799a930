import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { StartRefused } from '../config/start-refused.ts';
import { fetchFrom, messagesOf, type Desk, type DeskProgram } from './desk.ts';

const addressesAnswer = z.object({ emulator: z.url(), graph: z.url() });
const clockAnswer = z.object({ offsetMs: z.number() });
const peopleAnswer = z.array(z.looseObject({ id: z.string() }));

/** How often the movable clock of a desk in another process is read. */
const clockEveryMs = 1000;

/** A desk in a separate process. Throws when nothing answers there. */
export async function findDesk(url: string): Promise<Desk> {
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(url + path, init);
    if (!response.ok) throw new Error(`The desk at ${url} answered ${response.status} for ${path}.`);
    return response.json();
  };
  const { emulator, graph } = addressesAnswer.parse(
    await ask('/emulator/addresses').catch((cause: unknown) => {
      throw new StartRefused(
        `No desk answers at ${url}.`,
        'Start it with npm run isms -- desk, or unset EMULATOR_URL: then the program starts its own.',
        cause,
      );
    }),
  );
  let offset = 0;
  const readClock = async () => void (offset = clockAnswer.parse(await ask('/emulator/clock')).offsetMs);
  await readClock();
  const timer = setInterval(() => void readClock().catch(() => undefined), clockEveryMs).unref();

  let program: DeskProgram | undefined;
  return {
    fetch: fetchFrom(emulator),
    clock: { now: () => new Date(Date.now() + offset) },
    address: emulator,
    graphAddress: graph,
    control: controlOf(emulator, ask, readClock, () => program),
    seed: () => undefined,
    fillChats: async () => undefined,
    load: () => {
      throw new Error('People are loaded by the process that the desk runs in.');
    },
    connect: async (given) => {
      program = given;
      await ask('/emulator/bot', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: messagesOf(given) }),
      });
    },
    close: async () => clearInterval(timer),
  };
}

/** The other process's control API and host page, with this program's due work and people. */
function controlOf(
  address: string,
  ask: (path: string) => Promise<unknown>,
  readClock: () => Promise<void>,
  program: () => DeskProgram | undefined,
): Router {
  const router = Router();
  router.post('/emulator/process', async (_request, response) => {
    const started = performance.now();
    await readClock();
    await program()?.process();
    response.json({ done: true, tookMs: Math.round(performance.now() - started) });
  });
  router.get('/emulator/people', async (_request, response) => {
    const people = peopleAnswer.parse(await ask('/emulator/people'));
    response.json(people.map((person) => ({ ...person, ...program()?.describe(person.id) })));
  });
  router.use(express.raw({ type: () => true, limit: '1mb' }), async (request, response, next) => {
    const theirs = request.path === '/' || /^\/(emulator|host)\//.test(request.path);
    if (!theirs) return next();
    const answer = await pass(address, request);
    if (request.path === '/emulator/clock') await readClock();
    await hand(answer, response);
  });
  return router;
}

function pass(address: string, request: Request): Promise<globalThis.Response> {
  const type = request.headers['content-type'];
  const given: unknown = request.body;
  return fetch(address + request.originalUrl, {
    method: request.method,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    ...(given instanceof Uint8Array ? { body: Buffer.from(given) } : {}),
  });
}

const handedOn = ['content-type', 'content-security-policy', 'cache-control', 'x-content-type-options'];
async function hand(answer: globalThis.Response, response: Response): Promise<void> {
  response.status(answer.status);
  for (const name of handedOn) {
    const value = answer.headers.get(name);
    if (value !== null) response.set(name, value);
  }
  response.send(Buffer.from(await answer.arrayBuffer()));
}
