import { expect, it } from 'vitest';
import { eachItem } from '../../api/each-item.ts';
import { invalid, unavailable } from '../../api/kernel/index.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const items = ['a', 'b', 'c'].map((key) => ({ key }));

it('does the others when one item fails, and tells the first failure at the end', async () => {
  const done: string[] = [];
  const each = eachItem({ log }, 'job');
  await each.of(items, async ({ key }) => {
    if (key === 'b') throw invalid('broken');
    done.push(key);
  });
  expect(done).toEqual(['a', 'c']);
  expect(() => each.end()).toThrow('broken');
});

it('stops when something is away, since the others would fail as well', async () => {
  const done: string[] = [];
  const each = eachItem({ log }, 'job');
  const away = each.of(items, async ({ key }) => {
    done.push(key);
    throw unavailable('sharepoint.away');
  });
  await expect(away).rejects.toThrow('sharepoint.away');
  expect(done).toEqual(['a']);
});
