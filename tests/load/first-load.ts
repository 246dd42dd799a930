import type { Browser } from 'playwright-core';
import { launch } from '../browser/launch.ts';
import { startFront } from '../browser/tab-page/front.ts';
import { clockAhead } from '../browser/tab-page/host-page.ts';
import { ownWorld } from '../browser/tab-page/worlds.ts';
import { milliseconds, percentile, print } from './figures.ts';

/** Slow-down of the simulated processor relative to this machine. */
const slowdown = 4;
const tries = 9;
const goalMs = 1_500;

/** The tab's first load in Chromium, from navigation to largest paint. Requires a built tab. */
export async function measureFirstLoad(): Promise<void> {
  const [world, front, browser] = await Promise.all([ownWorld(), startFront(), launch()]);
  try {
    front.face(world.journey.program.address, false);
    const measured: number[] = [];
    for (let attempt = 0; attempt < tries; attempt += 1)
      measured.push(await largestPaint(browser, front.opening(await world.opening('employee', {}))));
    print(`First load of the tab on a processor ${slowdown} times slower`, [
      {
        what: 'largest part is painted',
        figure: milliseconds(percentile(measured, 50)),
        beside: `goal < ${goalMs}; the best ${milliseconds(Math.min(...measured))}, the worst ${milliseconds(Math.max(...measured))}`,
      },
    ]);
  } finally {
    await browser.close();
    await front.close();
    await world.journey.close();
  }
}

/** Milliseconds, with an empty cache. */
async function largestPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(clockAhead);
  await page.addInitScript(() => {
    const paints: number[] = [];
    Object.assign(globalThis, { paints });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => paints.push(entry.startTime))).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  await page.goto(address);
  const tab = page.frames()[1];
  await tab?.getByRole('heading', { level: 1, name: /^Du har \d+ / }).waitFor();
  await tab?.getByText('Version 4.0, gælder fra').waitFor();
  const paint = await tab?.waitForFunction(() => (globalThis as unknown as { paints: number[] }).paints.at(-1));
  const found = (await paint?.jsonValue()) ?? Number.NaN;
  await context.close();
  return found;
}
