import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listsOnADesk, siteId, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';
import { manyLists, watchedLists, type WatchedLists } from './watched-lists.ts';

let desk: ListsOnADesk;
let program: WatchedLists;
let stateOf: Map<string, string | null>;
beforeAll(async () => {
  desk = await listsOnADesk(manyLists(3));
  program = await watchedLists(desk, manyLists(3));
  await program.pass(30);
  const all = desk.emulator.world.sites.subscriptions.all();
  const named = await Promise.all(
    ['Many0', 'Many1', 'Many2'].map(async (name) => {
      const { id } = (await desk.graph.get(`/sites/${siteId}/lists/${name}`)) as { id: string };
      return [name, all.find(({ list }) => list === id)!.clientState] as const;
    }),
  );
  stateOf = new Map(named);
});
afterAll(async () => {
  await program.close();
  await desk.close();
});
/** No scheduled poll interferes with those a test counts. */
beforeEach(async () => {
  await program.pass(65);
  desk.emulator.world.stats.reset();
});

const post = (body: unknown, url = program.door) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const told = (clientState: unknown, more = {}) => ({
  value: [{ subscriptionId: 'any', changeType: 'updated', resource: 'any', tenantId: 'any', clientState, ...more }],
});
/** Polls of Graph for changes since the last test. */
const looks = () =>
  Object.entries(desk.emulator.world.stats.snapshot().graph.byRoute)
    .filter(([route]) => route.includes('/delta'))
    .reduce((sum, [, { requests }]) => sum + requests, 0);

describe('the door for changes of lists', () => {
  it('looks at the list that the clientState belongs to, whatever else the body says', async () => {
    const answer = await post(told(stateOf.get('Many1'), { resource: 'sites/other/lists/other', tenantId: 'other' }));
    expect(answer.status).toBe(202);
    await program.pass(1);
    expect(looks()).toBe(1);
  });

  it('takes many at once, and looks at each list once', async () => {
    const one = told(stateOf.get('Many1')).value[0];
    const other = told(stateOf.get('Many2')).value[0];
    expect((await post({ value: [one, other, one, one, 'nonsense', null] })).status).toBe(202);
    await program.pass(1);
    expect(looks()).toBe(2);
  });

  it.each([
    ['a made-up clientState', told('made up')],
    ['none', told(undefined)],
    ['one that is no text', told({ toString: 'x' })],
    ['one that is too long', told('x'.repeat(129))],
    ['one of another secret', told(Buffer.alloc(32).toString('base64url'))],
  ])('refuses %s with 403 and looks at nothing', async (_title, body) => {
    expect((await post(body)).status).toBe(403);
    await program.pass(1);
    expect(looks()).toBe(0);
  });

  it('refuses a clientState without its last letter', async () => {
    expect((await post(told(stateOf.get('Many1')!.slice(0, -1)))).status).toBe(403);
  });

  it.each([
    ['no object', 'text'],
    ['no list', { value: {} }],
    ['an empty list', { value: [] }],
    ['more than a thousand', { value: Array.from({ length: 1_001 }, () => ({})) }],
  ])('refuses a body that is %s with 400', async (_title, body) => {
    expect((await post(body)).status).toBe(400);
  });

  it.each([
    ['no JSON', '{"value":'],
    ['too deep', `{"value":${'['.repeat(60)}${']'.repeat(60)}}`],
  ])('refuses what is %s with 400, and says nothing of itself', async (_title, body) => {
    const answer = await fetch(program.door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, await answer.text()]).toEqual([400, '']);
  });

  it('refuses more than 256 kB with 413', async () => {
    const answer = await post(told('x'.repeat(300_000)));
    expect([answer.status, await answer.text()]).toEqual([413, '']);
  });

  it('does not exist for who does not know its name, also with the right clientState', async () => {
    for (const name of ['wrong', program.door.split('/').at(-1)!.slice(1), '%00', 'x'.repeat(5_000)]) {
      const url = new URL(name, program.door).href;
      expect((await post(told(stateOf.get('Many1')), url)).status).toBe(404);
      expect((await fetch(`${url}?validationToken=x`, { method: 'POST' })).status).toBe(404);
    }
    await program.pass(1);
    expect(looks()).toBe(0);
  });

  it('gives a handshake its token back as plain text, and nothing a browser would run', async () => {
    const token = '<script>alert("&æ")</script>';
    const answer = await fetch(`${program.door}?validationToken=${encodeURIComponent(token)}`, { method: 'POST' });
    expect([answer.status, await answer.text()]).toEqual([200, token]);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    for (const query of [`validationToken=${'x'.repeat(2_001)}`, 'validationToken=a&validationToken=b']) {
      expect((await fetch(`${program.door}?${query}`, { method: 'POST' })).status).toBe(400);
    }
  });

  it('answers 429 to whoever floods it, and lets others in again later', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 21; round += 1)
      statuses.push(
        ...(await Promise.all(Array.from({ length: 50 }, async () => (await post(told('made up'))).status))),
      );
    expect([...new Set(statuses)]).toEqual([403, 429]);
    expect(statuses.filter((status) => status === 429)).toHaveLength(50);
    expect((await post(told(stateOf.get('Many1')))).status).toBe(429);
    await program.pass(1);
    expect((await post(told(stateOf.get('Many1')))).status).toBe(202);
  });

  it('makes no more looks than one a poll of notifications that are repeated', async () => {
    expect((await post(told(stateOf.get('Many1')))).status).toBe(202);
    for (let second = 0; second < 60; second += 1) {
      program.watch.notified(told(stateOf.get('Many1'), { lifecycleEvent: 'reauthorizationRequired' }));
      await program.pass(1);
    }
    expect(looks()).toBeLessThanOrEqual(5);
    const { byRoute } = desk.emulator.world.stats.snapshot().graph;
    expect(byRoute['PATCH /subscriptions/{subscription}']?.requests ?? 0).toBeLessThanOrEqual(1);
  });
});
