import { afterAll, beforeAll, expect, it } from 'vitest';
import { stories } from '../../kills/stories/index.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';
import { faults } from './fault-rows.ts';
import { aStage, callCounter } from './stage-under-fault.ts';
import { whatIsLeft } from './what-is-left.ts';

let world: JourneyWorld;
const calls = callCounter();
beforeAll(async () => {
  world = await startSettledWorld({ PEOPLE: '60', LOG_LEVEL: 'silent' }, undefined, calls.around);
}, 1_200_000);
afterAll(() => world.close());

it('a lost phone is reported, taken and closed once while each step meets another fault', async () => {
  const site = world.desk.world;
  const story = stories.find(({ name }) => name.includes('lost phone'));
  if (!site || !story) throw new Error('no desk here, or no story');
  const stage = await aStage(world, calls, 1);
  // A credential that has ended, a site that is read-only, a token that is refused, and answers that are lost.
  const names = [
    'app.secretExpired',
    'graph.role=read',
    'graph.unauthorized',
    'graph.commitThen504',
    'graph.truncated',
  ];
  const struck = names.map((name) => faults.find((fault) => fault.name === name));
  expect(struck).not.toContain(undefined);
  let steps = 0;
  stage.onStep(() => {
    stage.use(struck[steps % struck.length]);
    steps += 1;
  });
  await story.acts(stage);
  stage.onStep(() => undefined);
  await stage.settle();
  expect([...stage.problems, ...(await story.wrong(stage))]).toEqual([]);
  expect(whatIsLeft(site, stage, story.about).open).toEqual([]);
  expect(steps).toBeGreaterThan(names.length);
});
