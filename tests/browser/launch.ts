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
  // Each page begins with a large heap: to collect what the rules of accessibility leave behind took a fifth of their time.
  '--js-flags=--initial-old-space-size=256 --min-semi-space-size=32 --max-semi-space-size=32',
];

/** One for all files of a worker: starting it and reading the tab's scripts anew costs more than most tests. */
let running: Promise<Browser> | undefined;
interface Windows {
  context: BrowserContext;
  /** A window that the next test takes over costs half of what a new one does, which is a new process. */
  idle: Page[];
}
/** The windows that stay open from file to file. */
const shared = new WeakMap<Browser, Windows>();

/** The Chromium that `npm test` found; of a test that is run alone, one of the usual places. Whoever asks for it leaves it. */
export async function launch(): Promise<Browser> {
  const known = await running;
  if (known?.isConnected()) return known;
  const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM to its path');
  // A machine that has been told no language would lose the æ, ø and å of files' names, and with them the names.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  running = chromium.launch({ executablePath, headless: true, args, env });
  return running;
}

/**
 * Milliseconds that anything in a window may take: on a busy machine half a minute is not enough. PATIENCE is for those who
 * write a test and do not want to wait for its failures.
 */
const patience = Number(process.env['PATIENCE'] ?? 120_000);

/** A context of its own, in which what takes its time is waited for. */
export async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
  return context;
}

/** A window of a context of its own. */
export const newWindow = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
  (await newContext(browser, options)).newPage();

/** A window for the next test's tab, with what the browser has read already. */
export async function takeWindow(browser: Browser): Promise<Page> {
  const known = shared.get(browser);
  const context = known?.context ?? (await newContext(browser, { acceptDownloads: true, serviceWorkers: 'block' }));
  const windows = known ?? { context, idle: [] };
  shared.set(browser, windows);
  return windows.idle.pop() ?? context.newPage();
}

/** A test is done with the window, which shows nothing any more. */
export function giveBack(browser: Browser, page: Page): void {
  const idle = shared.get(browser)?.idle;
  if (idle && !idle.includes(page)) idle.push(page);
}

/**
 * A file is done with the browser: one window stays, which shows nothing, and nothing that it kept is there for the next.
 * A new window is a new process, that reads the tab's scripts anew.
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
  // Renderers of pages that stay open go on drawing beside the tests of the next file.
  const shown = windows.context.pages().filter((one) => one !== page);
  await Promise.all(shown.map((one) => one.close()));
  windows.idle = page ? [page] : [];
}
