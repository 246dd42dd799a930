/** The tab in a browser with storage: a plan is read offline and with the server gone. */
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, type Reader } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';
import { ownDevice } from '../tab-page/own-device.ts';

const { openHere, frameOf, page, context, person, away, fails, slow, asked } = ownDevice();

/** Stored on the device: paths of the plans, once the tab's files are there too. */
const kept = (tab: Frame): Promise<string[]> =>
  tab.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active?.state !== 'activated') return [];
    const name = (await caches.keys()).find((one) => one.startsWith('kept-plans'));
    const requests = name === undefined ? [] : await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });

/** Opens the tab and waits until its files and the reader's plans are on the device. */
async function opened(reader: Reader, locale = 'da-dk'): Promise<void> {
  const { id } = await person(reader);
  await openHere({ person: reader, locale });
  const tab = frameOf();
  await expect.poll(() => kept(tab)).toEqual([`/tab/kept/${id}`]);
}

/** Teams itself works: only our server is gone. */
async function cutAndReopen(path: string): Promise<Frame> {
  away();
  await context().setOffline(true);
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
      'You are reading a stored copy',
      'Stored on this device',
      'The first hour',
      'You can confirm when you are back online.',
    ],
  ])('a plan that was never opened is read, marked as of when (%s)', async (locale, kept, at, hour, confirm) => {
    await opened('Julie Nørgaard', locale);
    const tab = await cutAndReopen('/contingency/mine/plan-oekonomi');
    await tab.getByRole('heading', { level: 1, name: 'Økonomisystemet' }).waitFor();
    await tab.getByText(kept).waitFor();
    await tab.getByText(at).waitFor();
    await tab.getByRole('heading', { level: 2, name: hour }).waitFor();
    await tab.getByText('Køb kun det, der ikke kan vente, og gem kvitteringen.').first().waitFor();
    await tab.getByText(confirm).waitFor();
    const phone = tab.getByRole('link', { name: '43 57 50 10' }).first();
    expect(await phone.getAttribute('href')).toBe('tel:43575010');
    expect(await axe(tab)).toEqual([]);
  });

  it('the tab says calmly that nothing answers, with the plans and the way into each', async () => {
    await opened('coordinator');
    const tab = await cutAndReopen('/');
    await tab.getByRole('heading', { level: 1, name: 'Sikkerhedshjulet svarer ikke' }).waitFor();
    await tab.getByText(/Dine nødprocedurer er gemt her.*Gemt på denne enhed/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Kommunens netværk' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Kommunens netværk' }).waitFor();
  });

  it('another person who signs in on the same device never sees the first one’s plans', async () => {
    await opened('coordinator');
    await opened('ciso');
    const tab = await cutAndReopen('/contingency/mine');
    await tab.getByRole('link', { name: 'Økonomisystemet' }).waitFor();
    expect(await tab.getByText('Omsorgsjournalen Nærcare').count()).toBe(0);
  });
});

describe('while the server fails', () => {
  it('the page is opened from the device, and the newest comes back by itself when pressed', async () => {
    await opened('coordinator');
    fails('GET /api/me', 503, { body: null });
    fails('GET /api/contingency/pocket', 503, { body: null });
    await page().reload();
    const tab = frameOf();
    await tab.getByRole('heading', { level: 1, name: 'Sikkerhedshjulet svarer ikke' }).waitFor();
    const count = () => asked().filter((line) => line === 'GET /api/me').length;
    const before = count();
    const me = slow('GET /api/me');
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    // The content stays during the retry.
    await expect.poll(count).toBeGreaterThan(before);
    expect(await tab.getByRole('link', { name: 'Kommunens netværk' }).count()).toBe(1);
    me.release();
    await tab.getByRole('heading', { level: 1, name: /^Du har \d+ / }).waitFor();
  });
});

/** The device itself knows that it has no network, as a phone in a cellar does: other requests fail at once. */
describe('on a device without a network', () => {
  const noNetwork = 'Der er ikke forbindelse lige nu. Tjek dit netværk, og prøv igen.';

  it('a page that was never opened says so, other pages can be opened, and the page comes when the network does', async () => {
    await opened('employee');
    const tab = frameOf();
    await context().setOffline(true);
    await tab.getByRole('link', { name: 'E-læring' }).click();
    await tab.getByText(noNetwork).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/contingency/mine'));
    await tab.getByRole('link', { name: 'Kommunens netværk' }).waitFor();
    await tab.getByRole('link', { name: 'E-læring' }).click();
    await tab.getByText(noNetwork).waitFor();
    await context().setOffline(false);
    await tab.getByRole('heading', { level: 1, name: /kurset/ }).waitFor();
  });

  it('shows the plans in a theme that was never shown before', async () => {
    await opened('employee');
    const tab = frameOf();
    await context().setOffline(true);
    for (const theme of ['contrast', 'dark']) {
      await page().evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
      await tab.locator(`[data-theme=${theme}]`).waitFor();
    }
  });

  it('a press is refused in words, and works when pressed again', async () => {
    await opened('employee');
    const tab = frameOf();
    await tab.evaluate(() => history.pushState(null, '', '/tab/policy'));
    const button = tab.getByRole('button', { name: 'Jeg har læst og følger den' });
    await button.waitFor();
    await context().setOffline(true);
    await button.click();
    await tab.getByText(noNetwork).first().waitFor();
    expect(await button.isEnabled()).toBe(true);
  });
});
