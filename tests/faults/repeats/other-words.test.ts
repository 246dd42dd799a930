import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, tokenOf, type ApiWorld } from '../../security/api-world.ts';
import { makings } from './routes.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await apiWorld();
});
afterAll(() => world.close());

/** Keys made of what is sent: other words are another record, or another choice for the same one. */
const byContent = [
  'POST /api/figures/freeze',
  'POST /api/policy/versions',
  'POST /api/policy/versions/:versionKey/comments',
  'POST /api/risks/saved-views',
  'POST /api/agendas',
  'POST /api/wheel/catalogue/adopt',
  'POST /api/learning/courses',
  'POST /api/learning/completions',
  'POST /api/learning/exemptions',
  'POST /api/organisation/assignments',
];
const [first, second] = [501, 502];

it('each of them is a route that makes something', () => {
  expect(byContent.filter((name) => !(name in makings))).toEqual([]);
});

describe('a press that comes again with other words says that the first is saved', () => {
  it.each(Object.entries(makings).filter(([name]) => !byContent.includes(name)))('%s', async (name, making) => {
    const key = (await making.before?.(world, first)) ?? '';
    const path = making.path?.(world) ?? (name.split(' ')[1] ?? '').replace(/:\w+/, key);
    const [body, other] = [first, second].map((n) => JSON.stringify(making.body(world, n, key)));
    if (body === other) return;
    const token = await tokenOf(making.by);
    const headers = { ...making.headers, 'idempotency-key': randomUUID() };
    const send = (n: number) => world.ask('POST', path, { token, body: making.body(world, n, key), headers });
    expect(await send(first)).toMatchObject({ status: 200 });
    const again = await send(second);
    expect(again.status, JSON.stringify(again.body)).toBe(409);
    expect(await send(first)).toMatchObject({ status: 200 });
  });
});
