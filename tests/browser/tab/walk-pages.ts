/**
 * What must be true of every page. A page joins as one row in one of the `access-*.test.ts`, a view that fetches
 * something as one row in `states.test.ts`. All of them are walked in one tab, as a reader goes from page to page.
 */
import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  arrived,
  axe,
  axeColours,
  drawn,
  goTo,
  headingLines,
  open,
  overflows,
  resize,
  type Opened,
} from './mock/browser.ts';
import type { Opening } from './mock/host-page.ts';
import { sharedMock, type MockServer } from './mock/server.ts';
import { launch, leaveBrowser } from '../launch.ts';

const wide = 1280;
const narrow = 320;
/** Teams beside something else. */
const half = 640;

/** The page is there, with what it fetches. */
export async function settled(tab: Frame) {
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => tab.locator('.skeleton').count()).toBe(0);
}

/** A tab that stays open from test to test, until one fails. */
function aWalker(opening: Opening, start: () => { browser: Browser; mock: MockServer }) {
  let opened: Opened | undefined;
  let at: string | undefined;
  const leave = async () => {
    await opened?.close();
    opened = undefined;
  };
  return {
    leave,
    /** The tab at a page, with nothing on its way any more. */
    async to(path: string): Promise<Opened> {
      const { browser, mock } = start();
      if (!opened) opened = await open(browser, mock, { ...opening, path });
      else if (at !== path) await goTo(opened.tab, path);
      at = path;
      const { tab } = opened;
      await arrived(tab, mock);
      await settled(tab);
      await drawn(tab);
      await expect.poll(() => mock.pending(), { interval: 10 }).toEqual([]);
      await settled(tab);
      await drawn(tab);
      return opened;
    },
  };
}

/** Every page in every theme, wide and narrow, and in English: readable by all, and never wider than the screen. */
export function walkPages(paths: readonly string[]): void {
  let mock: MockServer;
  let browser: Browser;
  const start = () => ({ mock, browser });
  // One after the other: a tab behind another is drawn once a second.
  const danish = aWalker({ person: 'ciso' }, start);
  const english = aWalker({ person: 'ciso', locale: 'en-gb' }, start);
  const leave = async () => {
    await danish.leave();
    await english.leave();
  };
  beforeAll(async () => {
    [mock, browser] = await Promise.all([sharedMock(), launch()]);
  });
  afterAll(async () => {
    await leave();
    await leaveBrowser(browser);
  });
  beforeEach(() => mock.reset());
  afterEach(({ task }) => (task.result?.state === 'fail' ? leave() : undefined));

  const inTheme = async ({ page, tab }: Opened, theme: string) => {
    await page.evaluate((name) => (globalThis as unknown as { host: HostWindow }).host.theme(name), theme);
    await tab.locator(`.app.theme-${theme}`).waitFor();
    await drawn(tab);
  };

  describe.each(paths)('%s', (path) => {
    it('breaks no accessibility rule, wide and narrow', async () => {
      const opened = await danish.to(path);
      await inTheme(opened, 'default');
      await resize(opened, wide);
      expect(await axe(opened.tab), 'wide').toEqual([]);
      await resize(opened, half);
      expect(await headingLines(opened.tab), 'lines of the heading at half a screen').toBeLessThanOrEqual(2);
      await resize(opened, narrow);
      expect(await axe(opened.tab), 'narrow').toEqual([]);
      await expect.poll(() => overflows(opened.tab)).toBe(false);
    });

    // Colours come from the theme, whatever the width: one page is dark when narrow, the next when wide.
    const [first, second] = paths.indexOf(path) % 2 === 0 ? ['dark', 'contrast'] : ['contrast', 'dark'];
    it(`has readable colours in the themes ${first}, narrow, and ${second}, wide`, async () => {
      const opened = await danish.to(path);
      for (const [width, theme] of [
        [narrow, first],
        [wide, second],
      ] as const) {
        await resize(opened, width);
        await inTheme(opened, theme);
        expect(await axeColours(opened.tab), `${theme}, ${width} px`).toEqual([]);
      }
    });
  });

  describe('in English', () => {
    beforeAll(leave);
    it.each(paths)('%s has a short heading, and needs no sideways scrolling at 320 px', async (path) => {
      const opened = await english.to(path);
      await resize(opened, half);
      expect(await headingLines(opened.tab), 'lines of the heading at half a screen').toBeLessThanOrEqual(2);
      await resize(opened, narrow);
      await expect.poll(() => overflows(opened.tab)).toBe(false);
    });
  });
}

interface HostWindow {
  theme(name: string): void;
}
