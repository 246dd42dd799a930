import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, open, overflows, type Opened } from './mock/browser.ts';
import { sharedMock, type MockServer } from './mock/server.ts';
import { settled } from '../tab-page.ts';
import { launch, leaveBrowser } from '../launch.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([sharedMock(), launch()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});
beforeEach(() => mock.reset());
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe('dialogs', () => {
  it.each([320, 1280])('break no accessibility rule and fit at %i px', async (width) => {
    opened = await open(browser, mock, { person: 'ciso', path: '/organisation/roles' }, { width, height: 640 });
    const { tab } = opened;
    await tab.getByRole('button', { name: 'Udpeg en person' }).click();
    await tab.getByRole('dialog').getByLabel('Rolle').selectOption('coordinator');
    await tab.getByRole('dialog').getByRole('searchbox').fill('mette');
    await tab.locator('[data-part="found-list"]').waitFor();
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
    const button = tab.getByRole('dialog').getByRole('button', { name: 'Udpeg', exact: true });
    await button.scrollIntoViewIfNeeded();
    await expect.poll(() => button.isVisible()).toBe(true);
  });
});

describe('with the keyboard', () => {
  it('skips to the content', async () => {
    opened = await open(browser, mock);
    const { tab, page } = opened;
    await settled(tab);
    await tab.locator('body').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Spring til indholdet');
    await page.keyboard.press('Enter');
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('goes from the overview to the receipt', async () => {
    opened = await open(browser, mock);
    const { tab, page } = opened;
    await tab.getByRole('link', { name: 'Læs og bekræft' }).focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).focus();
    await page.keyboard.press('Enter');
    await tab.getByText('Tak, Kim.').waitFor();
  });

  it('begins at the heading of a new page, which is also the title', async () => {
    opened = await open(browser, mock);
    const { tab } = opened;
    await settled(tab);
    expect(await tab.evaluate(() => document.activeElement?.tagName)).not.toBe('H1');
    await tab.getByRole('link', { name: 'Organisation' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ishøj Kommune' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Ishøj Kommune');
    await expect.poll(() => tab.evaluate(() => document.title)).toBe('Ishøj Kommune · Sikkerhedshjulet');
  });

  it('shows where the focus is on everything that takes it', async () => {
    opened = await open(browser, mock, { person: 'ciso', path: '/organisation' });
    const { tab, page } = opened;
    await settled(tab);
    await tab.locator('body').focus();
    for (let press = 0; press < 24; press += 1) {
      await page.keyboard.press('Tab');
      const shown = await tab.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return true;
        const { outlineStyle, boxShadow, borderBottomWidth } = getComputedStyle(focused);
        const box = focused.querySelector('rect');
        const after = getComputedStyle(focused, '::after');
        return (
          outlineStyle !== 'none' ||
          boxShadow !== 'none' ||
          parseFloat(after.borderBottomWidth) > 0 ||
          parseFloat(borderBottomWidth) > 1 ||
          (box !== null && parseFloat(getComputedStyle(box).strokeWidth) >= 3)
        );
      });
      expect(shown, `after ${press + 1} presses`).toBe(true);
    }
  });

  it('opens the menu of a narrow screen, closes it by Escape, and when going somewhere', async () => {
    opened = await open(browser, mock, {}, { width: 320 });
    const { tab, page } = opened;
    const menu = tab.getByRole('button', { name: 'Menu' });
    await menu.click();
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).waitFor({ state: 'hidden' });
    await menu.click();
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Informationssikkerhedspolitik' }).waitFor();
    await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('as the reader’s system asks', () => {
  it('keeps still when motion is reduced', async () => {
    mock.override('GET /api/me', { delayMilliseconds: 1_500 });
    opened = await open(browser, mock, {}, { reducedMotion: true });
    const row = opened.tab.locator('[data-part="skeleton-row"]').first();
    await row.waitFor();
    expect(await row.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
  });

  it('keeps bars and boxes in sight in forced colours', async () => {
    opened = await open(browser, mock, { person: 'ciso', path: '/policy/coverage' }, { forcedColors: true });
    await settled(opened.tab);
    const fills = await opened.tab.evaluate(() =>
      ['[data-part="bar-share"]', '[data-part="bar-whole"]'].map((name) => {
        const element = document.querySelector(name);
        return element ? getComputedStyle(element).fill : '';
      }),
    );
    expect(new Set(fills).size).toBe(2);
  });

  it('keeps the text in sight at 400 % zoom: the acknowledgement does not stick over it', async () => {
    opened = await open(browser, mock, { path: '/policy' }, { width: 320, height: 256 });
    await settled(opened.tab);
    const position = await opened.tab
      .getByRole('region', { name: 'Bekræft politikken' })
      .evaluate((element) => getComputedStyle(element).position);
    expect(position).toBe('static');
  });
});
