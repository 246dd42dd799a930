import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type JourneyWorld } from '../support/world.ts';

describe('the doors of the program', () => {
  let world: JourneyWorld;
  const get = (path: string) => fetch(world.program.address + path, { redirect: 'manual' });
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('serves the tab at every path under /tab/, with the app’s own link for whoever is outside Teams', async () => {
    for (const path of ['/tab/', '/tab/policy/coverage']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain(`content="${world.program.context.organisation.tabLink}home"`);
    }
  });

  it('lets nobody frame the tab or load scripts from elsewhere', async () => {
    const policy = (await get('/tab/')).headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("script-src 'self'");
    expect((await get('/tab/')).headers.get('x-powered-by')).toBeNull();
  });

  it('tells its health and describes its API to anybody, and nothing else', async () => {
    expect(await (await get('/api/health')).json()).toMatchObject({
      status: 'ok',
      lists: { stale: false, setAside: 0 },
    });
    expect(await (await get('/api/openapi.json')).json()).toHaveProperty(['paths', '/api/policy', 'get']);
    for (const path of ['/api/me', '/api/policy', '/api/organisation', '/api/people?q=an', '/api/campaigns'])
      expect((await get(path)).status, path).toBe(401);
    expect(
      (await fetch(`${world.program.address}/api/messages`, { method: 'POST', body: '{}' })).status,
    ).toBeGreaterThanOrEqual(400);
  });
});
