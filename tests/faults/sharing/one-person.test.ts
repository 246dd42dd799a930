import { afterAll, beforeAll, expect, it } from 'vitest';
import { contingencyContract } from '../../../api/contingency/contract.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

/** One person sends all requests at once. */
let world: JourneyWorld;
/** Addresses from which bytes and versions of files were read. */
const read: string[] = [];
beforeAll(async () => {
  world = await startWorld({ PERSON_LIMITS: 'on' }, undefined, (fetch) => (input, init) => {
    const address = new URL(input).href;
    if (/\/drives\/.*\/(versions|content)\b/.test(address)) read.push(address);
    return fetch(input, init);
  });
  await world.process();
});
afterAll(() => world.close());

it('gets so many files in a minute, each read once, and others are answered meanwhile', async () => {
  const isk = await world.personWith('coordinator');
  const { rows } = contingencyContract['GET /api/contingency/packs'].answer.parse(
    (await world.as(isk, 'GET', '/api/contingency/packs')).body,
  );
  const pack = rows.find(({ latest }) => latest)?.latest?.key ?? '';
  const path = `/api/contingency/packs/${pack}/html`;
  read.length = 0;
  const greedy = Array.from({ length: 400 }, async () => (await world.as(isk, 'GET', path)).status);

  const other = (await world.people()).find(({ roles, id }) => roles.length === 0 && id !== isk.id) ?? isk;
  const mine = await world.as(other, 'GET', '/api/obligations');
  const acknowledged = await world.as(other, 'POST', '/api/policy/versions/policy-4-0/acknowledge');

  expect([mine.status, acknowledged.status]).toEqual([200, 200]);
  const statuses = Map.groupBy(await Promise.all(greedy), (status) => status);
  expect([...statuses.keys()].sort()).toEqual([200, 429]);
  expect(statuses.get(200)).toHaveLength(60);
  // The version is looked up, and its bytes are read: no address twice, whatever else the program reads meanwhile.
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((address, at) => read.indexOf(address) !== at)).toEqual([]);
});
