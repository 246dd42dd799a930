import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate, wayTo, type Consolidated, type Source } from '../../../api/critical-services/consolidation.ts';
import { figureNames } from '../../../api/critical-services/contract.ts';

const service = (key: string, needs: string[], figures: Partial<Source> = {}): Source => ({
  ...{ kind: 'service', key, needs },
  ...figures,
});
const graph =
  (edges: Record<string, string[]>) =>
  (key: string): string[] =>
    edges[key] ?? [];
const hoursOf = (all: ReadonlyMap<string, Consolidated>, key: string) => all.get(key)?.mtd?.hours;

describe('consolidation', () => {
  it('hands the smallest figure down through chains, and says which service decides', () => {
    const all = consolidate(
      [service('care', ['journal'], { mtd: 4, rto: 2 }), service('pay', ['network'], { mtd: 72, rpo: 1 })],
      graph({ journal: ['database'], database: ['network'] }),
    );
    expect(all.get('network')?.mtd).toMatchObject({ hours: 4, source: { kind: 'service', key: 'care' } });
    expect(all.get('network')?.rpo).toMatchObject({ hours: 1, source: { key: 'pay' } });
    expect(wayTo(all, 'network', 'mtd')).toEqual(['journal', 'database']);
    expect(wayTo(all, 'journal', 'mtd')).toEqual([]);
  });

  it('keeps the figures apart: each has its own decider', () => {
    const all = consolidate(
      [service('a', ['x'], { mtd: 24, rto: 1 }), service('b', ['x'], { mtd: 4, rto: 3 })],
      graph({}),
    );
    expect(all.get('x')).toMatchObject({ mtd: { source: { key: 'b' } }, rto: { source: { key: 'a' } } });
  });

  it('counts an asset’s own figures as one more that depends on it', () => {
    const own: Source = { kind: 'asset', key: 'x', needs: ['x'], mtd: 2 };
    expect(consolidate([service('a', ['x'], { mtd: 8 }), own], graph({})).get('x')?.mtd).toMatchObject({
      hours: 2,
      source: { kind: 'asset', key: 'x' },
    });
  });

  it('says nothing of what no service needs', () => {
    expect(consolidate([service('a', ['x'], { mtd: 8 })], graph({ y: ['z'] })).has('z')).toBe(false);
  });
});

const keys = Array.from({ length: 8 }, (_, place) => `a${place}`);
const aKey = fc.constantFrom(...keys);
const anyHours = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined });
const world = fc.record({
  edges: fc.array(fc.tuple(aKey, aKey), { maxLength: 24 }),
  sources: fc.array(
    fc.record({ needs: fc.array(aKey, { maxLength: 4 }), mtd: anyHours, rto: anyHours, rpo: anyHours }),
    { maxLength: 6 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer Made> ? Made : never;
const sourcesOf = ({ sources }: World): Source[] =>
  sources.map((source, place) => ({ kind: 'service', key: `s${place}`, ...source }));
const neededBy =
  ({ edges }: World) =>
  (key: string) =>
    edges.filter(([from]) => from === key).map(([, to]) => to);
const figuresOf = (all: ReadonlyMap<string, Consolidated>) =>
  keys.map((key) => figureNames.map((name) => [all.get(key)?.[name]?.hours, all.get(key)?.[name]?.source.key]));

describe('the laws of consolidation', () => {
  it('never exceeds the figure of anything that depends on it', () => {
    fc.assert(
      fc.property(world, (made) => {
        const all = consolidate(sourcesOf(made), neededBy(made));
        for (const name of figureNames) {
          for (const source of sourcesOf(made))
            for (const key of source.needs)
              if (source[name] !== undefined) expect(all.get(key)?.[name]?.hours).toBeLessThanOrEqual(source[name]);
          for (const [from, to] of made.edges) {
            const above = all.get(from)?.[name]?.hours;
            if (above !== undefined) expect(all.get(to)?.[name]?.hours).toBeLessThanOrEqual(above);
          }
        }
      }),
    );
  });

  it('is the figure of something that really depends on it', () => {
    fc.assert(
      fc.property(world, (made) => {
        const all = consolidate(sourcesOf(made), neededBy(made));
        for (const key of keys) {
          const figure = all.get(key)?.mtd;
          if (!figure) continue;
          const decider = sourcesOf(made).find((source) => source.key === figure.source.key);
          expect(decider?.mtd).toBe(figure.hours);
          const way = [...wayTo(all, key, 'mtd'), key];
          expect(decider?.needs).toContain(way[0]);
          for (const [place, at] of way.slice(1).entries()) expect(neededBy(made)(way[place] ?? '')).toContain(at);
        }
      }),
    );
  });

  it('does not depend on the order of services or dependencies, and ends in circles', () => {
    fc.assert(
      fc.property(world, (made) => {
        const turned = { edges: made.edges.toReversed(), sources: made.sources };
        const forward = consolidate(sourcesOf(made), neededBy(made));
        const backward = consolidate(sourcesOf(made).toReversed(), neededBy(turned));
        expect(figuresOf(backward)).toEqual(figuresOf(forward));
        expect(hoursOf(backward, 'a0')).toBe(hoursOf(forward, 'a0'));
      }),
    );
  });
});
