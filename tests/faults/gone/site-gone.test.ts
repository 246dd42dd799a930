import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allLists } from '../../../teams-app/program/lists.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

const inSite = /^https:\/\/graph\.microsoft\.com\/v1\.0\/(sites|drives)\//;

describe('a site that is deleted while the program runs', () => {
  let world: JourneyWorld;
  let isGone = false;
  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600' }, undefined, (fetch) => async (url, init) => {
      if (!isGone || !inSite.test(url)) return fetch(url, init);
      const error = { code: 'itemNotFound', message: 'Requested site could not be found' };
      return Response.json({ error }, { status: 404 });
    });
    await world.process();
  });
  afterAll(() => world.close());

  it('is told as that, is read as it was, takes nothing, and goes on when it is restored', async () => {
    const ciso = await world.personWith('ciso');
    const operations = () => world.as(ciso, 'GET', '/api/operations');
    const reapprove = () => world.as(ciso, 'POST', '/api/policy/reapprove');
    expect(await operations()).toMatchObject({ body: { status: 'ok' } });
    isGone = true;
    // Nobody has looked yet: what is saved finds it out.
    expect(await reapprove()).toMatchObject({ status: 503, body: { error: { code: 'sharepoint.siteGone' } } });
    await world.program.lists.refresh();
    expect(await operations()).toMatchObject({
      body: {
        attention: [{ kind: 'failing', code: 'sharepoint.siteGone', lists: { length: allLists.length } }],
        freshness: { stale: true },
      },
    });
    expect((await world.as(ciso, 'GET', '/api/organisation')).status).toBe(200);
    const answer = await reapprove();
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'sharepoint.siteGone' } } });
    expect(JSON.stringify(answer.body)).toContain('gendannet');

    isGone = false;
    await world.program.lists.refresh();
    expect(await operations()).toMatchObject({ body: { status: 'ok', freshness: { stale: false } } });
    expect((await reapprove()).status).toBeLessThan(300);
  });
});
