import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const places = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Each page starts with a large heap: garbage collection after accessibility rules took a fifth of their time. A page
  // lives for a test: only what runs as often as those rules is worth compiling again.
  '--js-flags=--initial-old-space-size=256 --min-semi-space-size=32 --max-semi-space-size=32 --invocation-count-for-maglev=3000',
];

/** One for all files of a worker: starting it and loading the tab's scripts costs more than most tests. */
let running: Promise<Browser> | undefined;
interface Windows {
  context: BrowserContext;
  /** A reused window costs half of a new one, which is a new process. */
  idle: Page[];
}
/** Windows that stay open between files. */
const shared = new WeakMap<Browser, Windows>();

/** The Chromium that `npm test` found; for a test run alone, one of the usual places. Released after use. */
export async function launch(): Promise<Browser> {
  const known = await running;
  if (known?.isConnected()) return known;
  const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM to its path');
  // A machine without a locale would lose the æ, ø and å of file names, and with them the names.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  running = chromium.launch({ executablePath, headless: true, args, env });
  return running;
}

/**
 * Timeout of anything in a window, in milliseconds: on a busy machine half a minute is not enough. PATIENCE shortens it
 * while writing tests.
 */
const patience = Number(process.env['PATIENCE'] ?? 120_000);

/** A separate context with a patient timeout, and without motion: each picture of an animation is painted. */
export async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  // After half a minute the tab gives an answer up: on a busy machine it is as patient as its tests.
  await context.addInitScript((atLeast) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (milliseconds) =>
      timeout(milliseconds < 30_000 ? milliseconds : Math.max(milliseconds, atLeast));
  }, patience);
  return context;
}

/** A window in a separate context. */
export const newWindow = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
  (await newContext(browser, options)).newPage();

/** A window for the next test's tab, with the browser's cache. */
export async function takeWindow(browser: Browser): Promise<Page> {
  const known = shared.get(browser);
  const context = known?.context ?? (await newContext(browser, { acceptDownloads: true, serviceWorkers: 'block' }));
  const windows = known ?? { context, idle: [] };
  shared.set(browser, windows);
  return windows.idle.pop() ?? context.newPage();
}

/** Returns a window after a test, with an empty page. */
export function giveBack(browser: Browser, page: Page): void {
  const idle = shared.get(browser)?.idle;
  if (idle && !idle.includes(page)) idle.push(page);
}

/**
 * Releases the browser after a file: one window stays, with an empty page and no storage, for the next. A new window is
 * a new process, which loads the tab's scripts again.
 */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  if (!browser?.isConnected()) return;
  const windows = shared.get(browser);
  const others = browser.contexts().filter((context) => context !== windows?.context);
  await Promise.all(others.map((context) => context.close()));
  if (!windows) return;
  const [page] = windows.idle;
  if (page) {
    const { origin } = new URL(page.url());
    const session = await windows.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.detach();
  }
  // Renderers of open pages would compete with the next file's tests.
  const shown = windows.context.pages().filter((one) => one !== page);
  await Promise.all(shown.map((one) => one.close()));
  windows.idle = page ? [page] : [];
}
