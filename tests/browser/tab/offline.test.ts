/** The tab in a browser that keeps it: a plan is read with the network cut and the server gone. */
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import type { Opening } from './mock/host-page.ts';
import { ownDevice } from './mock/own-device.ts';

const device = ownDevice();
const { frameOf } = device;

/** What lies on the device: paths of the plans kept, once the tab's files are there too. */
const kept = (tab: Frame): Promise<string[]> =>
  tab.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active?.state !== 'activated') return [];
    const name = (await caches.keys()).find((one) => one.startsWith('kept-plans'));
    const requests = name === undefined ? [] : await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });

/** Opens the tab and waits until its files and the reader's plans are on the device. */
async function opened(opening: Opening = {}): Promise<void> {
  await device.page.goto(device.mock.opening(opening));
  const tab = frameOf();
  await expect.poll(() => kept(tab)).toEqual([`/tab/kept/${opening.person ?? 'employee'}`]);
}

/** Teams itself stays: only what our server would answer is gone. */
async function cutAndReopen(path: string): Promise<Frame> {
  await device.mock.close();
  await device.context.setOffline(true);
  const tab = frameOf();
  await tab.evaluate((address) => location.assign(address), `/tab${path}`);
  return tab;
}

describe('with the network cut', () => {
  it.each([
    [
      'da-dk',
      'Du læser en gemt kopi',
      'Gemt på denne enhed',
      'Den første time',
      'Du kan bekræfte, når der er forbindelse igen.',
    ],
    [
      'en-gb',
      'You are reading a kept copy',
      'Kept on this device',
      'The first hour',
      'You can confirm when there is a connection again.',
    ],
  ])('a plan that was never opened is read, marked as of when (%s)', async (locale, kept, at, hour, confirm) => {
    await opened({ locale });
    const tab = await cutAndReopen('/contingency/mine/journal');
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen' }).waitFor();
    await tab.getByText(kept).waitFor();
    await tab.getByText(at).waitFor();
    await tab.getByRole('heading', { level: 2, name: hour }).waitFor();
    await tab.getByText('Tag den røde mappe frem i vagtrummet').first().waitFor();
    await tab.getByText(confirm).waitFor();
    expect(await tab.getByRole('link', { name: '+45 43 57 00 00' }).getAttribute('href')).toBe('tel:+4543570000');
    expect(await axe(tab)).toEqual([]);
  });

  it('the tab says calmly that nothing answers, with the plans and the way into each', async () => {
    await opened();
    const tab = await cutAndReopen('/');
    await tab.getByRole('heading', { level: 1, name: 'Sikkerhedshjulet svarer ikke' }).waitFor();
    await tab.getByText(/Dine nødprocedurer er gemt her.*Gemt på denne enhed/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Telefonerne' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Telefonerne' }).waitFor();
  });

  it('another person who signs in on the same device never sees the first one’s plans', async () => {
    await opened();
    await opened({ person: 'isk' });
    const tab = await cutAndReopen('/contingency/mine');
    await tab.getByRole('link', { name: 'Vagtplanen' }).waitFor();
    expect(await tab.getByText('Omsorgsjournalen').count()).toBe(0);
  });
});

describe('while the server fails', () => {
  it('the page is opened from the device, and the newest comes back by itself when pressed', async () => {
    await opened();
    device.mock.override('GET /api/me', { status: 503 });
    device.mock.override('GET /api/contingency/pocket', { status: 503 });
    await device.page.reload();
    const tab = frameOf();
    await tab.getByRole('heading', { level: 1, name: 'Sikkerhedshjulet svarer ikke' }).waitFor();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const asked = () => device.mock.asked.filter((line) => line === 'GET /api/me').length;
    const before = asked();
    device.mock.override('GET /api/me', { until: promise });
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    // What is read stays while the new try is on its way.
    await expect.poll(asked).toBeGreaterThan(before);
    expect(await tab.getByRole('link', { name: 'Telefonerne' }).count()).toBe(1);
    resolve(undefined);
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });
});
