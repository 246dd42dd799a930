import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { ProvisionedLists } from '../../../api/sharepoint/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { startWorld, type Answer, type JourneyWorld, type WorldPerson } from '../../support/world.ts';
import { damagesOf, type Damage } from './damages.ts';
import { siteByHand, type Edit, type SiteByHand } from './damaged-site.ts';
import { addressesToRead, keyOf } from './readers.ts';
import { someFields } from './some-record.ts';

/** A held list reports it, also in its dependants. */
const heldCodes = new Set(
  ['listGone', 'listReplaced', 'columnsGone', 'listEmptied', 'itemsGone'].map((code) => `sharepoint.${code}`),
);

/** Every field of every list is edited by hand into every kind of nonsense, many at once: others are unaffected. */
describe('a list item that was edited by hand into nonsense', () => {
  let world: JourneyWorld;
  let site: SiteByHand;
  let readers: { ciso: WorldPerson; coordinator: WorldPerson; employee: WorldPerson };
  const isKept = new Set<string>();
  const keys = new Set<string>();

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
    site = siteByHand(world);
    const everybody = await world.people();
    const employee = everybody.find(({ roles }) => roles.every((role) => role === 'employee'));
    if (!employee) throw new Error('everybody has a role');
    const ciso = await world.personWith('ciso');
    readers = { ciso, coordinator: await world.personWith('coordinator'), employee };
    for (const { id } of Object.values(readers)) isKept.add(id);
    await world.process();
    fillEmptyLists();
    copyInShortLists();
    await world.program.lists.refresh();
    for (const { name } of allLists) for (const { fields } of site.itemsOf(name)) keys.add(String(fields['Key']));
  });
  afterAll(() => world.close());

  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  const firstKeyOf = (list: string) => textOf(site.itemsOf(list)[0]?.fields['Key']) || undefined;
  function fillEmptyLists() {
    for (const definition of allLists) {
      if (site.itemsOf(definition.name).length > 0) continue;
      const known = (field: string) => {
        if (field in keyOf) return firstKeyOf(keyOf[field] ?? '');
        return /By$|^by$|Id$|^from$|^to$|^leader|^owner/.test(field) ? readers.coordinator.id : undefined;
      };
      site.add(definition.name, someFields(definition, known));
    }
  }

  /** The more items, the more damages at once: with one item each damage takes a turn of its own. */
  function copyInShortLists() {
    for (const { name } of allLists) {
      if (name === ProvisionedLists.name) continue;
      const items = site.itemsOf(name).filter((item) => !isReaders(item));
      const [first] = items;
      if (first)
        for (let number = items.length; number < 8; number += 1)
          site.add(name, { ...first.fields, Key: `${textOf(first.fields['Key']).slice(0, 200)}-copy${number}` });
    }
  }

  /** The reader must still be known, with the same roles. */
  const isReaders = ({ fields }: { fields: Record<string, unknown> }) =>
    isKept.has(textOf(fields['Key'])) || isKept.has(textOf(fields['PersonId']));
  /** A few items of the list, others in each turn, and never all but one if there are more. */
  function itemsFor(list: string, turn: number) {
    const items = site.itemsOf(list).filter((item) => list === 'Completions' || !isReaders(item));
    const count = Math.min(6, Math.ceil(items.length / 2));
    return Array.from({ length: count }, (_, place) => items[(turn * 6 + place) % items.length]).flatMap((item) =>
      item ? [item] : [],
    );
  }
  const damagesFor = (definition: (typeof allLists)[number], fields: Record<string, unknown>, taken: boolean) =>
    Map.groupBy(
      damagesOf(definition, fields, (text) => keys.has(text)).filter((damage) => damage.taken === taken),
      ({ column }) => column,
    );

  const ask = (person: WorldPerson, address: string) => world.as(person, 'GET', address);
  /** A valid request does not become invalid (400) by an edit of a list, except where the request itself is. */
  const isFault = ({ status, body }: Answer) =>
    (status === 400 && !JSON.stringify(body).includes('"http.')) ||
    (status >= 500 && !(status === 503 && JSON.stringify(body).includes('"message"')));

  /** Requests all that depends on the edits, as three people; returns failures and the fewest edits causing them. */
  async function faultsAfter(edits: readonly Edit[], turn: number): Promise<string[]> {
    const there = new Map(allLists.map(({ name }) => [name, site.itemsOf(name).map(({ id }) => id)]));
    await site.only(edits);
    const faults: string[] = missingAfter(edits, there);
    const edited = Map.groupBy(edits, ({ list }) => list);
    const keysIn = (list: string) => {
      if (list === '') return [];
      const wanted = new Set((edited.get(list) ?? []).map(({ item }) => item));
      const items = site.itemsOf(list);
      const chosen = items.filter(({ id }) => wanted.has(id));
      return (chosen.length > 0 ? chosen.slice(0, 2) : items.slice(0, 1)).flatMap(({ fields }) => {
        const of = textOf(fields['ProcedureKey']) || textOf(fields['PlanKey']);
        const key = textOf(fields['Key']);
        return key === '' ? [] : [of === '' ? { key } : { key, of }];
      });
    };
    const addresses = addressesToRead(keysIn, false);
    // The CISO sees most; those who see less take turns.
    const looking = [readers.ciso, turn % 2 === 0 ? readers.coordinator : readers.employee];
    const asked = looking.flatMap((person) => addresses.map((address) => ({ person, address })));
    if (turn % 5 === 0)
      asked.push(...addressesToRead(keysIn, true).map((address) => ({ person: readers.ciso, address })));
    for (const { person, address } of asked) {
      const answer = await ask(person, address);
      if (!isFault(answer)) continue;
      const few = await site.fewest(edits, async () => isFault(await ask(person, address)));
      faults.push(`GET ${address} ${answer.status}: ${told(few)}`);
    }
    await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    await world.process();
    for (const { name, problem } of world.program.jobs.status())
      if (problem !== undefined && !isSaid(problem)) faults.push(`job ${name}: ${problem}, turn ${turn}`);
    return faults;
  }
  /** A held list, and a broken seal of the trail, are what the health page reports. */
  const isSaid = (problem: string) =>
    problem === 'trail.leavesChanged' || (heldCodes.has(problem) && world.program.lists.status().held.length > 0);
  const told = (edits: readonly Edit[]) =>
    edits
      .slice(0, 5)
      .map(
        ({ list, item, column, value }) =>
          `${list}(${item}).${column} = ${(JSON.stringify(value) ?? '').slice(0, 300)}`,
      )
      .join('; ');

  /** Unedited items that are no longer read. */
  function missingAfter(edits: readonly Edit[], there: ReadonlyMap<string, readonly number[]>): string[] {
    return allLists.flatMap((definition) => {
      const edited = new Set(edits.filter(({ list }) => list === definition.name).map(({ item }) => item));
      const handle = world.program.lists.handle(definition);
      if (handle.held()) return [];
      const read = new Set(handle.all().map(({ key }) => key));
      const aside = new Set(handle.setAside().map(({ itemId }) => itemId));
      return site.itemsOf(definition.name).flatMap(({ id, fields }) => {
        const isRead = read.has(textOf(fields['Key']));
        // Items a job is writing now are not known yet.
        if (there.get(definition.name)?.includes(id) !== true) return [];
        if (edited.has(id) ? isRead || aside.has(String(id)) : isRead) return [];
        return [
          `${definition.name}(${id}) is not read, though ${edited.has(id) ? 'not set aside' : 'nobody edited it'}`,
        ];
      });
    });
  }

  /** The list of other lists is edited in a turn of its own: lists it names are then held, which hides failures. */
  const editable = allLists.filter(({ name }) => name !== ProvisionedLists.name);
  const done = new Set<string>();
  const all = new Set<string>();

  it('names the field of every item that it sets aside', () => {
    const unnamed = allLists.flatMap((definition) => {
      const fields = itemsFor(definition.name, 0)[0]?.fields ?? {};
      const codec = codecOf(definition);
      return [...damagesFor(definition, fields, false).values()].flat().flatMap(({ column, value }) => {
        const decoded = codec.decode({ ...fields, [column]: value });
        return 'fields' in decoded && decoded.fields.some((wrong) => wrong.column === column)
          ? []
          : [`${definition.name}.${column} = ${JSON.stringify(value)}`];
      });
    });
    expect(unnamed).toEqual([]);
    expect(allLists.filter(({ name }) => itemsFor(name, 0).length === 0)).toEqual([]);
  });

  const turns = 6;
  it.each(Array.from({ length: turns }, (_, turn) => turn))(
    'is answered and worked on with all the rest, while its fields still read (%i)',
    async (turn) => {
      site.undo();
      const edits = editable.flatMap((definition) =>
        itemsFor(definition.name, turn).flatMap((item, place) =>
          [...damagesFor(definition, item.fields, true).values()].flatMap((damages, index) => {
            for (const damage of damages) all.add(nameOf(definition.name, damage));
            // Half of the columns at a time: a field that hides its item would always hide the others.
            if ((turn + index + place) % 2 === 0) return [];
            const damage = damages.find((one) => !done.has(nameOf(definition.name, one)));
            if (!damage) return [];
            done.add(nameOf(definition.name, damage));
            return [{ list: definition.name, item: item.id, column: damage.column, value: damage.value }];
          }),
        ),
      );
      expect(await faultsAfter(edits, turn)).toEqual([]);
    },
  );
  const nameOf = (list: string, { column, kind }: Damage) => `${list}.${column} ${kind}`;

  it.each([0, 1, 2])('is set aside, and the rest goes on (%i)', async (turn) => {
    site.undo();
    const edits = allLists.flatMap((definition, number) => {
      // In each turn one list in four is all nonsense.
      const isWhole = number % 4 === turn;
      const items = isWhole
        ? site.itemsOf(definition.name).filter((item) => !isReaders(item))
        : itemsFor(definition.name, turn);
      return items.flatMap((item) =>
        [...damagesFor(definition, item.fields, false).entries()].flatMap(([column, damages], index) => {
          const damage = damages[(turn + index) % damages.length];
          if (!damage || column === 'Key') return [];
          return [{ list: definition.name, item: item.id, column, value: damage.value }];
        }),
      );
    });
    expect(await faultsAfter(edits, turn)).toEqual([]);
  });

  const keysByHand = {
    'is empty': (): unknown => null,
    'is blank': () => '',
    'is a number': () => 7,
    'is another item’s too': (list: string, item: number) =>
      site.itemsOf(list).find((other) => other.id !== item && !isReaders(other))?.fields['Key'],
  };
  it.each(Object.entries(keysByHand))('is set aside by name when its key %s, in every list', async (_name, keyFor) => {
    site.unique(false);
    const edits = editable.flatMap(({ name }) =>
      itemsFor(name, 1)
        .slice(0, 1)
        .flatMap(({ id }): Edit[] => {
          const value = keyFor(name, id);
          return value === undefined ? [] : [{ list: name, item: id, column: 'Key', value }];
        }),
    );
    expect(edits.length).toBeGreaterThan(editable.length / 2);
    const faults = await faultsAfter(edits, 1);
    const unnamed = edits.filter(({ list: name, value }) => {
      const status = world.program.lists.status().lists.find(({ list }) => list === name);
      return !status?.setAside.some(
        ({ key, fields }) => fields?.some(({ column }) => column === 'Key') && (key === undefined || key === value),
      );
    });
    await site.only([]);
    site.unique(true);
    expect(faults).toEqual([]);
    expect(unnamed).toEqual([]);
  });

  it('is told, and holds the lists it names, when it is the memory of what was made', async () => {
    for (const turn of [0, 1]) {
      site.undo();
      const edits = site.itemsOf(ProvisionedLists.name).flatMap((item, place) =>
        [...damagesFor(ProvisionedLists, item.fields, turn % 2 === 0)].flatMap(([column, damages]): Edit[] => {
          const damage = damages[(turn + place) % damages.length];
          if (!damage || place % 2 !== turn || column === 'Key') return [];
          return [{ list: ProvisionedLists.name, item: item.id, column, value: damage.value }];
        }),
      );
      expect(await faultsAfter(edits, turn)).toEqual([]);
    }
    await site.only([]);
    await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    await world.process();
    expect(world.program.lists.status().held).toEqual([]);
  });

  it('has tried nearly everything, and all is well when the fields are as they were', async () => {
    expect(done.size / all.size).toBeGreaterThan(0.85);
    await site.only([]);
    const addresses = addressesToRead(
      (list) =>
        site
          .itemsOf(list)
          .slice(0, 1)
          .map(({ fields }) => ({ key: textOf(fields['Key']) })),
      false,
    );
    for (const address of addresses) expect((await ask(readers.ciso, address)).status, address).toBeLessThan(500);
  });
});
