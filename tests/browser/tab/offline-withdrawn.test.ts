/** The plans on the device go when our server says that they are the reader's no more. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../launch.ts';
import { startMock, type MockServer } from './mock/server.ts';

let browser: Browser;
let mock: MockServer;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  mock = await startMock();
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await mock.close();
});

const frameOf = (): Frame => {
  const [, tab] = page.frames();
  if (!tab) throw new Error('The host page frames no tab');
  return tab;
};

/** How many copies of plans lie on the device. */
const keptIn = (tab: Frame): Promise<number> =>
  tab.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept-plans'));
    const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return found.reduce((sum, count) => sum + count, 0);
  });

const pocket = 'GET /api/contingency/pocket';
const withdrawn = {
  status: 403,
  body: {
    error: { kind: 'forbidden', code: 'access.unknownPerson', message: 'Du er ikke i kataloget.', requestId: 'r1' },
  },
};

/** Opens the plans until they lie on the device, then again with another answer. */
async function openedAgain(answer: { status: number; body?: object }): Promise<Frame> {
  await page.goto(mock.opening({ path: '/contingency/mine' }));
  await frameOf().getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
  await expect.poll(() => keptIn(frameOf())).toBe(1);
  mock.override(pocket, answer);
  await page.goto(mock.opening({ path: '/contingency/mine' }));
  return frameOf();
}

describe('plans on the device', () => {
  it('go, and are not shown, when the server does not know the reader any more', async () => {
    const tab = await openedAgain(withdrawn);
    await tab.getByRole('heading').first().waitFor();
    await expect.poll(() => keptIn(tab)).toBe(0);
    expect(await tab.getByText('Omsorgsjournalen').count()).toBe(0);
  });

  it('go when they were kept in another shape, which nobody reads any more', async () => {
    await page.goto(mock.opening({ path: '/contingency/mine' }));
    await frameOf().getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    await expect.poll(() => keptIn(frameOf())).toBe(1);
    await frameOf().evaluate(async () =>
      (await caches.open('kept-plans-0')).put('/tab/kept/other', new Response('{}')),
    );
    expect(await keptIn(frameOf())).toBe(2);
    await page.goto(mock.opening({ path: '/contingency/mine' }));
    await frameOf().getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    await expect.poll(() => keptIn(frameOf())).toBe(1);
  });

  it('stay when something on the way refuses, which says nothing of the reader', async () => {
    const tab = await openedAgain({ status: 403 });
    await tab.getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    expect(await keptIn(tab)).toBe(1);
  });
});
