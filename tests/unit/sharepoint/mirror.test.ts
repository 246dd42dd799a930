import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { defineList, number, text } from '../../../api/sharepoint/index.ts';
import type { RawItem } from '../../../api/sharepoint/item.ts';
import { createMirror } from '../../../api/sharepoint/mirror.ts';

const Things = defineList('Things', {
  describe: 'For these tests.',
  columns: { title: text('Title'), size: number('Size') },
});
const mirrorOf = () => createMirror(Things, codecOf(Things));
const item = (id: string, etag: number, fields: Record<string, unknown>): RawItem => ({
  id,
  etag: `"guid-${id},${etag}"`,
  modified: '2026-11-24T09:00:00Z',
  fields,
});
const thing = (id: string, etag: number, key: string, size = 1) => item(id, etag, { Key: key, Title: key, Size: size });

describe('mirror', () => {
  it('takes a newer state and leaves an older or equal one', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 2, 'a', 2));
    const { version } = mirror;
    mirror.put(thing('1', 1, 'a', 1));
    mirror.put(thing('1', 2, 'a', 9));
    expect(mirror.get('a')?.size).toBe(2);
    expect(mirror.version).toBe(version);
    mirror.put(thing('1', 3, 'a', 3));
    expect(mirror.get('a')?.size).toBe(3);
    expect(mirror.version).toBeGreaterThan(version);
  });

  it('does not let an old replay bring back a deleted item', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 2, 'a'));
    mirror.remove('1');
    mirror.put(thing('1', 2, 'a'));
    expect(mirror.get('a')).toBeUndefined();
    mirror.put(thing('1', 3, 'a'));
    expect(mirror.get('a')?.item.id).toBe('1');
  });

  it('keeps a key that was made again when the deletion of its first item comes late', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 1, 'a', 1));
    mirror.put(thing('2', 1, 'a', 2));
    mirror.remove('1');
    expect(mirror.get('a')?.size).toBe(2);
    expect(mirror.all()).toHaveLength(1);
  });

  it('reads one of two items with one key, and sets the other aside by name until it has its own again', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 1, 'a', 1));
    mirror.put(thing('2', 1, 'b', 2));
    mirror.put(thing('2', 2, 'a', 2));
    expect(mirror.all().map(({ key, size }) => [key, size])).toEqual([['a', 2]]);
    expect(mirror.setAside()).toMatchObject([{ itemId: '1', key: 'a', fields: [{ column: 'Key', wrong: 'twice' }] }]);
    expect(mirror.count).toBe(2);
    mirror.put(thing('3', 1, 'c', 3));
    expect(mirror.all().map(({ key }) => key)).toEqual(['a', 'c']);
    mirror.put(thing('2', 3, 'b', 2));
    expect(mirror.setAside()).toEqual([]);
    expect(mirror.all().map(({ key, size }) => [key, size])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  it('lists what is new behind what was there, whether it is asked between or not', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 1, 'a'));
    mirror.all();
    mirror.put(thing('2', 1, 'b'));
    mirror.putRecord({ key: 'c', title: 'c', size: 1 }, { id: '3', etag: '"guid-3,1"', modified: '' });
    expect(mirror.all().map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    mirror.put(thing('2', 2, 'b', 7));
    expect(mirror.all().map(({ key, size }) => [key, size])).toEqual([
      ['a', 1],
      ['b', 7],
      ['c', 1],
    ]);
    mirror.put(thing('4', 1, 'd'));
    mirror.remove('1');
    mirror.put(thing('5', 1, 'e'));
    expect(mirror.all().map(({ key }) => key)).toEqual(['b', 'c', 'd', 'e']);
  });

  it('sets an item aside that does not parse, and takes it back when it was mended', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 1, 'a'));
    mirror.put(item('1', 2, { Key: 'a', Title: 'a', Size: 'big' }));
    expect(mirror.get('a')).toBeUndefined();
    expect(mirror.setAside()).toEqual([
      {
        list: 'Things',
        itemId: '1',
        key: 'a',
        problems: [expect.stringMatching(/^Size: /)],
        fields: [{ column: 'Size', wrong: 'number' }],
        given: { Key: 'a', Title: 'a', Size: 'big' },
      },
    ]);
    mirror.put(thing('1', 3, 'a'));
    expect(mirror.setAside()).toEqual([]);
    expect(mirror.get('a')?.size).toBe(1);
  });

  it('gives the same array until something changes', () => {
    const mirror = mirrorOf();
    mirror.put(thing('1', 1, 'a'));
    const before = mirror.all();
    expect(mirror.all()).toBe(before);
    mirror.put(thing('1', 1, 'a'));
    expect(mirror.all()).toBe(before);
    mirror.put(thing('2', 1, 'b'));
    expect(mirror.all()).not.toBe(before);
    expect(before).toHaveLength(1);
  });

  it('reads on during a reload and keeps what was written and deleted meanwhile', () => {
    const mirror = mirrorOf();
    for (const [id, key] of [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ] as const)
      mirror.put(thing(id, 1, key));
    const reload = mirror.reload();
    reload.take(thing('1', 1, 'a'));
    mirror.put(thing('1', 2, 'a', 22));
    mirror.remove('2');
    mirror.put(thing('4', 1, 'd', 44));
    expect(mirror.all()).toHaveLength(3);
    reload.take(thing('2', 1, 'b'));
    reload.finish();
    expect(mirror.get('a')?.size).toBe(22);
    expect(mirror.get('d')?.size).toBe(44);
    expect(mirror.get('b')).toBeUndefined();
    expect(mirror.get('c')).toBeUndefined();
  });

  it('keeps the very records that a reload shows unchanged', () => {
    const mirror = mirrorOf();
    const before = mirror.put(thing('1', 1, 'a'));
    const reload = mirror.reload();
    reload.take(thing('1', 1, 'a'));
    reload.finish();
    expect(mirror.get('a')).toBe(before);
  });

  it('equals the list after any changes, told by writes and by deltas that replay, repeat and come late', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('create' as const), key: fc.integer({ min: 0, max: 5 }), told: fc.boolean() }),
      fc.record({ do: fc.constant('change' as const), at: fc.nat(20), size: fc.nat(99), told: fc.boolean() }),
      fc.record({ do: fc.constant('delete' as const), at: fc.nat(20), told: fc.boolean() }),
      fc.record({ do: fc.constant('delta' as const), from: fc.nat(30) }),
      fc.record({ do: fc.constant('reload' as const) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const mirror = mirrorOf();
        const list = new Map<string, RawItem>();
        const log: (RawItem | { gone: string })[] = [];
        let nextId = 1;
        const keys = () => new Set([...list.values()].map(({ fields }) => fields?.Key));
        const tell = (entry: RawItem | { gone: string }) =>
          'gone' in entry ? mirror.remove(entry.gone) : void mirror.put(entry);
        const change = (entry: RawItem, told: boolean) => {
          list.set(entry.id, entry);
          log.push(entry);
          if (told) tell(entry);
        };
        const catchUp = (from: number) => log.slice(Math.min(from, log.length)).forEach(tell);
        for (const step of acts) {
          const target = 'at' in step ? [...list.values()][step.at % Math.max(list.size, 1)] : undefined;
          if (step.do === 'create' && !keys().has(`k${step.key}`))
            change(thing(String(nextId++), 1, `k${step.key}`), step.told);
          if (step.do === 'change' && target) {
            const etag = Number(/,(\d+)/.exec(target.etag)?.[1]) + 1;
            change(thing(target.id, etag, String(target.fields?.Key), step.size), step.told);
          }
          if (step.do === 'delete' && target) {
            list.delete(target.id);
            log.push({ gone: target.id });
            if (step.told) mirror.remove(target.id);
          }
          if (step.do === 'delta') catchUp(step.from);
          if (step.do === 'reload') {
            const reload = mirror.reload();
            list.forEach((entry) => reload.take(entry));
            reload.finish();
          }
        }
        catchUp(0);
        const seen = mirror.all().map(({ key, size, item: { id, etag } }) => ({ key, size, id, etag }));
        const there = [...list.values()].map(({ id, etag, fields }) => ({
          key: fields?.Key,
          size: fields?.Size,
          id,
          etag,
        }));
        const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id);
        expect(seen.sort(byId)).toEqual(there.sort(byId));
        for (const entry of there) expect(mirror.get(String(entry.key))?.item.id).toBe(entry.id);
      }),
      { numRuns: 500 },
    );
  });
});

