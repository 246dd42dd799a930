import type { Browser, ConsoleMessage, Frame, Page } from 'playwright-core';
import type { HostWindow, Opening } from './host-page.ts';
import type { MockServer } from './server.ts';
import { giveBack, takeWindow } from '../../launch.ts';

export { axe, axeColours, drawn, goTo, headingLines, overflows, resize } from '../../tab-page/look.ts';

export interface Opened {
  page: Page;
  /** The tab inside the host page. */
  tab: Frame;
  /** What the browser complained about. */
  complaints: string[];
  /** Leaves the tab; what it kept in the browser is gone when the next is opened. */
  close(): Promise<void>;
}

interface Screen {
  width?: number;
  height?: number;
  reducedMotion?: boolean;
  forcedColors?: boolean;
}

/** Milliseconds. Of a tab that is not there by then it is asked whether the test holds an answer back. */
const usuallyThere = 300;
/** Milliseconds that a tab may take on a busy machine when nothing is held back. */
const atMost = 120_000;

/** How many tabs were opened. */
let tabs = 0;

/** Opens the tab in the host page, with nothing kept in the browser. Ends when the page is there, or takes its time. */
export async function open(
  browser: Browser,
  mock: MockServer,
  opening: Opening = {},
  screen: Screen = {},
): Promise<Opened> {
  const page = await takeWindow(browser);
  const size = { width: screen.width ?? 1280, height: screen.height ?? 900 };
  const now = page.viewportSize();
  if (now?.width !== size.width || now.height !== size.height) await page.setViewportSize(size);
  await page.emulateMedia({
    reducedMotion: screen.reducedMotion === false ? 'no-preference' : 'reduce',
    forcedColors: screen.forcedColors ? 'active' : 'none',
  });
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage) => void (message.type() === 'error' && complaints.push(message.text()));
  const onError = (error: Error) => void complaints.push(error.message);
  page.on('console', onConsole);
  page.on('pageerror', onError);
  tabs += 1;
  const number = tabs;
  const address = mock.opening({ ...opening, tab: number });
  // A window that shows the host page already begins the tab in a new frame: the page itself costs as much again.
  const isHost = () => page.url().startsWith(`${mock.address}/?`);
  if (isHost())
    await page.evaluate(([how, where]) => (globalThis as unknown as HostWindow).host.begin(how, where), [
      { ...opening, tab: number },
      address,
    ] as const);
  else await page.goto(address);
  const tab = page.frames().find((frame) => frame !== page.mainFrame());
  if (!tab) throw new Error('The host page frames no tab');
  await arrived(tab, mock);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    page.off('console', onConsole);
    page.off('pageerror', onError);
    mock.left(number);
    if (isHost()) await page.evaluate(() => (globalThis as unknown as HostWindow).host.leave());
    else await page.goto(mock.nothing);
    giveBack(browser, page);
  };
  return { page, tab, complaints, close };
}

/**
 * Ends when the page is there, with what its reader may see, or when the test holds an answer back or refuses to tell who
 * reads. Looks at every frame, where a locator looks ever more seldom, and without the scripts that a locator brings along.
 */
export async function arrived(tab: Frame, mock: Pick<MockServer, 'heldBack' | 'pending'>): Promise<void> {
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
  while (mock.heldBack() === 0 && quiet < 5 && Date.now() < deadline) {
    // A frame that is loaded again meanwhile is looked at when it is there.
    const found = await tab.evaluate(look, [quiet < 2, usuallyThere] as const).catch(() => tab.waitForLoadState());
    if (found === true) return;
    quiet = mock.pending().length === 0 ? quiet + 1 : 0;
  }
}
