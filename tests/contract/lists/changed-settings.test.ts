import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  memoryCopy,
  planSite,
  provisionSite,
  type ListHandle,
  type Lists,
  type RecordIn,
} from '../../../api/sharepoint/index.ts';
import { ProvisionedLists } from '../../../api/sharepoint/provisioned-list.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import { listsOnADesk, siteId, type ListsOnADesk } from './on-a-desk.ts';
import { aThing, Things } from './things.ts';

const declared = { definitions: [ProvisionedLists, Things], libraries: ['Documents'] };
const options = () => ({
  copy: memoryCopy(desk.graphOf('provisioning'), desk.fetch, siteId, 'Documents'),
  now: '2026-11-24T08:00:00.000Z' as Instant,
});
const provisionIt = () => provisionSite(desk.graphOf('provisioning'), siteId, declared, options());

let desk: ListsOnADesk;
let lists: Lists;
let things: ListHandle<RecordIn<typeof Things>>;
let count = 0;
const newKey = () => `thing-${++count}`;

beforeAll(async () => {
  desk = await listsOnADesk([]);
  await provisionIt();
  lists = await desk.instance([ProvisionedLists, Things]);
  things = lists.handle(Things);
  await things.create(aThing(newKey()));
});
afterAll(() => desk.close());
beforeEach(() => void desk.sent.splice(0));

