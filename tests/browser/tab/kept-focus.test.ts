import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launch, newContext } from '../launch.ts';
import { ownTab } from '../tab-page.ts';

const { openTab, addressOf } = ownTab();
const path = '/wheel/meetings/netvaerk-vinter';
const focused = (tab: Frame) =>
  tab.evaluate(() => {
    const { activeElement } = document;
    const row = activeElement?.closest('li, tr');
    return { tag: activeElement?.tagName.toLowerCase(), row: row?.textContent ?? activeElement?.textContent ?? '' };
  });
/** Removes the focused element from the page, as when a list is refetched without it. */
const takeAway = (tab: Frame, what: 'element' | 'row') =>
  tab.evaluate((part) => {
    const { activeElement } = document;
    const gone = { element: activeElement, row: activeElement?.closest('li, tr') };
    gone[part]?.remove();
  }, what);

describe('the focus after an act', () => {
  it('goes to the same row, the next one or the one before, never to the top of the page', async () => {
    const { tab } = await openTab({ person: 'ciso', path });
    const row = (position: number) => tab.locator('[data-part="attendance"] li').nth(position);
    await row(3).waitFor();
    const names = await tab.locator('[data-part="attendance"] li').allInnerTexts();
    const name = (position: number) => (names[position] ?? '').split('\n')[1] ?? 'nobody';

    await row(3).getByRole('button', { name: 'Afbud' }).focus();
    await takeAway(tab, 'element');
    await expect.poll(async () => (await focused(tab)).row).toContain(name(3));
    await takeAway(tab, 'row');
    await expect.poll(async () => (await focused(tab)).row).toContain(name(4));
    await tab.locator('[data-part="attendance"] li').last().getByRole('button', { name: 'Afbud' }).focus();
    await takeAway(tab, 'row');
    await expect.poll(async () => (await focused(tab)).row).toContain(name(names.length - 2));
  });

  it('goes to the heading when a question was answered and its button is gone with it', async () => {
    const { tab } = await openTab({ person: 'ciso', path });
    await tab.getByRole('button', { name: 'Aflys mødet' }).press('Enter');
    await tab.getByRole('dialog').getByRole('button', { name: 'Aflys mødet' }).press('Enter');
    await tab.getByText('Mødet er aflyst', { exact: true }).waitFor();
    await expect.poll(async () => (await focused(tab)).tag).toBe('h1');
  });

  it('is taken back by nobody who has pressed beside everything', async () => {
    const { tab } = await openTab({ person: 'ciso', path });
    await tab.locator('[data-part="attendance"] li').first().getByRole('button', { name: 'Afbud' }).focus();
    await tab.locator('#agenda-title').click();
    await tab.evaluate(() => document.querySelector('[data-part="attendance"] li')?.remove());
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await focused(tab)).tag).toBe('main');
  });
});

describe('what is said after an act', () => {
  it('passes after ten seconds, and not while it is pointed at, focused or in a window that nobody sees', async () => {
    const context = await newContext(await launch(), { serviceWorkers: 'block' });
    const page = await context.newPage();
    // Time in the page is set by this test.
    await page.clock.install();
    await page.goto(await addressOf({ person: 'ciso', path: '/risks/scales' }));
    const tab = page.frameLocator('iframe');
    const message = tab.locator('[data-part="message"]');
    const shown = () => message.count();
    const hide = (isHidden: boolean) =>
      tab.locator('body').evaluate((_, hidden) => {
        Object.defineProperty(document, 'visibilityState', {
          configurable: true,
          get: () => (hidden ? 'hidden' : 'visible'),
        });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, isHidden);
    await tab.getByRole('button', { name: 'Brug til nye vurderinger: Herning, 4 × 4' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Brug til nye vurderinger' }).click();
    await message.hover();
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
    expect(await shown()).toBe(1);
    await hide(true);
    await page.mouse.move(0, 0);
    await page.clock.runFor(60_000);
    expect(await shown()).toBe(1);
    await message.getByRole('button', { name: 'Luk' }).focus();
    await hide(false);
    await page.clock.runFor(60_000);
    expect(await shown()).toBe(1);
    await message.getByRole('button', { name: 'Luk' }).blur();
    await page.clock.runFor(9_900);
    expect(await shown()).toBe(1);
    await page.clock.runFor(200);
    await expect.poll(shown).toBe(0);
    await context.close();
  });
});
