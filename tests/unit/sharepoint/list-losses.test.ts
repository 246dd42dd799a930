import { expect, it } from 'vitest';
import { createLosses, type Counted } from '../../../api/sharepoint/list-losses.ts';
import type { ListSource } from '../../../api/sharepoint/mirror-sync.ts';

it('an item that somebody deletes is missed, also when the program has made another since the latest look', () => {
  const { emptied } = createLosses(() => undefined);
  const mirror = { version: 1, count: 5 };
  const list: Counted = {
    name: 'Campaigns',
    source: {} as ListSource,
    everyItemCounts: true,
    most: 5,
    removing: 0,
    mirror,
  };
  expect(emptied(list)).toBeUndefined();
  Object.assign(mirror, { version: 2, count: 6 });
  expect(emptied(list)).toBeUndefined();
  Object.assign(mirror, { version: 3, count: 5 });
  expect(emptied(list)).toEqual({ why: 'fewer', items: 5, expected: 6 });
});
