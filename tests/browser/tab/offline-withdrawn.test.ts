/** The plans on the device go when our server says that they are the reader's no more. */
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ownDevice } from './mock/own-device.ts';

const device = ownDevice();
const { frameOf } = device;

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
  await device.page.goto(device.mock.opening({ path: '/contingency/mine' }));
  await frameOf().getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
  await expect.poll(() => keptIn(frameOf())).toBe(1);
  device.mock.override(pocket, answer);
  await device.page.goto(device.mock.opening({ path: '/contingency/mine' }));
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
    await device.page.goto(device.mock.opening({ path: '/contingency/mine' }));
    await frameOf().getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    await expect.poll(() => keptIn(frameOf())).toBe(1);
    await frameOf().evaluate(async () =>
      (await caches.open('kept-plans-0')).put('/tab/kept/other', new Response('{}')),
    );
    expect(await keptIn(frameOf())).toBe(2);
    await device.page.goto(device.mock.opening({ path: '/contingency/mine' }));
    await frameOf().getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    await expect.poll(() => keptIn(frameOf())).toBe(1);
  });

  it('stay when something on the way refuses, which says nothing of the reader', async () => {
    const tab = await openedAgain({ status: 403 });
    await tab.getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    expect(await keptIn(tab)).toBe(1);
  });
});
