import { afterAll, beforeAll, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { CriticalServices } from '../../../api/critical-services/index.ts';
import { Controls } from '../../../api/standards/index.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { person } from '../../unit/organisation/builders.ts';
import { scopes } from './actors.ts';
import { canariesIn } from './canaries.ts';
import { requestTo } from './requests.ts';
import { twoCentres, type TwoCentres } from './two-centres.ts';
import { askAs } from './walk.ts';

const owner = person('owner-nord');
const another = person('isk-nord');
let world: TwoCentres;
beforeAll(async () => {
  world = await twoCentres();
}, 300_000);
afterAll(() => world.close());

/** `scope kind field`, of all GET requests. */
async function readBy(personId: string): Promise<Set<string>> {
  const read = new Set<string>();
  for (const route of allRoutes.filter(({ name }) => name.startsWith('GET ')))
    for (const scope of scopes) {
      const asked = requestTo(route, scope, world);
      if (!asked) continue;
      const { text } = await askAs(world, personId, asked);
      for (const [key, fields] of canariesIn(text)) for (const field of fields) read.add(`${key} ${field}`);
    }
  return read;
}

const isRetired = { state: 'retired', retiredReason: 'Ude af brug' } as const;
const isAnothers = { ownerId: another };
async function owned(change: typeof isRetired | typeof isAnothers): Promise<Set<string>> {
  await world.reset();
  await world.context.list(Assets).update('asset-nord', () => change);
  await world.context.list(CriticalServices).update('service-nord', () => change);
  await world.context.list(Controls).update('control-nord', () => change);
  return readBy(owner);
}
/** The record itself, with its findings. */
const ofTheThing = ['nord asset', 'nord control', 'nord service', 'nord risk'];

it('whoever owns what is retired reads of it, and nothing else that is not read without owning anything', async () => {
  const without = await owned(isAnothers);
  const more = [...(await owned(isRetired))].filter((field) => !without.has(field));
  expect(more.filter((field) => !ofTheThing.includes(field.split(' ').slice(0, 2).join(' ')))).toEqual([]);
  expect(new Set(more.map((field) => field.split(' ')[1]))).toEqual(new Set(['asset', 'service', 'control', 'risk']));
});

it('nor what is the common overview: names of others’ systems, services and controls, scales and catalogues', async () => {
  await owned(isRetired);
  const looks = ['/api/asset-names?q=', '/api/control-names?q=', '/api/critical-service-names?q='];
  for (const path of [...looks, '/api/risks/scales', '/api/risks/catalogues'])
    expect([path, (await askAs(world, owner, { method: 'GET', path })).status]).toEqual([path, 403]);
  const service = await askAs(world, owner, { method: 'GET', path: '/api/critical-services/service-nord' });
  expect(JSON.parse(service.text)).toMatchObject({ state: 'retired', needed: [] });
  const asset = await askAs(world, owner, { method: 'GET', path: '/api/assets/asset-nord/continuity' });
  expect(JSON.parse(asset.text)).toMatchObject({ services: [] });
});
