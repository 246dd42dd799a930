import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();
const focused = (tab: Frame) =>
  tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

describe('the choice of a person', () => {
  const places = [
    { what: 'a dialog', path: '/tasks', opens: 'Jeg skal på ferie eller orlov', of: 'Stedfortræder (valgfrit)' },
    { what: 'a page', path: '/standards/controls/new', opens: undefined, of: 'Hvem ejer den? (valgfrit)' },
  ];
  it.each(places)('says in $what who is meant, and keeps the focus when a name is chosen or changed', async (place) => {
    const { tab, page } = await openTab({ person: place.opens ? 'coordinator' : 'ciso', path: place.path });
    if (place.opens) await tab.getByRole('button', { name: place.opens }).press('Enter');
    const search = tab.getByRole('searchbox', { name: `${place.of}: Søg efter navn` });
    await search.fill('kj');
    await tab.locator('[data-part="found-list"] button').first().press('Enter');
    expect(await focused(tab)).toBe('Vælg en anden');
    await page.keyboard.press('Enter');
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true);
  });
});
