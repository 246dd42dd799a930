import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open, type Opened } from './mock/browser.ts';
import { built as folder, refusal, sharedMock, type MockServer } from './mock/server.ts';
import { launch, leaveBrowser, newContext } from '../launch.ts';

interface HostWindow {
  host: {
    calls: { func: string; args: unknown[] }[];
    settings: Record<string, string> | undefined;
    theme(name: string): void;
    send(func: string, ...args: unknown[]): void;
  };
}

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([sharedMock(), launch()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});
beforeEach(() => mock.reset());
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
const show = async (opening: object = {}) => (opened = await open(browser, mock, opening));
const called = (page: Page) =>
  page.evaluate(() => (window as unknown as HostWindow).host.calls.map(({ func }) => func));

describe('inside Teams', () => {
  it('tells Teams that it is loaded, then that it can be used', async () => {
    const { page } = await show();
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    const calls = await called(page);
    expect(calls.indexOf('appInitialization.appLoaded')).toBeLessThan(calls.indexOf('appInitialization.success'));
  });

  it('tells Teams when it cannot be used', async () => {
    mock.override('GET /api/me', { status: 500, body: refusal('Galt') });
    const { page } = await show();
    await expect.poll(() => called(page)).toContain('appInitialization.failure');
    expect(await called(page)).not.toContain('appInitialization.success');
  });

  it('accepts no other origins than teams-js itself does', async () => {
    const { page } = await show();
    await expect.poll(() => called(page)).toContain('initialize');
    const [, , origins] = await page.evaluate(
      () => (window as unknown as HostWindow).host.calls.find(({ func }) => func === 'initialize')?.args ?? [],
    );
    expect(origins ?? []).toEqual([]);
  });

  it('follows the theme, and takes one it does not know for the default', async () => {
    const { page, tab } = await show({ theme: 'dark' });
    await tab.locator('[data-theme=dark]').waitFor();
    await page.evaluate(() => (window as unknown as HostWindow).host.theme('contrast'));
    await tab.locator('[data-theme=contrast]').waitFor();
    await page.evaluate(() => (window as unknown as HostWindow).host.theme('glass'));
    await tab.locator('[data-theme=default]').waitFor();
  });

  it('opens the item a card links to, with a way back to the overview', async () => {
    const { tab } = await show({ subPageId: '/policy/versions/v4.0' });
    await tab.getByRole('heading', { level: 1, name: 'Informationssikkerhedspolitik' }).waitFor();
    await tab.evaluate(() => history.back());
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('ignores a link that is no path of ours', async () => {
    const { tab } = await show({ subPageId: 'https://evil.example/policy' });
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('wakes from sleep: looks again, and tells Teams that it can be used', async () => {
    const { page } = await show();
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    const before = mock.asked.length;
    await page.evaluate(() => {
      const { host } = window as unknown as HostWindow;
      host.calls.length = 0;
      host.send('load', { entityId: 'home', contentUrl: `${location.origin}/tab/` });
    });
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    expect(await called(page)).toContain('registerHandler');
    await expect.poll(() => mock.asked.length).toBeGreaterThan(before);
  });

  it('lets a channel choose the page its tab opens', async () => {
    const { page, tab } = await show({ path: '/configure', frame: 'settings' });
    await tab.getByRole('radio', { name: 'Politik' }).check();
    await page.evaluate(() => (window as unknown as HostWindow).host.send('settings.save', {}));
    await expect
      .poll(() => page.evaluate(() => (window as unknown as HostWindow).host.settings?.['contentUrl']))
      .toBe(`${mock.address}/tab/policy`);
  });
});

describe('outside Teams', () => {
  it('shows the way in when the host has kept silent for six seconds', async () => {
    const context = await newContext(browser, { serviceWorkers: 'block' });
    const page = await context.newPage();
    // Time passes in the page when this test says so.
    await page.clock.install();
    await page.goto(mock.opening({ silent: true }));
    const way = page.frameLocator('iframe').getByRole('link', { name: 'Open in Teams' });
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await expect.poll(() => called(page)).toContain('initialize');
    await page.clock.runFor(6_000);
    await way.waitFor();
    expect(await way.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    await context.close();
  });

  it('does so at once in an ordinary browser, in the browser’s language', async () => {
    const context = await newContext(browser, { locale: 'da-DK', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${mock.address}/tab/`);
    await page.getByRole('heading', { level: 1, name: 'Åbn appen i Teams' }).waitFor();
    await context.close();
  });

  it('shows privacy and terms to anybody', async () => {
    for (const path of ['privacy.html', 'terms.html']) {
      const page = await fetch(`${mock.address}/tab/${path}`);
      expect(await page.text()).toContain('<h1>');
    }
  });
});

describe('the build', () => {
  it('fetches nothing from outside, nor teams-js its list of origins', () => {
    const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
    for (const name of scripts)
      expect(readFileSync(join(folder, 'assets', name), 'utf8')).not.toContain('validDomains.json');
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page.match(/(src|href)="https?:/g)).toBeNull();
  });
});
