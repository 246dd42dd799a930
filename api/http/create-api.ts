import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { duringAct, type ActGiven } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  AppError,
  forbidden,
  holds,
  inSpan,
  invalid,
  missing,
  todayOf,
  turn,
  whileSomebodyWaits,
  type Actor,
  type LocalDate,
  type PerMinute,
  type PersonId,
} from '../kernel/index.ts';
import { answerSchema } from './answer-schema.ts';
import type { Upload } from './endpoint.ts';
import { fieldErrors } from './field-errors.ts';
import { InvalidInput, SignInNeeded } from './http-errors.ts';
import { idempotencyHeader, idempotencyKeyOf } from './idempotency-key.ts';
import { readInput } from './input.ts';
import { jsonBody } from './json-body.ts';
import { requireKnownFields } from './known-fields.ts';
import { changesFromNow, listsHeader } from './lists-header.ts';
import { largeBodies, slowWhenLarge, smallBody } from './large-bodies.ts';
import { openApi } from './openapi.ts';
import { languageFor, refuse } from './refuse.ts';
import { createRooms } from './rooms.ts';
import { requestLimits, type RequestLimits } from './request-limits.ts';
import { readAsKnown, type Graph, type ListDefinition } from '../sharepoint/index.ts';
import type { Allowed, Asking, FileAnswer, Route } from './route.ts';
import { identify, stepsOf } from './steps.ts';
import type { VerifyToken } from './token-verifier.ts';
import type { FormatLanguage } from '../texts/format.ts';
import { shippedIn } from '../texts/shipped-words.ts';

/** What the API needs of the organisation, a room above it. */
export interface PeopleOfApi {
  /** The person with today's roles; `undefined` when not employed today. */
  actorOf(context: Context, personId: PersonId): Actor | undefined;
  /** The colleague on leave whom a person deputises for. */
  deputyFor(context: Context, personId: PersonId, centreId: string | undefined): PersonId | undefined;
}

export interface ApiOptions {
  context: Context;
  routes: readonly Route[];
  verifyToken: VerifyToken;
  /** Graph with the rights of the token's person. */
  graphOf(userToken: string): Graph;
  /** Resolves actors. */
  people: PeopleOfApi;
  /** Checks answers against their contracts; for tests and the desk. */
  checkAnswers?: boolean;
  /** All lists: answers then name those they read or changed (`x-lists`). Absent: the tab refetches everything. */
  lists?: readonly ListDefinition<{ key: string }>[];
  /** Requests per person and minute; absent: no limit, for measuring. */
  limits?: RequestLimits;
  /** Counts them; absent: in this process. */
  perMinute?: PerMinute | undefined;
}

/**
 * The API as an express router with full paths (`/api/…`). For every route: request id → bearer token → person → actor
 * → the route's first door → the person's limits → body → input → act → answer. Default is no. `GET /api/openapi.json`
 * describes it and is open. Everything else under `/api` is 404, so mount it after `/api/health` and `/api/messages`.
 */
export function createApi(options: ApiOptions): Router {
  const { context, routes, limits } = options;
  const api = express.Router();
  const within = limits ? requestLimits(limits, options.perMinute) : undefined;
  const bodies = largeBodies();
  // Built on demand.
  let document: ReturnType<typeof openApi> | undefined;

  api.use('/api', identify);
  api.get('/api/openapi.json', async (_request, response) => {
    document ??= openApi(routes);
    response.json(await document);
  });
  const rooms = createRooms();
  api.use(rooms.door);
  for (const route of routes) {
    const [method = '', path = ''] = route.name.split(' ');
    const room = rooms.routerFor(path);
    const limit = route.endpoint.bodyBytes ?? smallBody;
    // The tab sends nothing compressed; compressed bodies exceed their stated size.
    const read = route.endpoint.upload ? express.raw({ limit, inflate: false, type: () => true }) : jsonBody(limit);
    // A read shows the last known state of a held list; an act on it is refused.
    const mode = <Value>(response: Response, work: () => Value): Value =>
      method === 'GET' ? readAsKnown(work, stepsOf(response).read) : work();
    const act = (request: Request, response: Response) =>
      mode(response, () => answer(options, route, request, response));
    const door = async (request: Request, response: Response, next: NextFunction) => {
      await mode(response, () => enter(options, route, request, response));
      const { actor } = stepsOf(response);
      if (actor) await within?.(actor.personId, route).catch(slowWhenLarge(request));
      if (actor && limit > smallBody) response.once('close', await bodies.enter(actor.personId));
      next();
    };
    if (method === 'GET') room.get(path, door, act);
    if (method === 'POST') room.post(path, door, read, act);
    if (method === 'PUT') room.put(path, door, read, act);
    if (method === 'DELETE') room.delete(path, door, act);
  }
  api.use('/api', () => {
    throw missing('http.noSuchAddress');
  });
  api.use('/api', (thrown: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(thrown);
    else refuse(context, thrown, request, response);
  });
  return api;
}

/** The first door of a route. */
export const isAllowed = (actor: Actor, allow: Allowed): boolean => allow === 'everyone' || holds(actor, ...allow);

