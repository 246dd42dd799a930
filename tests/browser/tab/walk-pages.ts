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
  await expect.poll(() => tab.locator('[data-loading]').count()).toBe(0);
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

const themes = ['default', 'dark', 'contrast'] as const;

/**
 * What a page is looked at as: by every rule both wide and narrow, in two of the themes, and by its colours in the third,
 * since colours come from the theme, whatever the width. A page begins as the one before it ended: drawing all anew costs
 * as much as the rules do.
 */
function legOf(index: number) {
  const [at, to] = index % 2 === 0 ? [wide, narrow] : [narrow, wide];
  const themeAt = (step: number) => themes[(2 * index + step) % themes.length] ?? 'default';
  return { at, to, inThemes: [themeAt(0), themeAt(1), themeAt(2)] as const };
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
    await tab.locator(`[data-theme=${theme}]`).waitFor();
    await drawn(tab);
  };

  describe.each(paths)('%s', (path) => {
    const { at, to, inThemes } = legOf(paths.indexOf(path));
    it(`breaks no accessibility rule, ${at} px in the theme ${inThemes[0]} and ${to} px in the theme ${inThemes[1]}`, async () => {
      const opened = await danish.to(path);
      for (const [width, theme] of [
        [at, inThemes[0]],
        [half, undefined],
        [to, inThemes[1]],
      ] as const) {
        await resize(opened, width);
        if (theme) {
          await inTheme(opened, theme);
          expect(await axe(opened.tab), `${theme}, ${width} px`).toEqual([]);
        } else {
          expect(await headingLines(opened.tab), 'lines of the heading at half a screen').toBeLessThanOrEqual(2);
        }
        if (width === narrow) await expect.poll(() => overflows(opened.tab)).toBe(false);
      }
    });

    it(`has readable colours in the theme ${inThemes[2]}, too`, async () => {
      const opened = await danish.to(path);
      await resize(opened, to);
      await inTheme(opened, inThemes[2]);
      expect(await axeColours(opened.tab), `${inThemes[2]}, ${to} px`).toEqual([]);
    });
  });

  describe('in English', () => {
    beforeAll(leave);
    it.each(paths)('%s has a short heading, and needs no sideways scrolling at 320 px', async (path) => {
      const opened = await english.to(path);
      const widths = [half, narrow];
      for (const width of paths.indexOf(path) % 2 === 0 ? widths : widths.toReversed()) {
        await resize(opened, width);
        if (width === narrow) await expect.poll(() => overflows(opened.tab)).toBe(false);
        else expect(await headingLines(opened.tab), 'lines of the heading at half a screen').toBeLessThanOrEqual(2);
      }
    });
  });
}

interface HostWindow {
  theme(name: string): void;
}
