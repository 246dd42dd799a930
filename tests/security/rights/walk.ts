import { unzipSync } from 'fflate';
import { z } from 'zod';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Route } from '../../../api/http/index.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { overHttp } from '../../support/over-http.ts';
import { replaces, stampFor } from '../../support/stamp.ts';
import { tokenFor } from '../served-api.ts';
import { actorNames, actors, phoneOf, places, scopes, type ActorName, type Scope } from './actors.ts';
import { canariesIn } from './canaries.ts';
import { requestTo, type Asked } from './requests.ts';
import type { TwoCentres } from './two-centres.ts';

/** One route, called by one actor on one scope's record, and what it revealed. */
export interface Step {
  name: string;
  scope: Scope;
  actor: ActorName;
  status: number;
  code: string | undefined;
  /** `scope kind` of its canaries, with the fields. */
  told: Map<string, Set<string>>;
  /** For an accepted act: what the same person's GET of the same record reveals afterwards. */
  after?: { status: number; told: Map<string, Set<string>> };
  /** Owners of the directory numbers in it. */
  phones: string[];
  /** Whether it names the other centre's employee without a part in any record except as one of many. */
  namesBystander: boolean;
}

/** Calls, and reads any response: JSON, text, and the words in workbooks, documents and PDFs. */
export async function askAs(world: TwoCentres, personId: string, { method, path, body, headers }: Asked) {
  const {
    status,
    headers: given,
    bytes,
  } = await overHttp(world.address + path, {
    method,
    headers: {
      ...{ accept: '*/*', 'accept-language': '*', authorization: `Bearer ${await tokenFor(personId)}` },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await wordsIn(bytes);
  const isJson = given['content-type']?.includes('json') ?? false;
  if (isJson) JSON.parse(text);
  return { status, text, code: isJson ? codeOf(text) : undefined };
}

const codeOf = (json: string): string | undefined => /"code":"([\w.]+)"/.exec(json)?.[1];

async function wordsIn(bytes: Uint8Array): Promise<string> {
  const plain = new TextDecoder().decode(bytes);
  if (plain.startsWith('PK'))
    return Object.values(unzipSync(bytes))
      .map((part) => new TextDecoder().decode(part))
      .join('\n');
  if (!plain.startsWith('%PDF')) return plain;
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text.replaceAll(/\s+/g, '');
}

/** A person of Syd without a role, in lists of people: with tasks, overdue, or informed. */
export const bystander = { id: 'bo', name: 'Bo Ærø' };
export const namesBystander = (text: string): boolean =>
  text.includes(`"${bystander.id}"`) || text.replaceAll(/\s+/g, '').includes(bystander.name.replaceAll(' ', ''));

const digitsOf = places.map((personId) => [personId, phoneOf(personId).replaceAll(/\s/g, '').slice(3)] as const);
const phonesIn = (text: string): string[] => {
  const digits = text.replaceAll(/[\s ]/g, '');
  return digitsOf.flatMap(([personId, phone]) => (digits.includes(phone) ? [personId] : []));
};

/** The stamps of the seeded world, which each step meets. */
const stamps = new WeakMap<TwoCentres, Map<string, string | null>>();

/** As a form sends it: with the stamp of the record, as whoever may see all of them reads it. */
export async function asAForm(world: TwoCentres, asked: Asked): Promise<Asked> {
  const { method, path, body } = asked;
  if (!replaces(method, path) || typeof body !== 'object') return asked;
  const known = stamps.get(world) ?? new Map<string, string | null>();
  stamps.set(world, known);
  const read = async (view: string): Promise<unknown> =>
    JSON.parse((await askAs(world, actors.ciso, { method: 'GET', path: view })).text);
  const expected = known.get(path) ?? (await stampFor(path, body, read));
  known.set(path, expected);
  return { ...asked, body: { ...body, expected } };
}

export async function step(world: TwoCentres, route: Route, scope: Scope, actor: ActorName): Promise<Step | undefined> {
  const asked = requestTo(route, scope, world);
  if (!asked) return undefined;
  const { status, text, code } = await askAs(world, actors[actor], await asAForm(world, asked));
  return {
    name: route.name,
    scope,
    actor,
    status,
    code: status < 300 ? undefined : code,
    told: canariesIn(text),
    phones: phonesIn(text),
    namesBystander: namesBystander(text),
  };
}

/** The GET of an act's subject: the longest prefix of its address that names a record. */
const looksAt = new Map<string, Route | undefined>();
function lookAt({ name }: Route): Route | undefined {
  if (!looksAt.has(name)) looksAt.set(name, longestLook(name));
  return looksAt.get(name);
}
function longestLook(name: string): Route | undefined {
  const [, path = ''] = name.split(' ');
  const looks = allRoutes.filter((route) => {
    const [method, address = ''] = route.name.split(' ');
    const isRecord = method === 'GET' && route.endpoint.file === undefined && /:\w+$/.test(address);
    return isRecord && `${path}/`.startsWith(`${address}/`);
  });
  return looks.sort((one, other) => other.name.length - one.name.length)[0];
}

async function lookAfter(world: TwoCentres, act: Route, scope: Scope, actor: ActorName): Promise<Step['after']> {
  const look = lookAt(act);
  const asked = look && requestTo(look, scope, world, act.name);
  if (!asked) return undefined;
  const { status, text } = await askAs(world, actors[actor], asked);
  return { status, told: canariesIn(text) };
}

/**
 * Every route, on the own centre's record, another's and the whole's, by each actor; each meets the seeded world. Where
 * the record is the same whatever the scope, it is asked once.
 */
export async function walk(world: TwoCentres, routes: readonly Route[] = allRoutes): Promise<Step[]> {
  const steps: Step[] = [];
  for (const route of routes) {
    const known = new Map<string, Step>();
    for (const scope of scopes)
      for (const actor of actorNames) {
        const look = lookAt(route);
        const asked = [requestTo(route, scope, world), look && requestTo(look, scope, world, route.name)];
        const key = JSON.stringify([actor, asked]);
        const before = known.get(key);
        const taken = before ? { ...before, scope } : await stepAndLook(world, route, scope, actor);
        if (!taken) continue;
        known.set(key, taken);
        steps.push(taken);
      }
  }
  return steps;
}

async function stepAndLook(world: TwoCentres, route: Route, scope: Scope, actor: ActorName): Promise<Step | undefined> {
  const taken = await step(world, route, scope, actor);
  if (!taken || route.name.startsWith('GET ')) return taken;
  const after = taken.status < 300 ? await lookAfter(world, route, scope, actor) : undefined;
  if (after) taken.after = after;
  await world.reset();
  return taken;
}

/** Filters on the other centre, its bystander or that name. */
const narrowed: Readonly<Record<string, string>> = { centreId: 'syd', personId: bystander.id, q: 'ærø' };

/** One of each kind: everywhere by name, by numbers, in the own centre, nowhere. */
const whoLook: readonly ActorName[] = ['ciso', 'securityCommittee', 'executiveBoard', 'coordinator', 'employee'];

/** Every GET with a centre, a person or a search, filtered on the bystander. */
export async function lookedUp(world: TwoCentres): Promise<Pick<Step, 'name' | 'actor' | 'namesBystander'>[]> {
  const looks: Pick<Step, 'name' | 'actor' | 'namesBystander'>[] = [];
  for (const route of allRoutes.filter(({ name }) => name.startsWith('GET ')))
    for (const path of addressesOf(route, world))
      for (const actor of whoLook) {
        const { text } = await askAs(world, actors[actor], { method: 'GET', path });
        looks.push({ name: route.name, actor, namesBystander: namesBystander(text) });
      }
  return looks;
}

function addressesOf(route: Route, world: TwoCentres): string[] {
  const asked = requestTo(route, 'syd', world);
  if (!asked) return [];
  const { query } = route.endpoint;
  const fields = query
    ? Object.keys(z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }).properties ?? {})
    : [];
  const shows = fields.includes('show') ? ['', 'show=done', 'show=all', 'show=overdue', 'show=open'] : [''];
  const narrow = Object.entries(narrowed).filter(([field]) => fields.includes(field));
  const queries = narrow.flatMap(([field, value]) =>
    shows.map((show) => [`${field}=${encodeURIComponent(value)}`, show].filter((part) => part !== '').join('&')),
  );
  const [bare = ''] = asked.path.split('?');
  return [
    ...queries.map((query) => `${bare}?${query}`),
    ...(route.name.includes(':personId') ? [asked.path.replace('named-syd', bystander.id)] : []),
  ];
}
