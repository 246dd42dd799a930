import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Front } from './front.ts';

/** Navigates inside the tab, by its router. */
export const goTo = (tab: Frame, path: string): Promise<void> =>
  tab.evaluate((address) => history.pushState(null, '', address), `/tab${path}`);

/** Sets the tab's width, as Teams does, and waits for the rendering. */
export async function resize({ page, tab }: { page: Page; tab: Frame }, width: number, height = 900): Promise<void> {
  const window = page.viewportSize();
  if (!window || window.width < width || window.height < height) await page.setViewportSize({ width, height });
  await tab.evaluate(
    async ([wide, high]) => {
      const frame = globalThis.frameElement as HTMLElement;
      Object.assign(frame.style, { width: `${wide}px`, height: `${high}px` });
      const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
      while (innerWidth !== wide || innerHeight !== high) await next();
      // Pending changes show in the second.
      await next();
      await next();
    },
    [width, height] as const,
  );
}

/** Two frames: pending changes are rendered by the second. */
export const drawn = (tab: Frame): Promise<void> =>
  tab.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** Milliseconds. After that it is checked whether the test delays an answer. */
const usuallyThere = 300;
/** Milliseconds allowed on a busy machine without delayed answers. */
const atMost = 120_000;

/**
 * Resolves when the page is shown, with its reader's rights, or when the test delays an answer or refuses the reader.
 * Checks every frame, where a locator polls ever more rarely, and without a locator's scripts.
 */
export async function arrived(tab: Frame, front: Pick<Front, 'heldBack' | 'pending'>): Promise<void> {
  const look = async ([known, milliseconds]: readonly [boolean, number]) => {
    const isThere = () => {
      if (document.querySelector('[data-loading]')) return false;
      if (document.querySelector('[role=alert]')) return true;
      if (known && document.querySelector('[data-reader=asked]')) return false;
      return document.querySelector('h1, h2') !== null;
    };
    const until = performance.now() + milliseconds;
    while (!isThere()) {
      if (performance.now() > until) return false;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
        // A window behind another is hardly ever rendered.
        setTimeout(resolve, 100);
      });
    }
    return true;
  };
  const deadline = Date.now() + atMost;
  // Content missing after all answers will not come: the page says so itself.
  let quiet = 0;
  while (front.heldBack() === 0 && quiet < 5 && Date.now() < deadline) {
    // A reloading frame is checked once it is loaded.
    const found = await tab.evaluate(look, [quiet < 2, usuallyThere] as const).catch(() => tab.waitForLoadState());
    if (found === true) return;
    quiet = front.pending().length === 0 ? quiet + 1 : 0;
  }
}

/** The page is shown with its data. */
export async function settled(tab: Frame): Promise<void> {
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => tab.locator('[data-loading]').count(), { interval: 10 }).toBe(0);
}

/** Tables of records whose rows are wider than their frame: what is beyond it is cut off. */
export const cutTables = (tab: Frame): Promise<string[]> =>
  tab
    .locator('[class*="DataTable_tableFrame"]')
    .evaluateAll((frames) =>
      frames
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((frame) => frame.querySelector('caption')?.textContent ?? 'a table'),
    );

/** In what scrolls: headings that stay and are covered by cells, and what they cover when it is focused. */
export const coveredByScrolling = (tab: Frame): Promise<string[]> =>
  tab.evaluate(() => {
    const covered = new Set<string>();
    const shownAt = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    const isSticky = (element: Element) => getComputedStyle(element).position === 'sticky';
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    for (const frame of document.querySelectorAll('#main *')) {
      const { overflowX, overflowY } = getComputedStyle(frame);
      const isScrolled =
        (scrolls(overflowX) && frame.scrollWidth > frame.clientWidth + 1) ||
        (scrolls(overflowY) && frame.scrollHeight > frame.clientHeight + 1);
      const stays = isScrolled ? [...frame.querySelectorAll('*')].filter(isSticky) : [];
      if (stays.length === 0) continue;
      frame.scrollIntoView({ block: 'nearest' });
      const before = { left: frame.scrollLeft, top: frame.scrollTop };
      frame.scrollTo({ left: frame.scrollWidth, top: frame.scrollHeight / 2, behavior: 'instant' });
      for (const heading of stays) {
        const shown = shownAt(heading);
        if (!heading.matches('th') || !shown || !frame.contains(shown) || heading.contains(shown)) continue;
        // Those of the rows go below those of the columns.
        if (heading.closest('thead') ? !shown.closest('thead') : !shown.closest('th'))
          covered.add(heading.textContent.slice(0, 40));
      }
      // As by arrow keys, from the last to the first.
      const cells = [...frame.querySelectorAll<HTMLElement>('a, button, [tabindex]')];
      for (const cell of cells.toReversed()) {
        if (stays.some((heading) => heading.contains(cell))) continue;
        cell.focus();
        const shown = shownAt(cell);
        if (stays.some((heading) => heading.contains(shown)))
          covered.add(`focused: ${cell.getAttribute('aria-label') ?? cell.textContent.slice(0, 40)}`);
      }
      frame.scrollTo({ ...before, behavior: 'instant' });
    }
    return [...covered];
  });

