import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../api/kernel/index.ts';
import {
  choice,
  createLists,
  defineList,
  longText,
  memoryCopy,
  optional,
  planSite,
  ProvisionedLists,
  provisionSite,
  newerLists,
  readMemory,
  text,
  type ListDefinition,
} from '../../../api/sharepoint/index.ts';
import { readColumns } from '../../../api/sharepoint/mend-columns.ts';
import { recordedShapes } from '../../../teams-app/commands/record-shape.ts';
import { listSchemas } from '../../../teams-app/program/list-schemas.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { listsOnADesk, siteId, silent, type ListsOnADesk } from './on-a-desk.ts';
import { columnsOfShape } from './old-shapes.ts';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const clock = { now: () => new Date(now) };
type Definition = ListDefinition<{ key: string }>;

let desk: ListsOnADesk;
beforeAll(async () => void (desk = await listsOnADesk([])));
afterAll(() => desk.close());

const strong = () => desk.graphOf('provisioning');
const site = (definitions: readonly Definition[], schemas: Readonly<Record<string, number>>) => ({
  definitions,
  libraries: [],
  beforeMemory: [],
  schemas,
});
const options = () => ({ copy: memoryCopy(strong(), desk.fetch, siteId, 'Documents'), now });

describe('a site that the first version made', () => {
  const [first] = recordedShapes();
  const old = Object.entries(first?.lists ?? {});
  const definitions = allLists.filter(({ name }) => first?.lists[name] || name === ProvisionedLists.name);
  const declared = site(definitions, listSchemas);

  it('is told what an upgrade would change by a dry run, which changes nothing, and is then changed so', async () => {
    for (const [displayName, { columns }] of old)
      await strong().post(`/sites/${siteId}/lists`, {
        displayName,
        columns: columnsOfShape(columns),
        list: { template: 'genericList' },
      });
    desk.sent.splice(0);
    const plan = await planSite(strong(), siteId, declared, options());
    expect(desk.sent.filter(({ method, url }) => method !== 'GET' && !url.includes('oauth2'))).toEqual([]);
    expect(plan.drift).toEqual([]);
    expect(plan.changes).toContainEqual({ list: 'People', column: 'Phone', change: 'add', details: 'text, 255' });

    const report = await provisionSite(strong(), siteId, declared, options());
    expect(report).toMatchObject({ ok: true, drift: [], held: [] });
    const done = [...report.created, ...report.extended];
    const would = plan.changes.map(({ list, column }) => [list, column].filter(Boolean).join('.'));
    expect(new Set(done)).toEqual(new Set(would));
    expect(await planSite(strong(), siteId, declared, options())).toEqual({ changes: [], drift: [], held: [] });
    for (const [name, { columns }] of old) {
      const there = (await readColumns(desk.graph, `/sites/${siteId}/lists/${name}`)) as { name: string }[];
      expect(there.map((column) => column.name)).toEqual(expect.arrayContaining(Object.keys(columns)));
    }
  });
});

describe('two versions of the program on one site', () => {
  const Old = defineList('Notes', {
    describe: 'For tests.',
    columns: { title: text('Title'), colour: choice(['red'] as const, 'Colour') },
  });
  const New = defineList('Notes', {
    describe: 'For tests.',
    columns: {
      title: text('Title'),
      colour: choice(['red', 'green'] as const, 'Colour'),
      note: optional(text('Note')),
      body: longText('Body'),
    },
  });
  const older = site([ProvisionedLists, Old], { Notes: 1 });
  const newer = site([ProvisionedLists, New], { Notes: 2 });
  const handleOf = async <R extends { key: string }>(definition: ListDefinition<R>) => {
    const lists = createLists({ graph: desk.graph, siteId, clock, log: silent });
    await lists.load([definition]);
    return lists.handle(definition);
  };

  it('the newer one reads an older list with defaults, until it is provisioned', async () => {
    await provisionSite(strong(), siteId, older, options());
    await (await handleOf(Old)).create({ key: 'one', title: 'Første', colour: 'red' });
    const notes = await handleOf(New);
    expect(notes.get('one')).toMatchObject({ title: 'Første', colour: 'red', body: '' });
    expect((await planSite(strong(), siteId, newer, options())).changes.map(({ column }) => column)).toEqual([
      'Colour',
      'Note',
      'Body',
    ]);
  });

  it('the older one says that a list is newer, changes no column of it, and keeps what it does not know', async () => {
    await provisionSite(strong(), siteId, newer, options());
    const written = await handleOf(New);
    await written.create({ key: 'two', title: 'Anden', colour: 'red', note: 'Husk', body: 'Lang' });
    await written.create({ key: 'three', title: 'Tredje', colour: 'green', body: '' });

    const report = await provisionSite(strong(), siteId, older, options());
    const drift = [{ list: 'Notes', problem: 'newer', details: 'shape 2, this program knows 1' }];
    expect(report).toMatchObject({ created: [], extended: [], drift, ok: false });
    expect(newerLists(await readMemory(desk.graph, siteId), older.schemas)).toEqual(drift);
    const notes = await handleOf(Old);
    await notes.update('two', () => ({ title: 'Anden, rettet' }));
    // What it cannot read is left out and left as it is.
    expect(notes.get('three')).toBeUndefined();

    const again = await handleOf(New);
    expect(again.get('two')).toMatchObject({ title: 'Anden, rettet', note: 'Husk', body: 'Lang' });
    expect(again.get('three')).toMatchObject({ colour: 'green' });
    expect(newerLists(await readMemory(desk.graph, siteId), newer.schemas)).toEqual([]);
  });
});
