import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorKind } from '../../../api/kernel/index.ts';
import { documentLibrary, type DocumentLibrary, type Lists } from '../../../api/sharepoint/index.ts';
import { knownStatuses } from '../../../api/sharepoint/status-table.ts';
import { errors as danish } from '../../../api/texts/da/errors.ts';
import { operations as danishOperations } from '../../../api/texts/da/operations.ts';
import { errors as english } from '../../../api/texts/en/errors.ts';
import { operations as englishOperations } from '../../../api/texts/en/operations.ts';
import { listsOnADesk, siteId, type ListsOnADesk } from './on-a-desk.ts';
import { aThing, Things } from './things.ts';

let desk: ListsOnADesk;
let lists: Lists;
let library: DocumentLibrary;
let count = 0;
const newKey = () => `status-${++count}`;
beforeAll(async () => {
  desk = await listsOnADesk([Things]);
  lists = await desk.instance([Things]);
  library = documentLibrary(desk.graph, desk.fetch, siteId, 'Documents');
});
afterEach(() => desk.emulator.world.faults.reset());
afterAll(() => desk.close());

const put = (graph: Parameters<typeof desk.emulator.world.faults.put>[0]['graph']) =>
  void desk.emulator.world.faults.put({ graph: graph ?? {} });
const address = `/sites/${siteId}/lists/Things/items`;

/** Every status that Microsoft documents, with the result of a read and a create, and their attempts. */
const statuses: [status: number, kind: ErrorKind, read: string, write: string, readsSent: number | 'more'][] = [
  [400, 'unexpected', 'refused', 'refused', 1],
  // Asked again with another token.
  [401, 'unexpected', 'badToken', 'badToken', 3],
  [403, 'unexpected', 'noAccess', 'mayNotWrite', 1],
  [404, 'missing', 'itemGone', 'itemGone', 1],
  [405, 'unexpected', 'refused', 'refused', 1],
  [406, 'unexpected', 'refused', 'refused', 1],
  [408, 'unavailable', 'away', 'away', 'more'],
  [409, 'conflict', 'changedMeanwhile', 'changedMeanwhile', 1],
  [410, 'conflict', 'resyncRequired', 'resyncRequired', 1],
  [411, 'unexpected', 'refused', 'refused', 1],
  [412, 'conflict', 'changedMeanwhile', 'changedMeanwhile', 1],
  [413, 'invalid', 'tooLarge', 'tooLarge', 1],
  [415, 'unexpected', 'refused', 'refused', 1],
  [416, 'unexpected', 'refused', 'refused', 1],
  [422, 'unexpected', 'refused', 'refused', 1],
  // A list item has no lock of its own.
  [423, 'unavailable', 'siteLocked', 'siteLocked', 1],
  [429, 'unavailable', 'away', 'away', 'more'],
  [500, 'unavailable', 'failing', 'failing', 2],
  [501, 'unexpected', 'refused', 'refused', 1],
  [502, 'unavailable', 'away', 'away', 'more'],
  [503, 'unavailable', 'away', 'away', 'more'],
  [504, 'unavailable', 'away', 'away', 'more'],
  [507, 'unexpected', 'noRoom', 'noRoom', 1],
  [509, 'unavailable', 'away', 'away', 'more'],
];

describe.each(statuses)('status %i from Graph', (status, kind, read, write, readsSent) => {
  it(`is ${kind}: ${read} for a read, ${write} for a create, and ends`, async () => {
    put({ random: { rate: 1, statuses: [status], retryAfterSeconds: 1 } });
    desk.sent.splice(0);
    await expect(desk.graph.get(`${address}/1`)).rejects.toMatchObject({ kind, code: `sharepoint.${read}` });
    if (readsSent === 'more') expect(desk.sent.length).toBeGreaterThan(2);
    else expect(desk.sent).toHaveLength(readsSent);
    expect(desk.sent.length).toBeLessThanOrEqual(12);
    await expect(desk.graph.post(address, {})).rejects.toMatchObject({ kind, code: `sharepoint.${write}` });
  });

  it('has words for it in both languages', () => {
    for (const code of [read, write]) {
      expect(danish.sharepoint).toHaveProperty(code);
      expect(english.sharepoint).toHaveProperty(code);
    }
  });
});

