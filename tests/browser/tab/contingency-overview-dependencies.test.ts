import { assert, array, constantFrom, integer, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  branchesFrom,
  layoutOf,
  neighbours,
  nodeAfter,
  type Branch,
} from '../../../tab/contingency/overview/graph-layout.ts';
import { itemAfter } from '../../../tab/contingency/overview/time-ladder.ts';
import { axe, axeColours, overflows, sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();
const show = async (path = '/contingency/dependencies', screen: object = {}) =>
  openTab({ person: 'ciso', path }, screen);

describe('dependencies', () => {
  it('are followed from a service to its systems and back by the trail', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Hvad hænger sammen?' }).waitFor();
    await tab.getByRole('button', { name: /^Pleje og medicin i borgernes hjem/ }).click();
    await tab
      .getByRole('heading', { level: 1, name: 'Pleje og medicin i borgernes hjem: hvad hænger sammen?' })
      .waitFor();
    await tab.getByRole('button', { name: /^Omsorgsjournalen Nærcare/ }).click();
    await tab.getByText('Må være nede i 1 time. Det bestemmer Pleje og nødkald på plejecentre.').waitFor();
    const trail = tab.getByRole('navigation', { name: 'Hvor du er' });
    expect(await trail.getByRole('listitem').allInnerTexts()).toEqual([
      'Alle ydelser',
      'Pleje og medicin i borgernes hjem',
      'Omsorgsjournalen Nærcare',
    ]);
    expect(await axe(tab)).toEqual([]);
    await trail.getByRole('link', { name: 'Pleje og medicin i borgernes hjem' }).click();
    await tab.getByRole('heading', { level: 1, name: /^Pleje og medicin/ }).waitFor();
    expect(await trail.getByRole('listitem').allInnerTexts()).toEqual([
      'Alle ydelser',
      'Pleje og medicin i borgernes hjem',
    ]);
  });

  it('draw the chain that decides heavier', async () => {
    const { tab } = await show('/contingency/dependencies?asset=sys-netvaerk');
    await tab.getByText('Den kraftige linje viser, hvem der bestemmer nedetiden.').waitFor();
    await expect.poll(() => tab.locator('[data-deciding]').count()).toBeGreaterThan(0);
  });

  it('are walked with arrow keys: right to what is needed, left to what needs it', async () => {
    const { tab, page } = await show('/contingency/dependencies?service=ydelse-hjemmepleje');
    const here = () => tab.evaluate(() => document.activeElement?.getAttribute('data-node'));
    await tab.getByRole('button', { name: /^Pleje og medicin/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toMatch(/^asset:/);
    const next = await here();
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).not.toBe(next);
    const further = await here();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(here).not.toBe(further);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: /: hvad hænger sammen\?$/ }).waitFor();
  });

  it('have a table that says the same', async () => {
    const { tab } = await show('/contingency/dependencies?asset=sys-omsorg&as=table');
    const row = tab.getByRole('row', { name: /^Omsorgsjournalen Nærcare/ });
    await row.getByText(/Kommunens netværk/).waitFor();
    await row.getByText(/Medicin i hjemmeplejen/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Kommunens netværk', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: /^Kommunens netværk/ }).waitFor();
    expect(await tab.evaluate(() => location.search)).toContain('as=table');
  });

  it('are branches of a list at 320 pixels, and go with every theme', async () => {
    const narrow = await show('/contingency/dependencies?asset=sys-omsorg', { width: 320 });
    await narrow.tab.getByRole('heading', { name: 'Bruges af' }).waitFor();
    await narrow.tab.getByRole('listitem').filter({ hasText: 'Medicin i hjemmeplejen' }).first().waitFor();
    expect(await overflows(narrow.tab)).toBe(false);
    expect(await axe(narrow.tab)).toEqual([]);
    for (const theme of ['dark', 'contrast'] as const) {
      const { tab } = await openTab({ person: 'ciso', path: '/contingency/dependencies?asset=sys-omsorg', theme });
      await tab.locator('[data-focus]').waitFor();
      expect(await axeColours(tab)).toEqual([]);
    }
  });

  it('say so when what is asked for is gone', async () => {
    const { tab } = await show('/contingency/dependencies?asset=gone');
    await tab.getByRole('heading', { level: 1, name: 'Siden findes ikke' }).waitFor();
    await tab.getByRole('link', { name: 'Gå til Beredskab' }).waitFor();
  });
});

const ids = Array.from({ length: 8 }, (_, place) => `n${place}`);
const lines = array(tuple(constantFrom(...ids), constantFrom(...ids)), { maxLength: 24 }).map((pairs) =>
  pairs.map(([from, to]) => ({ from, to })),
);
const nodes = array(integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 8 }).map((layers) =>
  layers.map((layer, place) => ({ id: ids[place] ?? '', title: '', layer })),
);

describe('the picture of dependencies', () => {
  it('gives every node a place of its own, columns from left to right', () => {
    assert(
      property(nodes, lines, (all, edges) => {
        const { places, width, height } = layoutOf(all, edges, 900);
        expect(places.size).toBe(all.length);
        const taken = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
        expect(taken.size).toBe(all.length);
        for (const one of all)
          for (const other of all)
            if (one.layer < other.layer) expect(places.get(one.id)?.x).toBeLessThan(places.get(other.id)?.x ?? 0);
        for (const { x, y } of places.values()) expect(x >= 0 && y >= 0 && x < width && y < height).toBe(true);
      }),
    );
  });

  it('is never left by arrow keys', () => {
    const keys = constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    assert(
      property(nodes, lines, constantFrom(...ids), keys, (all, edges, id, key) => {
        expect(ids).toContain(nodeAfter(key, id, layoutOf(all, edges, 900), edges));
      }),
    );
    expect(nodeAfter('a', 'n0', layoutOf([], [], 900), [])).toBeUndefined();
  });

  it('has branches that end in circles and hold each node once', () => {
    const flat = (branches: readonly Branch[]): string[] => branches.flatMap(({ id, below }) => [id, ...flat(below)]);
    assert(
      property(lines, constantFrom(...ids), (edges, id) => {
        const found = flat(branchesFrom(id, neighbours(edges).needs));
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(id);
      }),
    );
  });
});

describe('the ladder', () => {
  it('is never left by arrow keys, and an empty rung is stepped over', () => {
    const item = (key: string) => ({ kind: 'system' as const, key, title: key, gaps: 0 });
    const rungs = [{ items: [item('a'), item('b')] }, { items: [] }, { items: [item('c')] }];
    expect(itemAfter('ArrowDown', 'asset:b', rungs)).toBe('asset:c');
    expect(itemAfter('ArrowUp', 'asset:c', rungs)).toBe('asset:a');
    expect(itemAfter('ArrowUp', 'asset:a', rungs)).toBe('asset:a');
    const some = array(record({ items: array(constantFrom(...ids).map(item), { maxLength: 3 }) }), { minLength: 1 });
    const keys = constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    assert(
      property(some, keys, (all, key) => {
        const known = all.flatMap(({ items }) => items.map((one) => `asset:${one.key}`));
        const [first] = known;
        if (first !== undefined) expect(known).toContain(itemAfter(key, first, all));
      }),
    );
  });
});
