import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Front } from './front.ts';

/** Goes to another page inside the tab, by its own router. */
export const goTo = (tab: Frame, path: string): Promise<void> =>
  tab.evaluate((address) => history.pushState(null, '', address), `/tab${path}`);

/** Makes the tab so wide, as Teams does, and waits until it has drawn itself anew. */
export async function resize({ page, tab }: { page: Page; tab: Frame }, width: number, height = 900): Promise<void> {
  const window = page.viewportSize();
  if (!window || window.width < width || window.height < height) await page.setViewportSize({ width, height });
  await tab.evaluate(
    async ([wide, high]) => {
      const frame = globalThis.frameElement as HTMLElement;
      Object.assign(frame.style, { width: `${wide}px`, height: `${high}px` });
      const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
      while (innerWidth !== wide || innerHeight !== high) await next();
      // What was under way has been drawn in the second.
      await next();
      await next();
    },
    [width, height] as const,
  );
}

/** Two frames: what was under way has been drawn in the second. */
export const drawn = (tab: Frame): Promise<void> =>
  tab.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** Milliseconds. Of a tab that is not there by then it is asked whether the test holds an answer back. */
const usuallyThere = 300;
/** Milliseconds that a tab may take on a busy machine when nothing is held back. */
const atMost = 120_000;

/**
 * Resolves when the page is there, with what its reader may see, or when the test holds an answer back or refuses to tell who
 * reads. Looks at every frame, where a locator looks ever more seldom, and without the scripts that a locator brings along.
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
        // A window that is behind another is hardly ever drawn.
        setTimeout(resolve, 100);
      });
    }
    return true;
  };
  const deadline = Date.now() + atMost;
  // What is not there when all has been answered for a while does not come by itself: the page says so in its own way.
  let quiet = 0;
  while (front.heldBack() === 0 && quiet < 5 && Date.now() < deadline) {
    // A frame that is loaded again meanwhile is looked at when it is there.
    const found = await tab.evaluate(look, [quiet < 2, usuallyThere] as const).catch(() => tab.waitForLoadState());
    if (found === true) return;
    quiet = front.pending().length === 0 ? quiet + 1 : 0;
  }
}

/** The page is there, with what it fetches. */
export async function settled(tab: Frame): Promise<void> {
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => tab.locator('[data-loading]').count(), { interval: 10 }).toBe(0);
}

/** What is found is named by its selector: to write out each element looked at takes as long as a rule. */
const axeSource = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}
axe.configure({ noHtml: true });`;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Preloading is for rules about films and for one that is not asked for. */
const onlyViolations = { resultTypes: ['violations'], preload: false };

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** What axe finds wrong in the tab, one line a node; empty is good. */
export const axe = (tab: Frame): Promise<string[]> => axeOf(tab, tags);

/** The same for what a theme can make wrong: the colours. The rest is the same in every theme. */
export const axeColours = (tab: Frame): Promise<string[]> =>
  axeOf(tab, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

async function axeOf(tab: Frame, runOnly: unknown): Promise<string[]> {
  // What is behind a dialog comes back a moment after it has closed.
  await tab.evaluate(async () => {
    while (!document.querySelector('[role=dialog]') && document.querySelector('#root[aria-hidden]'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  if (await tab.evaluate('!globalThis.axe')) await tab.evaluate(axeSource);
  const result = await tab.evaluate<AxeResult>(`axe.run(${JSON.stringify({ ...onlyViolations, runOnly })})`);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`),
  );
}

/** On how many lines the heading of the page stands. */
export const headingLines = (tab: Frame): Promise<number> =>
  tab.locator('h1').evaluate((heading) => {
    const range = document.createRange();
    range.selectNodeContents(heading);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

/** Whether anything is wider than the screen. */
export const overflows = (tab: Frame): Promise<boolean> =>
  tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