it.each(['away', 'badToken', 'noAccess', 'mayNotWrite', 'locked', 'noRoom', 'failing', 'etagRefused'])(
  'the page of operations says what to do about %s, in both languages',
  (code) => {
    for (const { cause } of [danishOperations, englishOperations])
      expect(cause.sharepoint).toHaveProperty(code, {
        title: expect.any(String) as unknown,
        text: expect.any(String) as unknown,
      });
  },
);

it('leaves out no status that the table knows', () => {
  expect([...statuses.map(([status]) => status)].sort()).toEqual(knownStatuses.filter((one) => one !== 0).sort());
});

describe.each(['words', 'danish', 'bare', 'conflict'] as const)('a key that is taken, told as "%s"', (uniqueClash) => {
  it('is found by reading it: the create gives the record that is there', async () => {
    const other = await desk.instance([Things]);
    const thing = aThing(newKey(), 4);
    await other.handle(Things).create(thing);
    put({ uniqueClash });
    expect(await lists.handle(Things).create(aThing(thing.key, 5))).toMatchObject({
      existed: true,
      record: { size: 4 },
    });
  });

  it('is said to be taken when it differs in case only, or its item cannot be read', async () => {
    const key = newKey();
    await desk.graph.post(address, {
      fields: { Key: key.toUpperCase(), Title: 'x', Size: 1, Colour: 'red', Parts: '[]' },
    });
    const spoiled = newKey();
    await desk.graph.post(address, { fields: { Key: spoiled, Title: 'x' } });
    put({ uniqueClash });
    const refused = async (taken: string, code: string) =>
      expect(lists.handle(Things).create(aThing(taken))).rejects.toMatchObject({ kind: 'conflict', code });
    await refused(key, 'sharepoint.keyTaken');
    await refused(spoiled, 'sharepoint.itemSetAside');
    // Known now, and not requested again.
    await refused(spoiled, 'sharepoint.itemSetAside');
  });
});

describe('a create that SharePoint refuses for another reason', () => {
  it('is a refusal, though it is a 400 as a taken key is', async () => {
    const column = `/sites/${siteId}/lists/Things/columns/Colour`;
    const strong = desk.graphOf('provisioning');
    await strong.patch(column, { choice: { choices: ['green'] } });
    await expect(lists.handle(Things).create(aThing(newKey()))).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'sharepoint.listChanged',
      details: { list: 'Things', columns: 'Colour' },
    });
    await strong.patch(column, { choice: { choices: ['red', 'green'] } });
  });

  it('says that the app may not write, sends it once, and leaves changes of what is there alone', async () => {
    const { key } = (await lists.handle(Things).create(aThing(newKey()))).record;
    put({ createDenied: true });
    desk.sent.splice(0);
    await expect(lists.handle(Things).create(aThing(newKey()))).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'sharepoint.mayNotWrite',
    });
    expect(desk.sent).toHaveLength(1);
    expect((await lists.handle(Things).update(key, () => ({ size: 9 }))).size).toBe(9);
  });
});

describe('a file', () => {
  const small = new TextEncoder().encode('abc');
  const large = Buffer.alloc(6 * 1024 * 1024, 'x');

  it.each([
    ['small', small],
    ['large', large],
  ])('that is %s and new where nothing new may be made is refused at once', async (name, bytes) => {
    put({ createDenied: true });
    await expect(library.upload(`denied-${name}.bin`, bytes)).rejects.toMatchObject({ code: 'sharepoint.mayNotWrite' });
  });

  it.each([
    ['small', small],
    ['large', large],
  ])('that is %s and checked out by somebody is a conflict that says so, not an outage', async (name, bytes) => {
    await library.upload(`${name}.bin`, bytes);
    put({ lockedFile: `${name}.bin` });
    desk.sent.splice(0);
    await expect(library.upload(`${name}.bin`, bytes)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'sharepoint.locked',
    });
    expect(desk.sent).toHaveLength(1);
  });

  it('of a site that is locked is not a file that somebody has', async () => {
    await library.upload('of-the-site.bin', small);
    put({ siteLocked: true });
    await expect(library.upload('of-the-site.bin', small)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'sharepoint.siteLocked',
    });
  });

  it('that is checked out while its parts are on their way is a conflict too', async () => {
    const bytes = Buffer.alloc(11 * 1024 * 1024, 'y');
    await library.upload('midway.bin', bytes);
    const onProgress = () => put({ lockedFile: 'midway.bin' });
    await expect(library.upload('midway.bin', bytes, { onProgress })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'sharepoint.locked',
    });
  });
});
