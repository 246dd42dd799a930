/** Plans on the device are deleted when our server withdraws them. */
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { refusal } from '../tab-page.ts';
import { ownDevice } from '../tab-page/own-device.ts';

const { openHere, frameOf, fails } = ownDevice();

/** Number of copies of plans on the device. */
const keptIn = (tab: Frame): Promise<number> =>
  tab.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept-plans'));
    const found = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return found.reduce((sum, count) => sum + count, 0);
  });

const open = () => openHere({ path: '/contingency/mine' });
const shown = () => frameOf().getByRole('link', { name: 'Omsorgsjournalen Nærcare' });

/** Opens the plans until stored on the device, then again with another response. */
async function openedAgain(body: unknown): Promise<Frame> {
  await open();
  await shown().waitFor();
  await expect.poll(() => keptIn(frameOf())).toBe(1);
  fails('GET /api/contingency/pocket', 403, { body });
  await open();
  return frameOf();
}

describe('plans on the device', () => {
  it('go, and are not shown, when the server does not know the reader any more', async () => {
    const tab = await openedAgain(refusal('access.unknownPerson', 'Du er ikke i kataloget.', 'forbidden'));
    await tab.getByRole('heading').first().waitFor();
    await expect.poll(() => keptIn(tab)).toBe(0);
    expect(await tab.getByText('Omsorgsjournalen Nærcare').count()).toBe(0);
  });

  it('go when they were kept in another shape, which nobody reads any more', async () => {
    await open();
    await shown().waitFor();
    await expect.poll(() => keptIn(frameOf())).toBe(1);
    await frameOf().evaluate(async () =>
      (await caches.open('kept-plans-0')).put('/tab/kept/other', new Response('{}')),
    );
    expect(await keptIn(frameOf())).toBe(2);
    await open();
    await shown().waitFor();
    await expect.poll(() => keptIn(frameOf())).toBe(1);
  });

  it('stay when something on the way refuses, which says nothing of the reader', async () => {
    const tab = await openedAgain(null);
    await shown().waitFor();
    expect(await keptIn(tab)).toBe(1);
  });
});
