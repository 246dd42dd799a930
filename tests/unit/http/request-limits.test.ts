import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Endpoints } from '../../../api/http/endpoint.ts';
import { routes } from '../../../api/http/index.ts';
import { largeBodies, slowWhenLarge } from '../../../api/http/large-bodies.ts';
import { forbidden, TooMany, type PersonId } from '../../../api/kernel/index.ts';
import { apiWorld, tokenOf, type ApiWorld } from '../../security/api-world.ts';

const megabyte = 1_000_000;
const contract = {
  'GET /api/look': { summary: 'Looks', answer: z.object({}) },
  'POST /api/act': { summary: 'Acts', answer: z.object({}) },
  'GET /api/paper': { summary: 'Gives a file', file: 'text/plain' },
  'PUT /api/file/:key': { summary: 'Takes a file', upload: true, bodyBytes: 3 * megabyte, answer: z.object({}) },
} satisfies Endpoints;

let read = 0;
const table = routes(contract, {
  'GET /api/look': { allow: 'everyone', run: () => ({}) },
  'POST /api/act': { allow: 'everyone', run: () => ({}) },
  'GET /api/paper': { allow: 'everyone', run: () => ({ fileName: 'a.txt', bytes: new Uint8Array(1) }) },
  'PUT /api/file/:key': {
    allow: 'everyone',
    before: (_context, _actor, { key }) => {
      if (key === 'hers') throw forbidden('access.notAllowed');
    },
    run: (_context, _actor, { body }) => {
      read += body.bytes.length;
      return {};
    },
  },
});

let world: ApiWorld | undefined;
afterEach(async () => {
  read = 0;
  await world?.close();
});
async function start() {
  world = await apiWorld({ routes: table, limits: { whole: 12, reading: 5, changing: 3, files: 2 } });
  return world;
}
const statuses = async (asks: number, ask: () => Promise<{ status: number }>) => {
  const found: number[] = [];
  for (let nth = 0; nth < asks; nth += 1) found.push((await ask()).status);
  return found;
};

describe('what one person asks for in a minute', () => {
  it('has an end on each route, by what it does, and another person is not touched by it', async () => {
    const { as } = await start();
    expect(await statuses(7, () => as('anne', 'GET', '/api/look'))).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(await statuses(4, () => as('anne', 'POST', '/api/act'))).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, () => as('bo', 'GET', '/api/look'))).toEqual([200]);
  });

  it('has an end over all routes together', async () => {
    const { as } = await start();
    await statuses(5, () => as('anne', 'GET', '/api/look'));
    await statuses(3, () => as('anne', 'POST', '/api/act'));
    await statuses(2, () => as('anne', 'GET', '/api/paper'));
    await statuses(2, () => as('anne', 'GET', '/api/paper'));
    expect(await statuses(2, () => as('anne', 'POST', '/api/act'))).toEqual([429, 429]);
  });

  it('is told in words with the seconds to wait', async () => {
    const { as } = await start();
    await statuses(2, () => as('anne', 'GET', '/api/paper'));
    const { status, headers, message, code } = await as('anne', 'GET', '/api/paper');
    expect([status, code]).toEqual([429, 'http.tooMany']);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(message).toContain(`Vent ${seconds} sekunder`);
  });
});

describe('a large body', () => {
  const send = async (
    who: string,
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) =>
    fetch(`${world?.address}${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await tokenOf(who)}`, 'x-file-name': 'a.bin', ...headers },
      body: bytes,
    });

  it('is not read for whoever may not, for a thing that is not theirs, or when it is larger than the route takes', async () => {
    await start();
    const large = new Uint8Array(2 * megabyte);
    expect((await send('anne', '/api/file/hers', large)).status).toBe(403);
    expect((await send('nobody-at-all', '/api/file/mine', large)).status).toBe(403);
    expect((await send('anne', '/api/file/mine', new Uint8Array(4 * megabyte))).status).toBe(413);
    expect(read).toBe(0);
    expect((await send('bo', '/api/file/mine', large)).status).toBe(200);
    expect(read).toBe(large.length);
  });

  it('is refused when it is compressed: it is larger than it says', async () => {
    await start();
    const small = new Uint8Array(100);
    expect((await send('anne', '/api/file/mine', small, { 'content-encoding': 'gzip' })).status).toBe(400);
    expect(read).toBe(0);
  });
});

describe('the refusal of a large body', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['of a small one', { 'content-length': '2000' }, 0],
    ['of a large one', { 'content-length': '270000' }, 1_000],
    ['of one that does not say how large it is', { 'transfer-encoding': 'chunked' }, 1_000],
  ])('%s comes at once, or a second later', async (_what, headers, after) => {
    const refused = vi.fn((thrown: unknown) => thrown);
    const end = slowWhenLarge({ headers })(new TooMany(10)).catch(refused);
    await vi.advanceTimersByTimeAsync(Math.max(0, after - 1));
    expect(refused).toHaveBeenCalledTimes(after > 0 ? 0 : 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await end).toBeInstanceOf(TooMany);
  });
});

describe('room for large bodies', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
  const person = (key: string) => key as PersonId;

  it('is for one of each person, and for few together; the next comes in when one leaves', async () => {
    const bodies = largeBodies({ most: 2 });
    const leave = await bodies.enter(person('a'));
    const leaveSecond = await bodies.enter(person('b'));
    const order: string[] = [];
    const third = bodies.enter(person('c')).then((left) => (order.push('c'), left));
    const fourth = bodies.enter(person('d')).then(() => order.push('d'));
    await expect(bodies.enter(person('c'))).rejects.toMatchObject({ code: 'http.tooMany' });
    leave();
    leave();
    const leaveThird = await third;
    expect(order).toEqual(['c']);
    leaveThird();
    await fourth;
    expect(order).toEqual(['c', 'd']);
    leaveSecond();
  });

  it('lets a press that came twice wait for itself, behind nobody else, and refuses the third', async () => {
    const bodies = largeBodies({ most: 2 });
    const leave = await bodies.enter(person('a'));
    const order: string[] = [];
    const again = bodies.enter(person('a')).then((left) => (order.push('a'), left));
    await expect(bodies.enter(person('a'))).rejects.toMatchObject({ code: 'http.tooMany' });
    const leaveOther = await bodies.enter(person('b'));
    const behind = bodies.enter(person('c')).then(() => order.push('c'));
    leaveOther();
    await behind;
    expect(order).toEqual(['c']);
    leave();
    await again;
    expect(order).toEqual(['c', 'a']);
  });

  it('is not waited for longer than a while, and whoever gave up takes nobody’s place', async () => {
    const bodies = largeBodies({ most: 1, patienceMs: 1_000 });
    const leave = await bodies.enter(person('a'));
    const late = expect(bodies.enter(person('b'))).rejects.toMatchObject({ code: 'http.tooMany' });
    await vi.advanceTimersByTimeAsync(1_001);
    await late;
    leave();
    await bodies.enter(person('c'));
  });
});
