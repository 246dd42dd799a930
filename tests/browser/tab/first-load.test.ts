import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock, type MockServer } from './mock/server.ts';
import { launch } from '../launch.ts';

const slowdown = 4;
const tries = 5;
const largestPaintMilliseconds = 1_500;

let mock: MockServer;
let browser: Browser;
beforeAll(async () => {
  [mock, browser] = await Promise.all([startMock(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await mock.close();
});

/** Milliseconds from the tab's own navigation to its largest paint, with an empty cache and a slow processor. */
async function largestPaint(): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const paints: number[] = [];
    Object.assign(globalThis, { paints });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => paints.push(entry.startTime))).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  await page.goto(mock.opening());
  const tab = page.frames()[1];
  await tab?.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  await tab?.getByText('Version 4.0, gælder fra').waitFor();
  const paint = await tab?.waitForFunction(() => (globalThis as unknown as { paints: number[] }).paints.at(-1));
  const milliseconds = (await paint?.jsonValue()) ?? Number.NaN;
  await context.close();
  return milliseconds;
}

describe('the first load', () => {
  it(`paints its largest part within ${largestPaintMilliseconds} ms on a processor ${slowdown} times slower`, async () => {
    const measured: number[] = [];
    for (let attempt = 0; attempt < tries; attempt += 1) measured.push(Math.round(await largestPaint()));
    // The least disturbed try: other work on the machine only ever makes it slower.
    const best = Math.min(...measured);
    expect(best, `tries: ${measured.join(', ')} ms`).toBeLessThan(largestPaintMilliseconds);
  }, 120_000);

  it('stays within its budget, and the report would say so otherwise', () => {
    const script = join(import.meta.dirname, '../../../tab/build/report-weight.mjs');
    const report = (budget?: string) =>
      spawnSync(process.execPath, budget ? [script, budget] : [script], { encoding: 'utf8' });
    const kept = report();
    expect(kept.stdout + kept.stderr).toMatch(/JavaScript: \d+\.\d kB of 150\.0 kB/);
    expect(kept.status).toBe(0);
    expect(report('1000').status).toBe(1);
  });
});
