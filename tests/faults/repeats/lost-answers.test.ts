import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { continueAudit } from '../../../api/audit/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { apiWorld, tokenOf, type ApiWorld } from '../../security/api-world.ts';
import { aDraft } from '../../unit/policy/builders.ts';
import { foreignKeys, withValue } from './foreign-keys.ts';
import { dyingLists } from './dying-lists.ts';
import { harmless } from './harmless.ts';
import { aMeasure, makings, type Making } from './routes.ts';

let world: ApiWorld;
let dying: ReturnType<typeof dyingLists>;
const intentions = new Map<string, number>();
beforeAll(async () => {
  world = await apiWorld();
  dying = dyingLists(world.context);
});
afterAll(() => world.close());

/** Number of records in each list. */
const counts = (): Record<string, number> =>
  Object.fromEntries(allLists.map((list) => [list.name, world.context.list(list).all().length]));
const moreThan = (before: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts()).flatMap(([list, count]) => {
      const more = count - (before[list] ?? 0);
      return more === 0 ? [] : [[list, more]];
    }),
  );

/** The audit trail is written later; awaited here, to be counted. */
const trailIsWritten = () => continueAudit(world.context);

async function prepared(name: string, making: Making, changed = (body: unknown): unknown => body) {
  const n = (intentions.get(name) ?? 0) + 1;
  intentions.set(name, n);
  const key = (await making.before?.(world, n)) ?? '';
  const path = making.path?.(world) ?? (name.split(' ')[1] ?? '').replace(/:\w+/, key);
  const body = changed(making.body(world, n, key));
  const token = await tokenOf(making.by);
  await trailIsWritten();
  return (idempotencyKey: string) =>
    world.ask('POST', path, { token, body, headers: { ...making.headers, 'idempotency-key': idempotencyKey } });
}

/** An answer without its time. */
const said = (body: unknown) => JSON.stringify(body, (name, value: unknown) => (name === 'asOf' ? undefined : value));

describe('every route that changes something', () => {
  it('is either tried here with its answer lost, or says why a repeat does no harm', () => {
    const changing = allRoutes.map(({ name }) => name).filter((name) => name.startsWith('POST '));
    const told = [...Object.keys(makings), ...Object.values(harmless).flat()];
    expect(told.toSorted()).toEqual(changing.toSorted());
  });
});

