import type { BrowserContext, Frame, Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { launch, newContext } from '../launch.ts';
import { sharedTab } from '../tab-page.ts';
import { clockAhead } from './host-page.ts';

/** An empty device per test, which retains its storage, and a server that can become unavailable. */
export function ownDevice() {
  const tab = sharedTab();
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    context = await newContext(await launch());
    await context.addInitScript(clockAhead);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    tab.works();
  });
  return {
    ...tab,
    context: () => context,
    page: () => page,
    /** Opens the tab as a reader on this device. */
    openHere: async (opening?: Parameters<typeof tab.addressOf>[0]): Promise<void> =>
      void (await page.goto(await tab.addressOf(opening))),
    frameOf: (): Frame => {
      const [, frame] = page.frames();
      if (!frame) throw new Error('The host page frames no tab');
      return frame;
    },
  };
}
