import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from './api-world.ts';

describe('a risk that somebody has an action about', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  it('is seen and reported on by the owner of the action without a role, who does nothing else', async () => {
    const risk = `/api/risks/register/${world.riskKey}`;
    const as = async (method: string, path: string, body?: unknown, who = 'bo') => {
      const { status, code } = await world.as(who, method, path, body);
      return [status, code];
    };
    expect(await as('GET', risk, undefined, 'anne')).toEqual([403, 'risks.mayNotSee']);
    expect(await as('GET', risk)).toEqual([200, undefined]);
    expect(await as('POST', `${risk}/actions/action/progress`, { progress: 40, note: '' })).toEqual([200, undefined]);
    const action = { title: 'Andet', ownerId: 'bo', due: '2027-01-01' };
    const asked = { reason: 'Det koster for meget nu.', until: '2027-06-01' };
    const refused = [403, 'risks.mayNotTreat'];
    const save = async (path: string, body: object) => {
      const { status, code } = await world.save('bo', path, body);
      return [status, code];
    };
    expect(await save(`${risk}/treatment`, { treatment: 'accept' })).toEqual(refused);
    expect(await as('POST', `${risk}/actions`, action)).toEqual(refused);
    expect(await save(`${risk}/actions/action`, action)).toEqual(refused);
    expect(await as('POST', `${risk}/actions/action/cancel`, { reason: 'Nej tak' })).toEqual(refused);
    expect(await as('POST', `${risk}/acceptance`, asked)).toEqual(refused);
    for (const path of ['/api/risks/register', '/api/risks/overview', '/api/assets', '/api/assets/archive'])
      expect((await as('GET', path))[0], path).toBe(403);
  });
});
