/**
 * Assertions on every page. A page joins as one row in one of the `access-*.test.ts`, a view with data as one row in
 * `states.test.ts`. All of them are walked in one tab, as a reader navigates.
 */
import { describe, expect, it } from 'vitest';
import {
  axe,
  axeColours,
  brokenWords,
  coveredByScrolling,
  cutTables,
  drawn,
  goTo,
  headingLines,
  overflows,
  resize,
  settled,
  sharedTab,
  type Opened,
  type TabUnderTest,
} from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const wide = 1280;
const narrow = 320;
/** Half the screen. */
const half = 640;

const themes = ['default', 'dark', 'contrast'] as const;

/**
 * Legs of a page: every rule both wide and narrow, in two of the themes, and colours in the third, since colours depend
 * on the theme, whatever the width. A page begins as the previous one ended: rendering all again costs as much as the
 * rules do.
 */
function legOf(index: number) {
  const [at, to] = index % 2 === 0 ? [wide, narrow] : [narrow, wide];
  const themeAt = (step: number) => themes[(2 * index + step) % themes.length] ?? 'default';
  return { at, to, inThemes: [themeAt(0), themeAt(1), themeAt(2)] as const };
}

/** Every page in every theme, wide and narrow, and in English: accessible, and never wider than the screen. */
export function walkPages(paths: readonly string[], tabs: TabUnderTest = sharedTab({ stays: true })): void {
  const { openTab, leave, arrived, pending, filled } = tabs;
  let open: { tab: Opened; path: string; locale: string } | undefined;
  /** The tab at a page, without pending requests; one at a time, as a background tab renders once a second. */
  const visit = async (named: string, locale: string): Promise<Opened> => {
    const path = filled(named);
    const isOpen = open?.locale === locale && !open.tab.isClosed();
    if (!open || !isOpen) {
      await leave();
      open = { tab: await openTab({ person: 'ciso', locale, path }), path, locale };
    } else if (open.path !== path) {
      await goTo(open.tab.tab, path);
      open.path = path;
    }
    const { tab } = open;
    await arrived(tab);
    await expect.poll(pending, { interval: 10 }).toEqual([]);
    await settled(tab.tab);
    await drawn(tab.tab);
    // A page refused or missing has a failed response.
    expect(tab.complaints, path).toEqual([]);
    return tab;
  };

  const inTheme = async ({ page, tab }: Opened, theme: string) => {
    await page.evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
    await tab.locator(`[data-theme=${theme}]`).waitFor();
    await drawn(tab);
  };

  describe.each(paths)('%s', (path) => {
    const { at, to, inThemes } = legOf(paths.indexOf(path));
    it(`breaks no accessibility rule, ${at} px in the theme ${inThemes[0]} and ${to} px in the theme ${inThemes[1]}`, async () => {
      const opened = await visit(path, 'da-dk');
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
        expect(await coveredByScrolling(opened.tab), 'what covers another while it scrolls').toEqual([]);
        await expect.poll(() => cutTables(opened.tab), { message: `tables that are cut off, ${width} px` }).toEqual([]);
        if (width !== narrow) continue;
        await expect.poll(() => overflows(opened.tab)).toBe(false);
        await expect.poll(() => brokenWords(opened.tab), { message: 'words broken without a hyphen' }).toEqual([]);
      }
    });

    it(`has readable colours in the theme ${inThemes[2]}, too`, async () => {
      const opened = await visit(path, 'da-dk');
      await resize(opened, to);
      await inTheme(opened, inThemes[2]);
      expect(await axeColours(opened.tab), `${inThemes[2]}, ${to} px`).toEqual([]);
    });
  });

  describe('in English', () => {
    it.each(paths)('%s has a short heading, and needs no sideways scrolling at 320 px', async (path) => {
      const opened = await visit(path, 'en-gb');
      const widths = [half, narrow];
      for (const width of paths.indexOf(path) % 2 === 0 ? widths : widths.toReversed()) {
        await resize(opened, width);
        if (width === narrow) await expect.poll(() => overflows(opened.tab)).toBe(false);
        else expect(await headingLines(opened.tab), 'lines of the heading at half a screen').toBeLessThanOrEqual(2);
      }
    });
  });
}
