import type { Browser, ConsoleMessage, Frame, Page } from 'playwright-core';
import { giveBack, takeWindow } from '../launch.ts';
import type { Front } from './front.ts';
import { clockAhead, type HostOpening, type HostWindow } from './host-page.ts';
import { arrived } from './look.ts';

export interface Opened {
  page: Page;
  /** The tab inside the host page. */
  tab: Frame;
  /** The browser's errors. */
  complaints: string[];
  /** Leaves the tab; its browser storage is cleared for the next. */
  close(): Promise<void>;
  isClosed(): boolean;
}

export interface Screen {
  width?: number;
  height?: number;
  reducedMotion?: boolean;
  forcedColors?: boolean;
}

const dated = new WeakSet<Page>();

/** Opens the tab in the host page, with empty browser storage. Resolves when the page is shown, or delayed. */
export async function openTabAt(
  browser: Browser,
  front: Front,
  opening: HostOpening,
  screen: Screen = {},
): Promise<Opened> {
  const page = await takeWindow(browser);
  if (!dated.has(page)) await page.addInitScript(clockAhead);
  dated.add(page);
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
  const address = front.opening(opening);
  // A window with the host page starts the tab in a new frame: reloading the page costs as much again.
  const isHost = () => page.url().startsWith(`${front.address}/?`);
  if (isHost())
    await page.evaluate(([how, where]) => (globalThis as unknown as HostWindow).host.begin(how, where), [
      opening,
      address,
    ] as const);
  else await page.goto(address);
  const tab = page.frames().find((frame) => frame !== page.mainFrame());
  if (!tab) throw new Error('The host page frames no tab');
  await arrived(tab, front);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    page.off('console', onConsole);
    page.off('pageerror', onError);
    front.left(opening.tab);
    if (isHost()) await page.evaluate(() => (globalThis as unknown as HostWindow).host.leave());
    else await page.goto(front.nothing);
    giveBack(browser, page);
  };
  return { page, tab, complaints, close, isClosed: () => isClosed };
}
