import type { Browser, Frame, FrameLocator, Page, Request } from 'playwright-core';
import { choosePerson } from './choose-person.ts';
import { launch, leaveBrowser, newWindow } from './launch.ts';

/** The tab in the desk's host page, against the program. */
export interface DeskPage {
  page: Page;
  /** Errors of the page. */
  trouble: string[];
  /** Requests of the latest page that the API answered with 403 or 404. */
  refused: string[];
  /** Requests without a response. */
  pending(): number;
  tab(): FrameLocator;
  frame(): Frame;
  /** Reads as the person with this name. */
  become(person: { name: string }): Promise<void>;
  /** Goes to a page by the tab's own router; resolves when it is shown or refused. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the host page of a program on a desk. */
export async function openDeskPage(address: string): Promise<DeskPage> {
  const browser: Browser = await launch();
  const page = await newWindow(browser, { viewport: { width: 1440, height: 900 } });
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  const refused: string[] = [];
  const waiting = new Set<Request>();
  page.on('request', (request) => void (request.url().includes('/api/') && waiting.add(request)));
  page.on('requestfailed', (request) => void waiting.delete(request));
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    const status = response.status();
    if (pathname.startsWith('/api/') && (status === 403 || status === 404))
      refused.push(`${status} ${pathname}${search}`);
    waiting.delete(response.request());
  });
  await page.goto(address);
  const tab = () => page.frameLocator('iframe');
  const frame = () => {
    const found = page.frames().find((one) => one.url().includes('/tab'));
    if (!found) throw new Error('the tab is not open');
    return found;
  };
  return {
    page,
    trouble,
    refused,
    pending: () => waiting.size,
    tab,
    frame,
    become: ({ name }) => choosePerson(page, name),
    open: async (path) => {
      refused.length = 0;
      await frame().evaluate((to) => history.pushState(null, '', to), `/tab${path}`);
      await frame().waitForFunction(
        () =>
          document.querySelector('#main [data-loading]') === null &&
          document.querySelector('#main h1, #main [data-blank]') !== null,
      );
    },
    close: () => leaveBrowser(browser),
  };
}