/** Words of eleven letters or more that are broken where there is no hyphen; code and what is written aside. */
export const brokenWords = (tab: Frame): Promise<string[]> =>
  tab.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken = new Set<string>();
    const lineOf = (node: Node, place: number) => {
      const letter = document.createRange();
      letter.setStart(node, place);
      letter.setEnd(node, place + 1);
      // The first letter of a line includes the previous line's hyphen.
      const rects = letter.getClientRects();
      return rects.item(rects.length - 1);
    };
    const pen = document.createElement('canvas').getContext('2d');
    for (const cell of pen ? document.querySelectorAll<HTMLElement>('td[data-title]') : []) {
      const { content, font, width } = getComputedStyle(cell, '::before');
      if (!pen || content === 'none' || !width.endsWith('px')) continue;
      pen.font = font;
      for (const word of cell.dataset['title']?.split(/[ -]/) ?? [])
        if (pen.measureText(word).width > parseFloat(width) + 1) broken.add(word);
    }
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (
        node.parentElement?.closest(
          'script, style, textarea, select, code, pre, svg, [contenteditable], :is(a, button)[aria-label]',
        )
      )
        continue;
      for (const { 0: word, index } of node.nodeValue?.matchAll(/[\p{L}\u00ad]{11,}/gu) ?? []) {
        for (let place = index + 1; place < index + word.length; place += 1) {
          const [before, after] = [lineOf(node, place - 1), lineOf(node, place)];
          const isNextLine = before !== null && after !== null && after.top >= before.bottom - 1 && before.width > 1;
          const isHyphenated = word[place - index - 1] === '\u00ad' || word[place - index] === '\u00ad';
          if (isNextLine && !isHyphenated) broken.add(word.replaceAll('\u00ad', '·'));
        }
      }
    }
    return [...broken];
  });

/** Number of lines of the page's heading. */
export const headingLines = (tab: Frame): Promise<number> =>
  tab.locator('h1').evaluate((heading) => {
    const range = document.createRange();
    range.selectNodeContents(heading);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

/**
 * What is wider than the screen, or cut off: controls and tags outside the screen or what clips them, and buttons
 * narrower than their words. False when nothing is.
 */
export const overflows = (tab: Frame): Promise<false | string[]> =>
  tab.evaluate(() => {
    const page = document.documentElement;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}"`;
    const isHidden = ({ width, height }: DOMRect) => width < 3 || height < 3;
    const clips = ({ overflowX }: CSSStyleDeclaration) => overflowX === 'hidden' || overflowX === 'clip';
    /** What clips it; undefined where one may scroll to it, or where it is for screen readers alone. */
    const frameOf = (element: Element): DOMRect | undefined => {
      for (let above = element.parentElement; above; above = above.parentElement) {
        const style = getComputedStyle(above);
        if (style.overflowX === 'auto' || style.overflowX === 'scroll' || style.clipPath !== 'none') return undefined;
        if (clips(style)) return above.getBoundingClientRect();
      }
      return new DOMRect(0, 0, page.clientWidth, page.clientHeight);
    };
    /** A list that neither shows all nor scrolls. */
    const isBelow = (element: Element): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement) {
        const { overflowY } = getComputedStyle(above);
        if (overflowY === 'auto' || overflowY === 'scroll') return false;
        if (overflowY !== 'hidden' && overflowY !== 'clip') continue;
        const frame = above.getBoundingClientRect();
        return !isHidden(frame) && element.getBoundingClientRect().bottom > frame.bottom + 1.5;
      }
      return false;
    };
    const isCut = (element: Element): boolean => {
      const own = element.getBoundingClientRect();
      if (isHidden(own) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      if (isBelow(element)) return true;
      const frame = frameOf(element);
      if (!frame || isHidden(frame)) return false;
      const style = getComputedStyle(element);
      const isNarrow =
        clips(style) && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 2;
      return own.right > frame.right + 1.5 || own.left < frame.left - 1.5 || (element.matches('button, a') && isNarrow);
    };
    const cut = [...document.querySelectorAll('button, a[href], input, select, textarea, summary, .tag')].filter(isCut);
    const found = [...(page.scrollWidth > page.clientWidth ? ['the page'] : []), ...new Set(cut.map(name))];
    return found.length > 0 && found;
  });
