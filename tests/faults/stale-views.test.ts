import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAllowed, type Route } from '../../api/http/index.ts';
import { readInput } from '../../api/http/input.ts';
import { changesFromNow } from '../../api/http/lists-header.ts';
import type { Context } from '../../api/context.ts';
import type { Derived } from '../../api/derivation.ts';
import { asAppError, todayOf, type Actor } from '../../api/kernel/index.ts';
import { readAsKnown } from '../../api/sharepoint/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { actorNames, actors, scopes } from '../security/rights/actors.ts';
import { requestTo, type Asked } from '../security/rights/requests.ts';
import { twoCentres, type TwoCentres } from '../security/rights/two-centres.ts';
import { asAForm } from '../security/rights/walk.ts';
import { tokenOf } from '../security/served-api.ts';
import { the } from '../unit/organisation/builders.ts';

let world: TwoCentres;
beforeAll(async () => {
  world = await twoCentres();
});
afterAll(() => world.close());

/** One route with the address and body of its request. */
interface Request {
  route: Route;
  asked: Asked;
}
const isLook = ({ name }: Route) => name.startsWith('GET ');
const roomOf = ({ name }: Route) => name.split('/')[2];
const asker = (name: keyof typeof actors) => the(world.context, actors[name]);

const requests = (wanted: (route: Route) => boolean): Request[] =>
  allRoutes.filter(wanted).flatMap((route) =>
    scopes.flatMap((scope) => {
      const asked = requestTo(route, scope, world);
      return asked ? [{ route, asked }] : [];
    }),
  );

/** What the API passes on, without HTTP: some ten thousand runs. */
async function run({ route, asked }: Request, actor: Actor, context = world.context): Promise<unknown> {
  const { pathname, searchParams } = new URL(asked.path, 'https://tab.example');
  const values = pathname.split('/').map(decodeURIComponent);
  const names = route.name.slice(route.name.indexOf(' ') + 1).split('/');
  const params = names.flatMap((name, place) => (name.startsWith(':') ? [[name.slice(1), values[place] ?? '']] : []));
  const { endpoint } = route;
  const parsed = (schema: Route['endpoint']['body'], value: unknown) =>
    schema && readInput(schema, value, todayOf(context.clock)).data;
  return route.run(
    context,
    actor,
    {
      params: Object.fromEntries(params) as Record<string, string>,
      query: parsed(endpoint.query, Object.fromEntries(searchParams)),
      body: endpoint.upload
        ? { fileName: 'skema.pdf', bytes: Buffer.from(String(asked.body)) }
        : parsed(endpoint.body, asked.body ?? {}),
    },
    {
      graph: () => {
        throw new Error('no Graph');
      },
    },
  );
}

interface View {
  said: string;
  read: ReadonlySet<string>;
}
/** What a view says, and the lists it has read. */
async function viewOf(look: Request, context?: Context): Promise<View> {
  const read = new Set<string>();
  const said = await readAsKnown(
    async () => run(look, asker('ciso'), context).catch((thrown: unknown) => asAppError(thrown).code),
    read,
  );
  return { said: JSON.stringify(said), read };
}

/** Does the act as the first who may; gives the lists that changed since, now and later. */
async function done(acts: readonly Request[]): Promise<(() => string[]) | undefined> {
  for (const act of acts) {
    const asked = await asAForm(world, act.asked);
    for (const name of actorNames) {
      const actor = asker(name);
      if (!isAllowed(actor, act.route.allow)) continue;
      const changes = changesFromNow(world.context, allLists);
      try {
        await run({ ...act, asked }, actor);
        return changes;
      } catch {
        // Another may.
      }
    }
  }
  return undefined;
}

/** Ranked also by what the index held before. */
const ranked = '/api/find';
/** One in so many views is compared after each act, and those of its room. */
const oneIn = 6;

const listsOf = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(world.address + path, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(actors.ciso)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return { status: response.status, lists: response.headers.get('x-lists')?.split(' ').toSorted() };
};

describe('an answer names its lists', () => {
  it('those that a GET read, also from derived values', async () => {
    const first = await listsOf('GET', '/api/organisation');
    expect(first).toEqual({ status: 200, lists: ['Centres', 'People', 'RoleAssignments'] });
    expect(await listsOf('GET', '/api/organisation')).toEqual(first);
  });

  it('beside lists, what the program remembers of a running import', async () => {
    expect((await listsOf('GET', '/api/assets/imports/running')).lists).toContain('*');
  });

  it('those that changed during an act, with the trail and what is in no list; none when it failed', async () => {
    const advice = { askedById: 'anne', answer: 'Brug sikker mail' };
    expect(await listsOf('POST', '/api/advice', advice)).toEqual({
      status: 200,
      lists: ['*', 'Advice', 'AuditEntries'],
    });
    expect(await listsOf('POST', '/api/advice', {})).toEqual({ status: 400, lists: undefined });
    expect(await listsOf('PUT', '/api/advice/unknown', { ...advice, expected: 'seen' })).toEqual({
      status: 404,
      lists: undefined,
    });
    await world.reset();
  });
});