async function enter(options: ApiOptions, route: Route, request: Request, response: Response): Promise<void> {
  const steps = stepsOf(response);
  steps.route = route.name;
  const [, token] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new SignInNeeded('none');
  const personId = await options.verifyToken(token).catch((thrown: unknown) => {
    throw thrown instanceof AppError && thrown.kind === 'unavailable' ? thrown : new SignInNeeded('refused');
  });
  const known = options.people.actorOf(options.context, personId);
  if (!known) throw forbidden('access.unknownPerson');
  // The tab speaks the language of Teams; cards, the one of the directory.
  const actor: Actor = { ...known, language: languageFor(request, known.language) };
  if (!isAllowed(actor, route.allow)) throw forbidden('access.notAllowed');
  // Checks permission before reading the file.
  route.before?.(options.context, actor, paramsOf(request));
  steps.actor = actor;
  steps.token = token;
}

const paramsSchema = z.record(z.string(), z.string().min(1).max(255));

function paramsOf(request: Request): Record<string, string> {
  const params = paramsSchema.safeParse({ ...request.params });
  if (!params.success) throw missing('http.noSuchAddress');
  return params.data;
}

async function answer(options: ApiOptions, route: Route, request: Request, response: Response): Promise<void> {
  const { actor, token, read } = stepsOf(response);
  if (!actor || token === undefined) throw new SignInNeeded('none');
  const asking: Asking = { graph: () => options.graphOf(token) };
  const { endpoint } = route;
  const params = paramsOf(request);
  const today = todayOf(options.context.clock);
  if (!endpoint.upload) requireKnownFields(endpoint.body, request.body);
  const query = parsed(endpoint.query, request.query, today);
  const body = endpoint.upload ? uploadOf(request) : parsed(endpoint.body, request.body ?? {}, today);
  const isLook = route.name.startsWith('GET ');
  const asker = isLook ? actor : pressing(options.context, actor, route, request, body);
  const { context, lists } = options;
  const named = lists && (isLook ? () => [...read] : changesFromNow(context, lists));
  const given = await whileSomebodyWaits({ what: route.name, who: actor.personId }, async () => {
    await turn();
    const run = () =>
      inSpan(`act ${route.name}`, {}, async () => route.run(context, asker, { params, query, body }, asking));
    return isLook ? run() : duringAct(actOf(options, actor, route.name), run);
  });
  if (named) response.set(listsHeader, named().join(' '));
  if (endpoint.file !== undefined) return sendFile(response, endpoint.file, given as FileAnswer);
  if (!endpoint.answer) return void response.status(204).end();
  if (endpoint.cache === 'revalidate') response.set('cache-control', 'private, no-cache');
  const said = options.checkAnswers ? answerSchema(endpoint.answer).parse(given) : given;
  response.json(actor.language === 'da' ? said : inReadersLanguage(said, actor.language));
}

/** An act's origin, for the audit trail. */
const actOf = ({ context, people }: ApiOptions, { personId }: Actor, via: string): ActGiven => ({
  origin: /\/imports?(?:\/|$)/.test(via) ? 'import' : 'tab',
  via,
  actorId: personId,
  deputyFor: (centreId) => people.deputyFor(context, personId, centreId),
});

/** The actor with the press's key, so that a repeat after a lost answer finds its first result. */
function pressing(context: Context, actor: Actor, { name }: Route, request: Request, body: unknown): Actor {
  const address = `${name} ${JSON.stringify(Object.entries(request.params).sort())}`;
  const asked = { header: request.get(idempotencyHeader), address, body, today: todayOf(context.clock) };
  return { ...actor, idempotencyKey: idempotencyKeyOf(asked) };
}

function uploadOf(request: Request): Upload {
  const bytes: unknown = request.body;
  const fileName = fileNameOf(request.get('x-file-name') ?? '');
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw invalid('http.fileEmpty', { field: 'file' });
  return { fileName, bytes };
}

/** The sender's file name, without folders and control characters. */
function fileNameOf(header: string): string {
  const given = /%/.test(header) ? decoded(header) : header;
  const name = given
    .replace(/[\u0000-\u001f]/g, '')
    .split(/[/\\]/)
    .at(-1);
  if (!name?.trim()) throw invalid('http.fileName', { field: 'file' });
  return name.trim().slice(-120);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('http.fileName', { field: 'file' });
  }
}

function parsed(schema: z.ZodType | undefined, value: unknown, today: LocalDate): unknown {
  if (!schema) return undefined;
  const found = readInput(schema, value, today);
  if (!found.success) throw new InvalidInput(fieldErrors(found.error.issues));
  return found.data;
}

function sendFile(response: Response, type: string, file: FileAnswer): void {
  response.attachment(file.fileName).type(type).send(Buffer.from(file.bytes));
}

/** Fields with the wheel's texts in answers. */
const names = new Set(['title', 'why', 'evidence', 'evidenceWanted']);

/**
 * Translates the program's own texts that are stored in Danish (the wheel's catalogue) to the reader's language.
 * People's texts and files are unchanged.
 */
function inReadersLanguage(answer: unknown, language: FormatLanguage): unknown {
  if (Array.isArray(answer)) return answer.map((one) => inReadersLanguage(one, language));
  if (typeof answer !== 'object' || answer === null || answer instanceof Date || answer instanceof Uint8Array)
    return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && names.has(name) && value !== ''
        ? shippedIn(value, language)
        : inReadersLanguage(value, language),
    ]),
  );
}
