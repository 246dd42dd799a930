import { describe, expect, it } from 'vitest';
import { axe, axeColours, goTo, overflows, resize, settled, sharedTab } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const { openTab, slow } = sharedTab();

describe('dialogs', () => {
  it.each([320, 1280])('break no accessibility rule and fit at %i px', async (width) => {
    const opened = await openTab({ person: 'ciso', path: '/organisation/roles' }, { width, height: 640 });
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

describe('the rules themselves', () => {
  it('find a faint colour in a list of equal rows, in a row that differs, and nothing else', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/risks/register' });
    await settled(tab);
    expect(await axeColours(tab)).toEqual([]);
    // The rules skipped it as one of many equal ones, or of colours that passed.
    const isFaint = await tab.evaluate(() => {
      const words = [...document.querySelectorAll<HTMLElement>('#main :not([data-contrast])')];
      const word = words.find((one) => one.children.length === 0 && one.textContent !== '' && one.checkVisibility());
      word?.style.setProperty('color', '#ccc', 'important');
      return word !== undefined;
    });
    expect(isFaint).toBe(true);
    expect((await axeColours(tab)).map((line) => line.split(':')[0])).toEqual(['color-contrast']);
    await tab.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('#main *'))
        one.style.setProperty('color', '#ccc', 'important');
    });
    expect((await axe(tab)).filter((line) => line.startsWith('color-contrast')).length).toBeGreaterThan(5);
  });

  it('find what is broken on a page that broke none before, in another theme and at another width', async () => {
    const opened = await openTab({ person: 'ciso', path: '/measures' });
    const { tab, page } = opened;
    await settled(tab);
    /** The rules that one change to the page breaks; it is undone. */
    const brokenBy = async (change: (main: HTMLElement) => void) => {
      const before = await tab.evaluateHandle(() => document.querySelector('#main')?.cloneNode(true));
      await tab.locator('#main').evaluate(change);
      const broken = await axe(tab);
      await tab.evaluate((main) => main && document.querySelector('#main')?.replaceWith(main), before);
      return [...new Set(broken.map((line) => line.split(':')[0]))];
    };
    expect(await axe(tab)).toEqual([]);
    expect(await axe(tab), 'again').toEqual([]);
    const unlabelled = await brokenBy((main) => {
      for (const name of ['aria-label', 'placeholder']) main.querySelector('input')?.removeAttribute(name);
    });
    expect(unlabelled).toEqual(['label']);
    const doubled = await brokenBy((main) => main.prepend(document.createElement('main')));
    expect(doubled).toContain('landmark-no-duplicate-main');
    await page.evaluate(() => (globalThis as unknown as HostWindow).host.theme('dark'));
    await tab.locator('[data-theme=dark]').waitFor();
    expect(await axe(tab)).toEqual([]);
    const faint = await brokenBy((main) => main.querySelector('h1')?.style.setProperty('color', '#555'));
    expect(faint).toEqual(['color-contrast']);
    await resize(opened, 320);
    expect(await axe(tab)).toEqual([]);
    const small = await brokenBy((main) => {
      for (const button of main.querySelectorAll<HTMLElement>('th button'))
        button.parentElement?.replaceChildren(button, button.cloneNode(true));
      for (const button of main.querySelectorAll<HTMLElement>('th button'))
        button.style.cssText = 'width: 10px; min-width: 0; height: 10px; padding: 0; overflow: hidden';
    });
    expect(small).toContain('target-size');
    expect(await overflows(tab)).toBe(false);
    await tab.locator('#main').evaluate((main) => main.style.setProperty('min-width', '400px'));
    expect(await overflows(tab)).not.toBe(false);
  });
});

describe('with the keyboard', () => {
  it('skips to the content', async () => {
    const opened = await openTab();
    const { tab, page } = opened;
    await settled(tab);
    await tab.locator('body').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Spring til indholdet');
    await page.keyboard.press('Enter');
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('begins at the heading of a new page, which is also the title', async () => {
    const opened = await openTab();
    const { tab } = opened;
    await settled(tab);
    expect(await tab.evaluate(() => document.activeElement?.tagName)).not.toBe('H1');
    await tab.getByRole('link', { name: 'Organisation' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ishøj Kommune' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Ishøj Kommune');
    await expect.poll(() => tab.evaluate(() => document.title)).toBe('Ishøj Kommune · Sikkerhedshjulet');
  });

  it('shows where the focus is on everything that takes it', async () => {
    const opened = await openTab({ person: 'ciso', path: '/organisation' });
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

  it('opens the menu of a narrow screen, closes it by Escape, by “back”, and when going somewhere', async () => {
    const opened = await openTab({ path: '/learning' }, { width: 320 });
    await goTo(opened.tab, '/');
    const { tab, page } = opened;
    const menu = tab.getByRole('button', { name: 'Menu' });
    await menu.click();
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).waitFor({ state: 'hidden' });
    await menu.click();
    await tab.evaluate(() => history.back());
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).waitFor({ state: 'hidden' });
    await tab.getByRole('region', { name: 'Din ISK' }).waitFor();
    await menu.click();
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Informationssikkerhedspolitik' }).waitFor();
    await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('as the reader’s system asks', () => {
  it('keeps still when motion is reduced', async () => {
    const me = slow('GET /api/me');
    const opened = await openTab({}, { reducedMotion: true });
    const row = opened.tab.locator('[data-part="skeleton-row"]').first();
    await row.waitFor();
    expect(await row.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
    me.release();
  });

  it('keeps bars and boxes in sight in forced colours', async () => {
    const opened = await openTab({ person: 'ciso', path: '/policy/coverage' }, { forcedColors: true });
    await settled(opened.tab);
    const fills = await opened.tab.evaluate(() =>
      ['[data-part="bar-share"]', '[data-part="bar-whole"]'].map((name) => {
        const element = document.querySelector(name);
        return element ? getComputedStyle(element).fill : '';
      }),
    );
    expect(new Set(fills).size).toBe(2);
  });

  it.each([
    '/',
    '/wheel/meetings/netvaerk-efteraar',
    '/approvals/procedureVersion_procedure-koerelister-1_1',
    '/risks/catalogues',
  ])('fits at 320 px with wider letters, words, lines and paragraphs (WCAG 1.4.12): %s', async (path) => {
    const { tab } = await openTab({ person: 'ciso', path }, { width: 320 });
    await settled(tab);
    await tab.evaluate(() => {
      const spaced = document.createElement('style');
      spaced.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`;
      document.head.append(spaced);
    });
    await expect.poll(() => overflows(tab)).toBe(false);
  });

  it.each(['/risks?as=table', '/incidents/answers'])('leaves room for a finger on %s', async (path) => {
    const { tab } = await openTab({ person: 'ciso', path }, { width: 360 });
    await settled(tab);
    const touched = tab.locator('#main :is(summary, [class*="DataTable_numeric"] a)');
    await touched.first().waitFor();
    const sizes = await touched.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  });

  it('keeps the text in sight at 400 % zoom: the acknowledgement does not stick over it', async () => {
    const opened = await openTab({ path: '/policy' }, { width: 320, height: 256 });
    await settled(opened.tab);
    const position = await opened.tab
      .getByRole('region', { name: 'Bekræft politikken' })
      .evaluate((element) => getComputedStyle(element).position);
    expect(position).toBe('static');
  });
});
