import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import type { Opening } from './host-page.ts';
import type { MockServer } from './server.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM to its path');
  return chromium.launch({ executablePath, headless: true, args });
}

export interface Opened {
  page: Page;
  /** The tab inside the host page. */
  tab: Frame;
  /** What the browser complained about. */
  complaints: string[];
  close(): Promise<void>;
}

interface Screen {
  width?: number;
  height?: number;
  reducedMotion?: boolean;
  forcedColors?: boolean;
}

/** Opens the tab in the host page, in a browser context of its own. */
export async function open(
  browser: Browser,
  mock: MockServer,
  opening: Opening = {},
  screen: Screen = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: screen.width ?? 1280, height: screen.height ?? 900 },
    reducedMotion: screen.reducedMotion === false ? 'no-preference' : 'reduce',
    forcedColors: screen.forcedColors ? 'active' : 'none',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(mock.opening(opening));
  const tab = page.frames().find((frame) => frame !== page.mainFrame());
  if (!tab) throw new Error('The host page frames no tab');
  return { page, tab, complaints, close: () => context.close() };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** What axe finds wrong in the tab, one line a node; empty is good. */
export const axe = (tab: Frame): Promise<string[]> => axeOf(tab, tags);

/** The same for what a theme can make wrong: the colours. The rest is the same in every theme. */
export const axeColours = (tab: Frame): Promise<string[]> =>
  axeOf(tab, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

async function axeOf(tab: Frame, runOnly: unknown): Promise<string[]> {
  await tab.evaluate(axeSource);
  const result = await tab.evaluate<AxeResult>(`axe.run({ runOnly: ${JSON.stringify(runOnly)} })`);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`),
  );
}

/** Whether anything is wider than the screen. */
export const overflows = (tab: Frame): Promise<boolean> =>
  tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
