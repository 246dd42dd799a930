import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assets, dependsOnAll, neededByAll, type Asset } from '../../../api/assets/index.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

const stored = (key: string, dependsOn: string[]): Asset => ({
  ...{ key, title: key, kind: 'system', description: '', usedBy: [], personalData: [], dataSubjects: [], links: [] },
  ...{ criticality: 'low', hosting: 'own', state: 'inUse', dependsOn },
  ...{ changedAt: '2026-11-24T09:00:00.000Z' as Instant, changedBy: 'ciso' as PersonId },
});
async function net(edges: Record<string, string[]>) {
  const { context } = memoryContext();
  for (const [key, dependsOn] of Object.entries(edges)) await context.list(Assets).create(stored(key, dependsOn));
  return context;
}
const keys = (assets: readonly Asset[]) => assets.map(({ key }) => key);

describe('what an asset cannot do without', () => {
  it('is walked nearest first, and what is not there is left out', async () => {
    const context = await net({ a: ['b', 'gone'], b: ['c'], c: [], d: ['a'] });
    expect(keys(dependsOnAll(context, 'a'))).toEqual(['b', 'c']);
    expect(keys(neededByAll(context, 'c'))).toEqual(['b', 'a', 'd']);
    expect(dependsOnAll(context, 'unknown')).toEqual([]);
  });

  it('comes to an end in a circle, and never names the asset itself', async () => {
    const context = await net({ a: ['b'], b: ['c'], c: ['a', 'c'] });
    expect(keys(dependsOnAll(context, 'a'))).toEqual(['b', 'c']);
    expect(keys(neededByAll(context, 'a'))).toEqual(['c', 'b']);
  });

  it('is in every net the same both ways, and each once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const edges = fc.dictionary(fc.constantFrom(...names), fc.array(fc.constantFrom(...names), { maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(edges, async (given) => {
        const context = await net({ ...Object.fromEntries(names.map((name) => [name, []])), ...given });
        for (const one of names) {
          const down = keys(dependsOnAll(context, one));
          expect(new Set(down).size).toBe(down.length);
          expect(down).not.toContain(one);
          for (const other of down) expect(keys(neededByAll(context, other))).toContain(one);
        }
      }),
    );
  });
});