describe('etags that a delta tells of', () => {
  const guid = '3d5daf72-75ed-4e63-b84c-cc51358d22ef';
  const read = (etag: string, size = 1): RawItem => ({ ...thing('1', 1, 'a', size), etag });
  const told = (etag: string, size = 1): RawItem => ({ ...read(etag, size), etagFrom: 'delta' });

  it('are written as the items of the site write theirs', () => {
    const mirror = mirrorOf();
    mirror.put(read(`"${guid},1"`));
    mirror.put(told(`"{${guid.toUpperCase()}},2"`, 2));
    expect(mirror.get('a')).toMatchObject({ size: 2, item: { etag: `"${guid},2"` } });
    expect(mirror.get('a')?.item.etagFrom).toBeUndefined();
  });

  it('keep the form of files where items have that form', () => {
    const mirror = mirrorOf();
    mirror.put(read(`"{${guid.toUpperCase()}},1"`));
    mirror.put(told(`"${guid},2"`, 2));
    expect(mirror.get('a')?.item.etag).toBe(`"{${guid.toUpperCase()}},2"`);
  });

  it('are marked while nothing shows the form, and put right by a read of the same state', () => {
    const mirror = mirrorOf();
    mirror.put(told(`"{${guid.toUpperCase()}},1"`));
    expect(mirror.get('a')?.item.etagFrom).toBe('delta');
    const { version } = mirror;
    mirror.put(read(`"${guid},1"`));
    expect(mirror.get('a')?.item).toEqual({ id: '1', etag: `"${guid},1"`, modified: '2026-11-24T09:00:00Z' });
    expect(mirror.version).toBeGreaterThan(version);
    expect(mirror.all()).toEqual([mirror.get('a')]);
  });

  it('never take the place of the etag of a read', () => {
    const mirror = mirrorOf();
    mirror.put(read('"own,4"'));
    mirror.put(told('"{OTHER},4"', 9));
    expect(mirror.get('a')).toMatchObject({ size: 1, item: { etag: '"own,4"' } });
  });

  it('tells what has happened since, so that whoever follows it knows the same as whoever reads it all', () => {
    const act = fc.oneof(
      fc.record({
        what: fc.constant('put' as const),
        id: fc.integer({ min: 1, max: 4 }),
        etag: fc.integer({ min: 1, max: 5 }),
        key: fc.constantFrom('a', 'b', 'c', 'd'),
        size: fc.option(fc.integer({ min: 1, max: 3 })),
      }),
      fc.record({ what: fc.constant('remove' as const), id: fc.integer({ min: 1, max: 4 }) }),
      fc.constant({ what: 'look' as const }),
      fc.constant({ what: 'reload' as const }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const mirror = mirrorOf();
        let { version } = mirror;
        const followed = new Set<unknown>();
        const look = () => {
          const changes = mirror.changesSince(version);
          version = mirror.version;
          if (changes === undefined) {
            followed.clear();
            for (const one of mirror.all()) followed.add(one);
          }
          for (const { before, after } of changes ?? []) {
            if (before) expect(followed.delete(before)).toBe(true);
            if (after) followed.add(after);
          }
          expect(followed).toEqual(new Set(mirror.all()));
        };
        for (const one of [...acts, { what: 'look' as const }]) {
          if (one.what === 'put')
            mirror.put(item(String(one.id), one.etag, { Key: one.key, Title: one.key, Size: one.size ?? 'damaged' }));
          else if (one.what === 'remove') mirror.remove(String(one.id));
          else if (one.what === 'reload') mirror.reload().finish();
          else look();
        }
      }),
    );
  });

  it('says that it does not know any more what has happened, when that is too much', () => {
    const mirror = mirrorOf();
    mirror.changesSince(mirror.version - 1);
    const { version } = mirror;
    for (let nth = 1; nth <= 9_000; nth += 1) mirror.put(thing(String(nth), 1, `k${nth}`));
    expect(mirror.changesSince(version)).toHaveLength(9_000);
    for (let nth = 9_001; nth <= 11_000; nth += 1) mirror.put(thing(String(nth), 1, `k${nth}`));
    expect(mirror.changesSince(version)).toBeUndefined();
    expect(mirror.changesSince(mirror.version)).toEqual([]);
  });
});
