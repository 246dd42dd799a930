import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launch, leaveBrowser, newContext } from '../../launch.ts';
import { startMock, type MockServer } from './server.ts';

/** For each test a device with nothing on it, that keeps what it is given, and a server that may be closed. */
export function ownDevice() {
  let browser: Browser;
  let mock: MockServer;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => leaveBrowser(browser));
  beforeEach(async () => {
    mock = await startMock();
    context = await newContext(browser);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await mock.close();
  });
  return {
    get mock() {
      return mock;
    },
    get context() {
      return context;
    },
    get page() {
      return page;
    },
    frameOf: (): Frame => {
      const [, tab] = page.frames();
      if (!tab) throw new Error('The host page frames no tab');
      return tab;
    },
  };
}
