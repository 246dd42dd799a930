import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWorld, type ApiWorld } from './api-world.ts';
import { longWork } from './long-work.ts';

/** How long others wait meanwhile: `npm run bench -- --only bounds`. */
describe('what one colleague sends', () => {
  let world: ApiWorld;
  let work: Awaited<ReturnType<typeof longWork>>;
  beforeAll(async () => {
    world = await apiWorld();
    work = await longWork(world);
  });
  afterAll(() => world.close());

  it('is answered, however long its work takes', async () => {
    for (const [what, send] of Object.entries(work)) {
      const { status } = await send();
      expect([200, 400], what).toContain(status);
    }
  });
});
