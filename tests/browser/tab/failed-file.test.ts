import { describe, expect, it } from 'vitest';
import { goTo, sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();
const assets = '/risks/assets';
const file = '**/assets/AssetsPage-*.js';

describe('a file of a later page that does not come', () => {
  it('is fetched again by itself once the network is back, on the page that was asked for', async () => {
    const { tab, page } = await openTab({ person: 'ciso', path: '/policy' });
    let times = 0;
    await page.route(file, (route) => {
      times += 1;
      return times === 1 ? route.abort() : route.continue();
    });
    await goTo(tab, assets);
    const asked = () => page.frames()[1];
    await expect.poll(() => asked()?.getByRole('table').count()).toBeGreaterThan(0);
    expect(new URL(asked()?.url() ?? '').pathname).toBe(`/tab${assets}`);
  });

  it('is asked for once more and no oftener: then the page says so, with a button', async () => {
    const { tab, page } = await openTab({ person: 'ciso', path: '/policy' });
    // Loads of the page, not fetches of the file: Chromium fetches a failed preload again for the import.
    let loads = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) loads += 1;
    });
    await page.route('**/assets/StandardsPage-*.js', (route) => route.abort());
    await goTo(tab, '/standards');
    await expect.poll(() => loads).toBe(1);
    await page.frames()[1]?.getByRole('button', { name: 'Hent siden igen' }).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(loads).toBe(1);
  });
});
