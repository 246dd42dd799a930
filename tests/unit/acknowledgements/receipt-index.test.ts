import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledgementKey, Acknowledgements, receiptsOf } from '../../../api/acknowledgements/index.ts';
import type { Context } from '../../../api/context.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import type { ListHandle } from '../../../api/sharepoint/index.ts';
import type { RawItem } from '../../../api/sharepoint/item.ts';
import { createMirror } from '../../../api/sharepoint/mirror.ts';
import { memoryContext } from '../../support/memory-context.ts';

/** Receipts in a list as reported by Graph, and the number of full scans. */
function aMirror() {
  const mirror = createMirror(Acknowledgements, codecOf(Acknowledgements));
  const state = { looks: 0 };
  const watched = {
    get version() {
      return mirror.version;
    },
    all: () => {
      state.looks += 1;
      return mirror.all();
    },
    get: mirror.get,
    changesSince: mirror.changesSince,
  };
  const { context } = memoryContext();
  const known: Context = { ...context, list: <R extends { key: string }>() => watched as unknown as ListHandle<R> };
  return { context: known, mirror, state };
}

interface Made {
  id: number;
  etag: number;
  version: number;
  person: number;
  outcome: string;
  key?: string;
}
const raw = ({ id, etag, version, person, outcome, key }: Made): RawItem => ({
  ...{ id: String(id), etag: `"guid-${id},${etag}"`, modified: '2026-11-24T09:00:00Z' },
  fields: {
    Key:
      key ?? (outcome === 'acknowledged' ? acknowledgementKey(`v${version}`, `p${person}` as PersonId) : `why-${id}`),
    ...{
      Title: 'Anne',
      VersionKey: `v${version}`,
      PersonId: `p${person}`,
      Outcome: outcome,
      At: '2026-11-24T09:00:00Z',
    },
    ...{ Channel: 'tab', ContentHash: 'hash' },
  },
});
const versions = [0, 1, 2];
const people = [0, 1, 2, 3, 4, 5];

const shown = (context: Context) =>
  versions.map((version) => {
    const { positive, givers, negative, negativeOf } = receiptsOf(context, `v${version}`);
    return {
      positive: [...positive].map(([person, { key, item }]) => [person, key, item.id, item.etag]),
      givers: [...givers],
      negative: negative.map(({ key, item }) => [key, item.etag]),
      of: people.map((person) => negativeOf(`p${person}` as PersonId).map(({ key }) => key)),
    };
  });

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('put' as const), version: fc.nat(2), person: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('why' as const), version: fc.nat(2), person: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('edit' as const),
      which: fc.nat(),
      version: fc.nat(2),
      person: fc.nat(5),
      outcome: fc.constantFrom('acknowledged', 'left', 'nonsense'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('remove' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('ask' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reload' as const) }) },
);

describe('receiptsOf', () => {
  it('is as if it were made anew, whatever is given, edited by hand, removed or read again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { context, mirror } = aMirror();
        let made: Made[] = [];
        let id = 0;
        for (const one of steps) {
          if (one.act === 'put' || one.act === 'why') {
            const outcome = one.act === 'put' ? 'acknowledged' : 'onLeave';
            const item = { id: (id += 1), etag: 1, version: one.version, person: one.person, outcome };
            made.push(item);
            mirror.put(raw(item));
          } else if (one.act === 'edit') {
            const item = made[one.which % made.length];
            if (!item) continue;
            const { version, person, outcome } = one;
            const { Key } = raw(item).fields ?? {};
            Object.assign(item, { etag: item.etag + 1, version, person, outcome, key: String(Key) });
            mirror.put(raw(item));
          } else if (one.act === 'remove') {
            const item = made[one.which % made.length];
            if (!item) continue;
            made = made.filter((other) => other !== item);
            mirror.remove(String(item.id));
          } else if (one.act === 'reload') {
            const reload = mirror.reload();
            for (const item of made) reload.take(raw(item));
            reload.finish();
          } else {
            expect(shown(context)).toEqual(shown({ ...context }));
          }
        }
        expect(shown(context)).toEqual(shown({ ...context }));
      }),
      { numRuns: 300 },
    );
  });

  it('does not look through the list again for a receipt more, an edited note, or one that leaves', () => {
    const { context, mirror, state } = aMirror();
    const put = (id: number, etag = 1) =>
      mirror.put(raw({ id, etag, version: 1, person: id, outcome: 'acknowledged' }));
    for (let id = 1; id <= 100; id += 1) put(id);
    const { givers } = receiptsOf(context, 'v1');
    for (let id = 101; id <= 200; id += 1) {
      put(id);
      expect(receiptsOf(context, 'v1').givers).toBe(givers);
    }
    put(7, 2);
    expect(receiptsOf(context, 'v1').positive.get('p7' as PersonId)?.item.etag).toContain(',2');
    for (let id = 1; id <= 50; id += 1) {
      mirror.remove(String(id));
      expect(receiptsOf(context, 'v1').positive.size).toBe(200 - id);
    }
    expect(receiptsOf(context, 'v1').givers).not.toBe(givers);
    expect(receiptsOf(context, 'v1').givers).toHaveLength(150);
    expect(state.looks).toBe(1);
  });

  it('looks through it again when more has changed than the list remembers', () => {
    const { context, mirror, state } = aMirror();
    for (let id = 1; id <= 12_000; id += 1) {
      mirror.put(raw({ id, etag: 1, version: 1, person: id, outcome: 'acknowledged' }));
      if (id === 10) receiptsOf(context, 'v1');
    }
    expect(receiptsOf(context, 'v1').givers).toHaveLength(12_000);
    expect(state.looks).toBe(2);
  });
});
