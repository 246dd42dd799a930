import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ownTab } from '../tab-page.ts';

const { openTab } = ownTab();
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
