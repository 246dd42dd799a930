import { describe, expect, it } from 'vitest';
import { createLosses, type Counted, type MemoryAtHand } from '../../../api/sharepoint/list-losses.ts';
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

describe('the last item of a list is no loss when it is removed while its count is being saved', () => {
  /** A list with one item, whose count is being written to SharePoint until `land`. */
  function counting() {
    const record = { key: 'Nudges', listId: '1', items: 0 };
    const memory = { version: 1, get: () => record };
    const { promise: landing, resolve: land } = Promise.withResolvers<undefined>();
    const update = async (_: string, change: (current: typeof record) => { items: number } | undefined) => {
      const changes = change(record);
      if (!changes) return;
      await landing;
      Object.assign(record, changes);
      memory.version += 1;
    };
    const handle = { held: () => undefined, update };
    const losses = createLosses(() => ({ mirror: memory, handle: () => handle }) as unknown as MemoryAtHand);
    const mirror = { version: 1, count: 1 };
    const list: Counted = {
      name: 'Nudges',
      source: {} as ListSource,
      everyItemCounts: false,
      most: 1,
      removing: 0,
      mirror,
    };
    const remove = () => Object.assign(mirror, { version: 2, count: 0 });
    return { losses, record, list, remove, land: () => land(undefined), saved: losses.rememberCounts([list]) };
  }

  it('by this program', async () => {
    const { losses, record, list, remove, land, saved } = counting();
    const removed = losses.giveUpOne(list, 'interactive', async () => remove());
    land();
    await Promise.all([saved, removed]);
    expect(losses.emptied(list)).toBeUndefined();
    expect(record.items).toBe(0);
  });

  it('by another instance, which tells it', async () => {
    const { losses, record, list, remove, land, saved } = counting();
    remove();
    list.most = 0;
    land();
    await saved;
    expect(losses.emptied(list)).toBeUndefined();
    expect(record.items).toBe(0);
  });
});
