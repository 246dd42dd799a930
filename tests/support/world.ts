import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import type { Desk } from '../../teams-app/desk/desk.ts';
import { startDesk } from '../../teams-app/desk/start-desk.ts';
import type { Log } from '../../api/context.ts';
import type { Fetch } from '../../api/kernel/index.ts';
import { createLog } from '../../teams-app/program/logging.ts';
import { startProgram, type Program } from '../../teams-app/program/program.ts';
import { inWorkingHours } from './danish-time.ts';
import { overHttp, type HttpAnswer } from './over-http.ts';
import { leaseIsFree } from './redis-server.ts';
import { stampFor } from './stamp.ts';

const people = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    upn: z.string(),
    roles: z.array(z.string()),
    centre: z.string().nullish(),
  }),
);
export type WorldPerson = z.output<typeof people>[number];

const chat = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      from: z.enum(['bot', 'person']),
      text: z.string().nullish(),
      summary: z.string().nullish(),
      card: z.unknown().optional(),
    }),
  ),
});
export type ChatLine = z.output<typeof chat>['messages'][number];

/** The program's answer: status and parsed JSON. */
export interface Answer {
  status: number;
  body: unknown;
}

export interface JourneyWorld {
  desk: Desk;
  program: Program;
  people(): Promise<WorldPerson[]>;
  /** The first holder of the role. */
  personWith(role: string): Promise<WorldPerson>;
  /** Calls the API as a person. */
  as(person: { id: string }, method: string, path: string, body?: unknown, language?: 'da' | 'en'): Promise<Answer>;
  /** The same as a form does: over what the person has just read. */
  save(person: { id: string }, path: string, body: object, method?: 'PUT' | 'POST'): Promise<Answer>;
  /** Uploads a file, as a person. */
  upload(
    person: { id: string },
    path: string,
    fileName: string,
    bytes: Uint8Array,
    method?: 'PUT' | 'POST',
    /** The press's key; default none. */
    press?: string,
  ): Promise<Answer>;
  /** Fetches a file as a person. */
  download(person: { id: string }, path: string): Promise<Uint8Array>;
  /** Starts another instance of the program on the same Microsoft 365; `close` ends those that still run. */
  another(): Promise<Program>;
  /** Calls the API of one instance as a person; `press` names a press that is repeated. */
  at(
    program: Program,
    person: { id: string },
    method: string,
    path: string,
    body?: unknown,
    press?: string,
  ): Promise<Answer>;
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  chatOf(person: { id: string }): Promise<ChatLine[]>;
  /** Presses a button of the message's card; of `shown`, when given: the card as the person still sees it. */
  press(
    person: { id: string },
    messageId: string,
    title: string,
    inputs?: Record<string, string>,
    shown?: unknown,
  ): Promise<Answer>;
  /** Writes to the bot; resolves with what answers it, without other messages of the bot. */
  write(person: { id: string }, text: string): Promise<ChatLine[]>;
  /** Resolves when all due work is done. */
  process(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Like a browser: a connection closed as idle on reuse is replaced. Writes have an idempotency key, so they are carried
 * out once.
 */
async function askAgain(...request: Parameters<typeof overHttp>): Promise<HttpAnswer> {
  try {
    return await overHttp(...request);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ECONNRESET')) throw error;
    return overHttp(...request);
  }
}

/** `PROFILE=answers.json npm test`: these worlds answer as that tenant. */
const profile = process.env['PROFILE'] === undefined ? {} : { PROFILE: process.env['PROFILE'] };

let worlds = 0;
/**
 * `WORLDS_ON_REDIS=redis://127.0.0.1:6399 npx vitest run tests/journeys`: each world is an instance with a database of
 * its own.
 */
function onRedis(): Record<string, string> {
  const url = process.env['WORLDS_ON_REDIS'];
  if (url === undefined) return {};
  worlds += 1;
  return { ENGINE: 'redis', REDIS_URL: `${url}/${(process.pid % 1_000) * 50 + worlds}` };
}

/**
 * A seeded Microsoft 365 with the program, in this process, without a disk. Its clock starts at `at` (ISO); default in
 * working hours. `around` wraps the program's requests.
 */
export async function startWorld(
  env: Record<string, string> = {},
  at?: string,
  around: (fetch: Fetch) => Fetch = (fetch) => fetch,
): Promise<JourneyWorld> {
  const config = readConfig(
    {
      PORT: '0',
      DATA_DIR: ':memory:',
      PEOPLE: '80',
      OPEN: '0',
      LOG_LEVEL: 'error',
      SEND_RATE: 'unlimited',
      PERSON_LIMITS: 'off',
      ...profile,
      ...onRedis(),
      ...env,
    },
    deskValues,
  );
  const desk = await startDesk(config);
  // Cards are sent on any day and hour of the run.
  desk.world?.clock.set(at ?? inWorkingHours(desk.clock.now()));
  const written = createLog(config.logLevel);
  const waitedFor: string[] = [];
  const log: Log = {
    info: (fields, message) => written.info(fields, message),
    warn: (fields, message) => written.warn(fields, message),
    error: (fields, message) => {
      if (fields['code'] === 'sharepoint.waitedFor') waitedFor.push(JSON.stringify(fields));
      written.error(fields, message);
    },
  };
  const surroundings = { fetch: around(desk.fetch), clock: desk.clock, log };
  const program = await startProgram(config, surroundings, desk);
  if (config.redisUrl !== undefined) await leaseIsFree({ url: config.redisUrl });
  const others = new Set<Program>();

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    token?: string,
    language?: 'da' | 'en',
    address = program.address,
    press: string = randomUUID(),
  ): Promise<Answer> => {
    const response = await askAgain(address + path, {
      method,
      headers: {
        accept: '*/*',
        'accept-language': language ?? '*',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        // Each call is a new press, unless it is named.
        ...(method === 'GET' ? {} : { 'idempotency-key': press }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = new TextDecoder().decode(response.bytes);
    const isJson = response.headers['content-type']?.includes('json') ?? false;
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  const tokens = new Map<string, string>();
  const tokenOf = async (id: string): Promise<string> => {
    const known = tokens.get(id);
    if (known) return known;
    const { body } = await ask('POST', '/emulator/token', { personId: id });
    const { token } = z.object({ token: z.string() }).parse(body);
    tokens.set(id, token);
    return token;
  };
  const control = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await ask(method, `/emulator/${path}`, body);
    if (answer.status >= 400) throw new Error(`${method} /emulator/${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const chatOf = async ({ id }: { id: string }) => chat.parse((await control('GET', `chats/${id}`)).body).messages;
  const everybody = async () => people.parse((await control('GET', 'people')).body);

  return {
    desk,
    program,
    people: everybody,
    personWith: async (role) => {
      const found = (await everybody()).find((person) => person.roles.includes(role));
      if (!found) throw new Error(`nobody is ${role}`);
      return found;
    },
    as: async ({ id }, method, path, body, language) => ask(method, path, body, await tokenOf(id), language),
    save: async ({ id }, path, body, method = 'PUT') => {
      const token = await tokenOf(id);
      const read = (view: string) => ask('GET', view, undefined, token).then((answer) => answer.body);
      return ask(method, path, { ...body, expected: await stampFor(path, body, read) }, token);
    },
    upload: async ({ id }, path, fileName, bytes, method = 'PUT', press) => {
      const response = await fetch(program.address + path, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(id)}`,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(fileName),
          ...(press === undefined ? {} : { 'idempotency-key': press }),
        },
        body: new Uint8Array(bytes),
      });
      return { status: response.status, body: await response.json() };
    },
    download: async ({ id }, path) => {
      const headers = { authorization: `Bearer ${await tokenOf(id)}` };
      const response = await fetch(program.address + path, { headers });
      if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    another: async () => {
      const one = await startProgram(config, surroundings);
      const { close } = one;
      others.add(one);
      return Object.assign(one, {
        close: async () => {
          if (others.delete(one)) await close();
        },
      });
    },
    at: async ({ address }, { id }, method, path, body, press) =>
      ask(method, path, body, await tokenOf(id), undefined, address, press),
    control,
    chatOf,
    press: ({ id }, messageId, title, inputs = {}, shown) =>
      control('POST', `chats/${id}/actions`, { messageId, title, inputs, ...(shown ? { card: shown } : {}) }),
    write: async (person, text) => {
      const { body } = await control('POST', `chats/${person.id}/messages`, { text });
      return z.object({ replies: chat.shape.messages }).parse(body).replies;
    },
    process: async () => void (await control('POST', 'process')),
    close: async () => {
      for (const one of others) await one.close();
      await program.close();
      await desk.close();
      // Requests never wait for the background lane.
      if (waitedFor.length > 0) throw new Error(`waited for in the background lane: ${waitedFor.join('; ')}`);
    },
  };
}