describe('what an act changes is refetched', () => {
  it('since every view that it changed has read a list that the answer names', async () => {
    const looks = requests((route) => isLook(route) && route.endpoint.file === undefined)
      .filter(({ asked }) => !asked.path.startsWith(ranked))
      .filter(({ route }, place, all) => all.findIndex((other) => other.route === route) === place);
    const acts = Map.groupBy(
      requests((route) => !isLook(route)),
      ({ route }) => route,
    );
    const known = new Map<Request, View>();
    const stale: string[] = [];
    let [acted, turn, compared] = [0, 0, 0];
    for (const [route, each] of acts) {
      turn += 1;
      const wanted = looks.filter(
        (look, place) => place % oneIn === turn % oneIn || roomOf(look.route) === roomOf(route),
      );
      for (const look of wanted) if (!known.has(look)) known.set(look, await viewOf(look));
      const changes = await done(each);
      if (changes) acted += 1;
      const named = new Set(changes?.());
      for (const [look, { read }] of known) if ([...read].some((list) => named.has(list))) known.delete(look);
      for (const look of wanted) {
        const before = known.get(look);
        if (!before) continue;
        compared += 1;
        const { said } = await viewOf(look);
        // What the act's follow-up writes after the answer is found by polling, as before.
        const isLater = changes?.().some((list) => before.read.has(list)) === true;
        if (said !== before.said && !isLater) stale.push(`${route.name}: ${look.route.name}`);
        if (isLater) known.delete(look);
      }
      const reset = changesFromNow(world.context, allLists);
      await world.reset();
      const seeded = new Set(reset());
      for (const [look, { read }] of known) if ([...read].some((list) => seeded.has(list))) known.delete(look);
    }
    expect(stale).toEqual([]);
    expect(acted).toBeGreaterThan(180);
    expect(compared).toBeGreaterThan(acted * 20);
  });
});

/** The same lists and state without derived values, as after a start. */
function underived({ parts, ...rest }: Context): Context {
  const others = [...(parts ?? [])].filter(([{ description }]) => description !== 'derivation');
  return Object.defineProperty({ ...rest }, 'parts', { value: new Map(others) });
}

/** Derived values whose function reads lists beyond those declared. */
function readBeyond(context: Context): string[] {
  const derived = [...(context.parts ?? [])].flatMap(([{ description }, value]) =>
    description === 'derivation' && isDerived(value) ? [value] : [],
  );
  expect(derived.length).toBeGreaterThan(50);
  return derived.flatMap(({ lists, compute }) => {
    const read = new Set<string>();
    readAsKnown(() => compute(context), read);
    const declared = new Set(lists.map(({ name }) => name));
    const beyond = [...read].filter((name) => !declared.has(name));
    return beyond.length === 0 ? [] : [`${[...declared].join(', ')} read also ${beyond.join(', ')}`];
  });
}
const isDerived = (value: unknown): value is Derived<unknown> =>
  typeof value === 'object' && value !== null && 'compute' in value;

describe('what is derived from lists', () => {
  it('is after every act what a start would derive: each declares the lists that it reads', async () => {
    const looks = requests((route) => isLook(route) && route.endpoint.file === undefined).filter(
      ({ asked }) => !asked.path.startsWith(ranked),
    );
    const acts = Map.groupBy(
      requests((route) => !isLook(route)),
      ({ route }) => route,
    );
    const coldReads = new Map<Request, ReadonlySet<string>>();
    const stale = new Set<string>();
    let [turn, compared] = [0, 0];
    for (const [route, each] of acts) {
      turn += 1;
      const wanted = looks.filter(
        (look, place) => place % oneIn === turn % oneIn || roomOf(look.route) === roomOf(route),
      );
      for (const look of wanted) {
        if (coldReads.has(look)) continue;
        await viewOf(look);
        coldReads.set(look, (await viewOf(look, underived(world.context))).read);
      }
      const changes = await done(each);
      const changed = changes?.() ?? [];
      for (const look of wanted) {
        if (!changed.some((list) => coldReads.get(look)?.has(list))) continue;
        compared += 1;
        const [warm, cold] = [await viewOf(look), await viewOf(look, underived(world.context))];
        if (warm.said !== cold.said) stale.add(`${route.name}: ${look.route.name}`);
        coldReads.set(look, cold.read);
      }
      await world.reset();
    }
    expect(compared).toBeGreaterThan(1_000);
    expect([...stale]).toEqual([]);
    expect(readBeyond(world.context)).toEqual([]);
  });
});