const byHand = async (method: string, path: string, body?: unknown): Promise<void> => {
  const response = await fetch(`${desk.emulator.address}/emulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBe(200);
};
const ofColumn = (column: string, body: object) => byHand('PATCH', `lists/Things/columns/${column}`, body);
/** The site as seen by the next look. */
const look = async () => {
  await lists.check('Things');
  return lists.drift('Things').map(({ column, problem }) => `${column} ${problem}`);
};
const problem = () => lists.status().lists.find(({ list }) => list === 'Things')?.problem;
const refused = (code: string, details: object = {}) => ({ kind: 'unexpected', code: `sharepoint.${code}`, details });

/** A setting, how it is told, the same put back, and whether it refuses what we write. */
const settings: [what: string, column: string, set: object, told: string, back: object, refuses: boolean][] = [
  ['is one line instead of many', 'Body', { text: 3 }, 'Body wrongType', { text: 'many' }, true],
  ['has room for less text', 'ClaimedBy', { text: 3 }, 'ClaimedBy textLength', { text: 255 }, true],
  ['lacks a choice', 'Colour', { choices: ['green'] }, 'Colour choices', { choices: ['red', 'green'] }, true],
  ['is required', 'ClaimedBy', { required: true }, 'ClaimedBy required', { required: false }, false],
  [
    'must be unique',
    'Size',
    { indexed: true, enforceUniqueValues: true },
    'Size unique',
    { indexed: false, enforceUniqueValues: false },
    true,
  ],
  ['has a formula', 'Size', { validation: { formula: '=[Size]>9' } }, 'Size validated', { validation: null }, true],
  [
    'has a default value',
    'ClaimedBy',
    { defaultValue: { value: 'x' } },
    'ClaimedBy filledIn',
    { defaultValue: null },
    false,
  ],
  ['is not unique', 'Key', { enforceUniqueValues: false }, 'Key notUnique', { enforceUniqueValues: true }, false],
];

describe.each(settings)('a column that %s (%s)', (_what, column, set, told, back, refuses) => {
  it('is told while the program runs, refuses in words that name it, and is well again when it is put back', async () => {
    await ofColumn(column, set);
    expect(await look()).toEqual([told]);
    if (refuses) {
      const one = { ...aThing(newKey()), claimedBy: 'anna' };
      await expect(things.create(one)).rejects.toMatchObject(
        refused('listChanged', { list: 'Things', columns: column }),
      );
      expect(things.get(one.key)).toBeUndefined();
      expect(problem()).toBe('sharepoint.listChanged');
    }
    await ofColumn(column, back);
    expect(await look()).toEqual([]);
    expect(problem()).toBeUndefined();
    expect((await things.create({ ...aThing(newKey(), count), claimedBy: 'anna' })).existed).toBe(false);
  });
});

it('a refused write looks at the settings itself, so that the words are right at once', async () => {
  await ofColumn('Colour', { choices: ['green'] });
  await expect(things.create(aThing(newKey()))).rejects.toMatchObject(refused('listChanged'));
  await ofColumn('Colour', { choices: ['red', 'green'] });
  await look();
});

it('a list with a formula of its own, which Graph does not show, is named, until it takes something again', async () => {
  await byHand('PATCH', 'lists/Things', { validation: { formula: '=FALSE' } });
  const key = newKey();
  await expect(things.create(aThing(key))).rejects.toMatchObject(refused('listRefuses', { list: 'Things' }));
  await expect(things.update('thing-1', () => ({ size: 4 }))).rejects.toMatchObject(refused('listRefuses'));
  expect(problem()).toBe('sharepoint.listRefuses');
  // It is read as ever.
  expect(lists.status().lists.find(({ list }) => list === 'Things')?.stale).toBe(false);
  await byHand('PATCH', 'lists/Things', { validation: null });
  await things.create(aThing(key));
  expect(problem()).toBeUndefined();
});

it('a column of somebody else that must be filled in is told; one that need not is nobody’s business', async () => {
  await byHand('POST', 'lists/Things/columns', { name: 'Remark', text: {} });
  expect(await look()).toEqual([]);
  await ofColumn('Remark', { required: true });
  expect(await look()).toEqual(['Remark required']);
  await ofColumn('Remark', { required: true, defaultValue: { value: '–' } });
  expect(await look()).toEqual([]);
  await byHand('DELETE', 'lists/Things/columns/Remark');
});

describe('provisioning', () => {
  it('puts right what it may at the next start, and reports the rest', async () => {
    await ofColumn('ClaimedBy', { required: true, validation: { formula: '=TRUE' } });
    await ofColumn('StartsOn', { indexed: true, enforceUniqueValues: true });
    const plan = await planSite(desk.graphOf('provisioning'), siteId, declared, options());
    expect(plan.changes.map(({ column, change }) => `${column} ${change}`)).toEqual([
      'StartsOn loosen',
      'ClaimedBy loosen',
    ]);
    const report = await provisionIt();
    expect(report.extended).toEqual(['Things.StartsOn', 'Things.ClaimedBy']);
    expect(report.drift.map(({ column, problem: what }) => `${column} ${what}`)).toEqual(['ClaimedBy validated']);
    await ofColumn('ClaimedBy', { validation: null });
  });

  it('makes no second list of one whose title and address somebody changed', async () => {
    await byHand('PATCH', 'lists/Things', { displayName: 'Ting og sager', name: 'TingOgSager' });
    expect(await provisionIt()).toMatchObject({ ok: true, created: [], held: [] });
    const other = await desk.instance([ProvisionedLists, Things]);
    expect(other.handle(Things).all().length).toBe(things.all().length);
    await byHand('PATCH', 'lists/TingOgSager', { displayName: 'Things', name: 'Things' });
  });

  it('finds a list and a library that somebody has hidden', async () => {
    await byHand('PATCH', 'lists/Things', { hidden: true });
    await byHand('PATCH', 'lists/Documents', { hidden: true });
    expect(await provisionIt()).toMatchObject({ ok: true, created: [], held: [] });
    await lists.check('Things');
    expect(lists.status().held).toEqual([]);
    await byHand('PATCH', 'lists/Things', { hidden: false });
    await byHand('PATCH', 'lists/Documents', { hidden: false });
  });

  it('does not fail where the list that remembers refuses, and says so', async () => {
    await byHand('PATCH', 'lists/ProvisionedLists', { validation: { formula: '=FALSE' } });
    await byHand('PATCH', 'lists/Documents', { validation: { formula: '=FALSE', answer: 500 } });
    // A column goes to a list, so that there is something to remember.
    const More = { ...declared, definitions: [ProvisionedLists, { ...Things, name: 'MoreThings' }] };
    const report = await provisionSite(desk.graphOf('provisioning'), siteId, More, options());
    expect(report.created).toEqual(['MoreThings']);
    expect(report.drift).toMatchObject([{ list: 'ProvisionedLists', problem: 'refuses' }]);
    await byHand('PATCH', 'lists/ProvisionedLists', { validation: null });
    await byHand('PATCH', 'lists/Documents', { validation: null });
  });
});

describe('a key column without its index', () => {
  it('is still asked for a key that is taken, also in a list over the threshold', async () => {
    await ofColumn('Key', { indexed: false, enforceUniqueValues: false });
    const other = await desk.instance([ProvisionedLists, Things]);
    const { key } = (await things.create(aThing(newKey(), 7))).record;
    expect(await other.handle(Things).fresh(key)).toMatchObject({ size: 7 });
    const later = (await things.create(aThing(newKey(), 8))).record;
    desk.emulator.world.faults.put({ graph: { threshold: 2 } });
    expect(await other.handle(Things).fresh(later.key)).toMatchObject({ size: 8 });
    desk.emulator.world.faults.reset();
    await ofColumn('Key', { indexed: true, enforceUniqueValues: true });
  });
});

it('what a retention label keeps is not deleted, which is told as that, and is there as before', async () => {
  const { key, item } = (await things.create(aThing(newKey()))).record;
  await byHand('PATCH', 'lists/Things', { retained: true });
  await expect(things.remove(key)).rejects.toMatchObject({ kind: 'unexpected', code: 'sharepoint.mayNotDelete' });
  await expect(things.removeUnchanged(item)).rejects.toMatchObject({ code: 'sharepoint.mayNotDelete' });
  expect(things.get(key)?.size).toBe(1);
  expect(lists.status().held).toEqual([]);
  await byHand('PATCH', 'lists/Things', { retained: false });
  await things.remove(key);
});

it('a folder in a list is no record and no fault, and items are read and written as ever', async () => {
  await byHand('POST', 'lists/Things/folders', { name: '2026' });
  await lists.refresh();
  expect(things.setAside()).toEqual([]);
  const other = await desk.instance([ProvisionedLists, Things]);
  expect(other.handle(Things).setAside()).toEqual([]);
  expect((await things.update('thing-1', () => ({ size: 11 }))).size).toBe(11);
});

it('a list that lacked columns at the start has them in use when they are made, without a restart', async () => {
  await byHand('DELETE', 'lists/Things/columns/ClaimedBy');
  const forgotten = await desk.instance([Things]);
  const handle = forgotten.handle(Things);
  await provisionSite(desk.graphOf('provisioning'), siteId, declared, { ...options(), makeAnew: ['Things.ClaimedBy'] });
  await forgotten.check('Things');
  await forgotten.lookAround();
  const { key } = (await handle.create({ ...aThing(newKey()), claimedBy: 'anna' })).record;
  expect(handle.get(key)?.claimedBy).toBe('anna');
  await handle.fresh(key);
  expect(handle.get(key)?.claimedBy).toBe('anna');
});
