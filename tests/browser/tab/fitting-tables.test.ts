import { describe, expect, it } from 'vitest';
import { cutTables, drawn, resize, sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();
const headingsOf = '[data-part="table"] thead th';

describe('a table of records', () => {
  it('shows its rows as cards where they are wider than their frame, and as a table again where they fit', async () => {
    const opened = await openTab({ person: 'ciso', path: '/contingency/plans' });
    const { tab } = opened;
    for (const [width, cards] of [
      [1_024, 1],
      [1_440, 0],
      [1_000, 1],
    ] as const) {
      await resize(opened, width);
      await expect.poll(() => tab.locator('[data-cards]').count(), { message: `${width} px` }).toBe(cards);
      await drawn(tab);
      expect(await cutTables(tab)).toEqual([]);
      const ends = await tab
        .locator('[data-part="table"] td')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThanOrEqual(width);
      expect(await tab.getByRole('columnheader').count()).toBe(await tab.locator(headingsOf).count());
    }
  });

  it('shows them as cards, too, where they grow in the same frame, as by another theme', async () => {
    const opened = await openTab({ person: 'ciso', path: '/contingency/plans' });
    const { tab } = opened;
    await resize(opened, 1_440);
    await expect.poll(() => tab.locator('[data-cards]').count()).toBe(0);
    await drawn(tab);
    const cell = tab.locator('[data-part="table"] tbody td').first();
    await cell.evaluate((one: HTMLElement) => (one.style.paddingInlineEnd = '900px'));
    await expect.poll(() => tab.locator('[data-cards]').count()).toBe(1);
  });

  it('stays a table on paper', async () => {
    const opened = await openTab({ person: 'ciso', path: '/contingency/plans' });
    await resize(opened, 1_000);
    await expect.poll(() => opened.tab.locator('[data-cards]').count()).toBe(1);
    await opened.page.emulateMedia({ media: 'print' });
    const display = () =>
      opened.tab.locator('[data-part="table"]').evaluate((table) => getComputedStyle(table).display);
    expect(await display()).toBe('table');
    await opened.page.emulateMedia({ media: 'screen' });
  });
});
