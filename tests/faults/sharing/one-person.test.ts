import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { contingencyContract } from '../../../api/contingency/contract.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

/** One person sends all requests at once. */
let world: JourneyWorld;
beforeAll(async () => {
  world = await startWorld({ PERSON_LIMITS: 'on' });
  await world.process();
});
afterAll(() => world.close());

const stats = z.object({ graph: z.object({ byRoute: z.record(z.string(), z.object({ requests: z.number() })) }) });
const downloads = async () => {
  const { graph } = stats.parse((await world.control('GET', 'stats')).body);
  const routes = Object.entries(graph.byRoute).filter(([route]) => /^GET .*(versions|content)/.test(route));
  return routes.reduce((sum, [, { requests }]) => sum + requests, 0);
};

it('gets so many files in a minute, each read once, and others are answered meanwhile', async () => {
  const isk = await world.personWith('coordinator');
  const { rows } = contingencyContract['GET /api/contingency/packs'].answer.parse(
    (await world.as(isk, 'GET', '/api/contingency/packs')).body,
  );
  const pack = rows.find(({ latest }) => latest)?.latest?.key ?? '';
  const path = `/api/contingency/packs/${pack}/html`;
  const before = await downloads();
  const greedy = Array.from({ length: 400 }, async () => (await world.as(isk, 'GET', path)).status);

  const other = (await world.people()).find(({ roles, id }) => roles.length === 0 && id !== isk.id) ?? isk;
  const mine = await world.as(other, 'GET', '/api/obligations');
  const acknowledged = await world.as(other, 'POST', '/api/policy/versions/policy-4-0/acknowledge');

  expect([mine.status, acknowledged.status]).toEqual([200, 200]);
  const statuses = Map.groupBy(await Promise.all(greedy), (status) => status);
  expect([...statuses.keys()].sort()).toEqual([200, 429]);
  expect(statuses.get(200)).toHaveLength(60);
  // The version is looked up, and its bytes are read.
  expect((await downloads()) - before).toBeLessThanOrEqual(2);
});
