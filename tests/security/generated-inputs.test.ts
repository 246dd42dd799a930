import { expect, it } from 'vitest';
import { verbs } from '../../bot/index.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { fuzz } from '../fuzz/campaign.ts';
import { isTooSlow } from '../fuzz/finding.ts';

/** The same with 10,000 a contract, and how long others wait: `npm run fuzz`. */
it('answers whatever is sent to a route or a button: never a 5xx, no write by what is refused', async () => {
  const { counts, findings } = await fuzz({ inputs: 20, seed: 7 });
  expect(findings.filter((finding) => !isTooSlow(finding))).toEqual([]);
  expect([...counts.keys()].length).toBe(allRoutes.length + Object.keys(verbs).length);
  const all = [...counts.values()];
  expect(all.every(({ sent }) => sent === 20)).toBe(true);
  // About as many are accepted as refused: an input never accepted is never tested.
  const done = all.reduce((sum, one) => sum + one.done, 0);
  expect(done).toBeGreaterThan(all.length * 4);
}, 300_000);