describe.each(Object.entries(makings))('%s', (name, making) => {
  it('makes it once, and answers the same, when the answer was lost', async () => {
    const send = await prepared(name, making);
    const before = counts();
    const key = randomUUID();
    const first = await send(key);
    expect(first, JSON.stringify(first.body)).toMatchObject({ status: 200 });
    await trailIsWritten();
    const once = moreThan(before);
    const again = await send(key);
    expect(again.status).toBe(200);
    await trailIsWritten();
    expect(moreThan(before)).toEqual(once);
    if (!answersDifferently.includes(name)) expect(said(again.body)).toBe(said(first.body));
  });

  it('carries on wherever the program died, and makes no more than an act that nothing disturbed', async () => {
    const undisturbed = await prepared(name, making);
    const start = counts();
    const writes = await dying.counted(() => undisturbed(randomUUID()).then(trailIsWritten));
    const once = moreThan(start);
    for (let died = 1; died <= writes; died += 1) {
      const send = await prepared(name, making);
      const before = counts();
      const key = randomUUID();
      dying.dieAfter(died);
      // Killed while writing the trail, it has answered already.
      const lost = await send(key);
      await trailIsWritten().catch(() => undefined);
      dying.revive();
      expect([200, 503]).toContain(lost.status);
      if (died === 1) expect(lost.status).toBe(503);
      expect(await send(key)).toMatchObject({ status: 200 });
      await trailIsWritten();
      expect(moreThan(before), `died after write ${died} of ${writes}`).toEqual(once);
    }
  });

  it('makes one when the same press comes twice at once', async () => {
    const undisturbed = await prepared(name, making);
    const start = counts();
    await undisturbed(randomUUID());
    await trailIsWritten();
    const once = moreThan(start);
    const send = await prepared(name, making);
    const before = counts();
    const key = randomUUID();
    const answers = await Promise.all([send(key), send(key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await trailIsWritten();
    expect(moreThan(before)).toEqual(once);
  });
});

/** Takes those that are there: a reminder of what is owed, and a downtime, which nothing may hold up. */
const leftOut = [
  ...['POST /api/reminders/nudge', 'POST /api/learning/rounds/:roundKey/nudge'],
  'POST /api/contingency/downtimes',
];

describe('a key of another record that does not exist', () => {
  const asked = allRoutes.flatMap((route) => {
    const making = makings[route.name];
    return making && !leftOut.includes(route.name)
      ? foreignKeys(route).map((way) => ({ name: route.name, making, way }))
      : [];
  });

  it('is refused at its field in everything that is made', async () => {
    const wrong: string[] = [];
    for (const { name, making, way } of asked) {
      const send = await prepared(name, making, (body) => withValue(body, way, 'no-such-key'));
      const { status, body } = await send(randomUUID());
      const { fields = [] } = (body as { error?: { fields?: { path: string }[] } }).error ?? {};
      const isNamed = fields.some(({ path }) => path.split('.')[0] === way[0]);
      // 403 says the same of a person that is not there and of one whom the sender may not see.
      const isRefused = status === 403 || (status >= 400 && status <= 409 && isNamed);
      if (!isRefused) wrong.push(`${name} ${way.join('.')}: ${status} ${said(body)}`);
    }
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });
});

/** Answers whether it existed, so a repeat differs. */
const answersDifferently = [
  'POST /api/contingency/downtimes',
  'POST /api/learning/completions',
  'POST /api/wheel/catalogue/adopt',
];

describe('a press', () => {
  const propose = (by: string, title: string, headers: Record<string, string>) =>
    tokenOf(by).then((token) =>
      world.ask('POST', '/api/measures', {
        ...{ token, headers },
        body: aMeasure(title),
      }),
    );
  const named = (key: string) => ({ 'idempotency-key': key });
  const made = (before: Record<string, number>) => moreThan(before)['Measures'] ?? 0;

  it('with other words than the first time says that the first is saved, and loses neither', async () => {
    const before = counts();
    const key = randomUUID();
    await propose('ciso', 'Lås dørene', named(key));
    expect(await propose('ciso', 'Lås alle døre', named(key))).toMatchObject({ status: 409, code: 'http.madeAlready' });
    expect(await propose('ciso', 'Lås alle døre', named(randomUUID()))).toMatchObject({ status: 200 });
    expect(made(before)).toBe(2);
  });

  it('is another for another person, and for the same person who wants it twice', async () => {
    const before = counts();
    const key = randomUUID();
    await propose('ciso', 'Køb skabe', named(key));
    await propose('team', 'Køb skabe', named(key));
    await propose('ciso', 'Køb skabe', named(randomUUID()));
    expect(made(before)).toBe(3);
  });

  it('without a name is known by what it says, on the same day', async () => {
    const before = counts();
    const answers = [await propose('ciso', 'Mal gangen', {}), await propose('ciso', 'Mal gangen', {})];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(made(before)).toBe(1);
    world.setNow('2026-11-25T09:00:00.000Z');
    await propose('ciso', 'Mal gangen', {});
    expect(made(before)).toBe(2);
  });

  it('with a name that is none is refused', async () => {
    expect(await propose('ciso', 'Mal væggen', named('kort'))).toMatchObject({ code: 'http.idempotencyKey' });
  });
});

describe('two drafts of the policy', () => {
  it('made at once never share a number', async () => {
    const answers = await Promise.all(
      ['ciso', 'team'].map(async (by) =>
        world.ask('POST', '/api/policy/versions', {
          token: await tokenOf(by),
          body: aDraft({ number: '7.0', title: `Politik af ${by}` }),
          headers: { 'idempotency-key': randomUUID() },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('policy.numberTaken');
  });
});
