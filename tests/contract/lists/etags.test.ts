import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLists, type Lists } from '../../../api/sharepoint/index.ts';
import { listsOnADesk, silent, siteId, type ListsOnADesk } from './on-a-desk.ts';
import { aThing, Things } from './things.ts';

let desk: ListsOnADesk;
let count = 0;
beforeAll(async () => void (desk = await listsOnADesk([Things])));
afterEach(() => desk.emulator.world.faults.reset());
afterAll(() => desk.close());

const address = `/sites/${siteId}/lists/Things/items`;
/** An edit in SharePoint's own page. */
const byHand = async (lists: Lists, key: string, Size: number) => {
  const id = lists.handle(Things).get(key)?.item.id ?? '';
  await desk.graphOf('provisioning').patch(`${address}/${id}`, { fields: { Size } });
};
const made = async () => {
  const lists = await desk.instance([Things]);
  const { key } = (await lists.handle(Things).create(aThing(`etag-${++count}`))).record;
  return { lists, key, things: lists.handle(Things) };
};
const sentTo = (path: RegExp) => desk.sent.filter(({ url }) => path.test(new URL(url).pathname));

describe.each(['braces', 'item', 'none'] as const)(
  'an item edited by hand, where delta writes eTags as "%s"',
  (form) => {
    it('is changed with one PATCH after the delta has told of it', async () => {
      desk.emulator.world.faults.put({ graph: { deltaEtag: form } });
      const { lists, key, things } = await made();
      await byHand(lists, key, 7);
      await lists.refresh();
      expect(things.get(key)?.size).toBe(7);
      desk.sent.splice(0);
      expect((await things.update(key, ({ size }) => ({ size: size + 1 }))).size).toBe(8);
      expect(sentTo(/\/items\//).map(({ method }) => method)).toEqual(['PATCH']);
      expect((await things.fresh(key))?.size).toBe(8);
    });

    it('costs one unit to hear of while delta has its fields and its number', async () => {
      desk.emulator.world.faults.put({ graph: { deltaEtag: form } });
      const { lists, key, things } = await made();
      await byHand(lists, key, 3);
      desk.sent.splice(0);
      await lists.refresh();
      expect(things.get(key)?.size).toBe(3);
      expect(sentTo(/\/items\/\d+$/)).toHaveLength(form === 'none' ? 1 : 0);
    });

    it('is changed also when somebody else edits it between the delta and the write', async () => {
      desk.emulator.world.faults.put({ graph: { deltaEtag: form } });
      const { lists, key, things } = await made();
      await byHand(lists, key, 20);
      await lists.refresh();
      await byHand(lists, key, 30);
      expect((await things.update(key, ({ size }) => ({ size: size + 1 }))).size).toBe(31);
    });
  },
);

describe('an item that only delta has told of', () => {
  it('is read before its first change where no item of the list shows how its eTags are written', async () => {
    const empty = await listsOnADesk([Things]);
    try {
      const lists = await empty.instance([Things]);
      await empty
        .graphOf('provisioning')
        .post(address, { fields: { Key: 'by-hand', Title: 'x', Size: 1, Colour: 'red', Parts: '[]' } });
      await lists.refresh();
      empty.sent.splice(0);
      expect((await lists.handle(Things).update('by-hand', () => ({ size: 2 }))).size).toBe(2);
      const methods = empty.sent.filter(({ url }) => /\/items\/\d+/.test(url)).map(({ method }) => method);
      expect(methods).toEqual(['GET', 'PATCH']);
      empty.sent.splice(0);
      expect((await lists.handle(Things).update('by-hand', () => ({ size: 3 }))).size).toBe(3);
      expect(empty.sent.map(({ method }) => method)).toEqual(['PATCH']);
    } finally {
      await empty.close();
    }
  });
});

describe('a list whose pages write eTags in another way than its items', () => {
  it('is changed after one refused PATCH and one look at the item, and then with one PATCH', async () => {
    const { key } = await made();
    const lists = createLists({ graph: withBracesInPages(), siteId, clock: { now: () => new Date() }, log: silent });
    await lists.load([Things]);
    desk.sent.splice(0);
    expect((await lists.handle(Things).update(key, () => ({ size: 5 }))).size).toBe(5);
    expect(desk.sent.map(({ method }) => method)).toEqual(['PATCH', 'GET', 'PATCH']);
    desk.sent.splice(0);
    expect((await lists.handle(Things).update(key, () => ({ size: 6 }))).size).toBe(6);
    expect(desk.sent.map(({ method }) => method)).toEqual(['PATCH']);
  });
});

/** The desk's Graph with the eTags of list pages rewritten. */
function withBracesInPages(): ListsOnADesk['graph'] {
  const { graph } = desk;
  const rewritten = (text: string) =>
    text.replace(
      /\\"([0-9a-f-]{36}),(\d+)\\"/g,
      (_all, guid: string, number) => `\\"{${guid.toUpperCase()}},${number}\\"`,
    );
  return {
    ...graph,
    async *pages(path, options) {
      for await (const page of graph.pages(path, options)) {
        yield { ...page, value: JSON.parse(rewritten(JSON.stringify(page.value))) as unknown[] };
      }
    },
  };
}
