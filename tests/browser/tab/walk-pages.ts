import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, axeColours, launch, open, overflows, type Opened } from './mock/browser.ts';
import { startMock, type MockServer } from './mock/server.ts';

/** The page is there, with what it fetches. */
export async function settled(tab: Frame) {
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => tab.locator('.skeleton').count()).toBe(0);
}

/** Every page in every theme, wide and narrow, and in English: readable by all, and never wider than the screen. */
export function walkPages(paths: readonly string[]): void {
  let mock: MockServer;
  let browser: Browser;
  let opened: Opened | undefined;
  beforeAll(async () => {
    [mock, browser] = await Promise.all([startMock(), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });
  beforeEach(() => mock.reset());
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  describe.each(paths)('%s', (path) => {
    it('breaks no accessibility rule, wide and narrow', async () => {
      opened = await open(browser, mock, { person: 'ciso', path });
      await settled(opened.tab);
      expect(await axe(opened.tab), 'wide').toEqual([]);
      await opened.page.setViewportSize({ width: 320, height: 640 });
      expect(await axe(opened.tab), 'narrow').toEqual([]);
      expect(await overflows(opened.tab)).toBe(false);
    });

    it.each(['dark', 'contrast'] as const)('has readable colours in the theme %s, wide and narrow', async (theme) => {
      opened = await open(browser, mock, { person: 'ciso', path, theme });
      await settled(opened.tab);
      expect(await axeColours(opened.tab), 'wide').toEqual([]);
      await opened.page.setViewportSize({ width: 320, height: 640 });
      expect(await axeColours(opened.tab), 'narrow').toEqual([]);
    });

    it('needs no sideways scrolling at 320 px in English', async () => {
      opened = await open(browser, mock, { person: 'ciso', path, locale: 'en-gb' }, { width: 320, height: 640 });
      await settled(opened.tab);
      expect(await overflows(opened.tab)).toBe(false);
    });
  });
}
