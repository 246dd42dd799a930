import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launch, newContext } from '../launch.ts';
import { sharedTab } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const { openTab, fails, asked, addressOf } = sharedTab();
const home = /^Du har \d+ /;
const called = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as HostWindow).host.calls.map(({ func }) => func));

describe('inside Teams', () => {
  it('tells Teams that it is loaded, then that it can be used', async () => {
    const { page } = await openTab();
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    const calls = await called(page);
    expect(calls.indexOf('appInitialization.appLoaded')).toBeLessThan(calls.indexOf('appInitialization.success'));
  });

  it('tells Teams when it cannot be used', async () => {
    fails('GET /api/me', 500);
    const { page } = await openTab();
    await expect.poll(() => called(page)).toContain('appInitialization.failure');
    expect(await called(page)).not.toContain('appInitialization.success');
  });

  it.each([
    ['AbortSignal', 'any'],
    ['Map', 'groupBy'],
  ] as const)('says that it needs a newer browser where %s.%s is unknown', async (owner, name) => {
    const context = await newContext(await launch(), { serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(([where, what]) => Reflect.deleteProperty(globalThis[where], what), [
      owner,
      name,
    ] as const);
    await page.goto(await addressOf({ theme: 'dark' }));
    const tab = page.frameLocator('iframe');
    await tab.getByRole('heading', { level: 1, name: 'Opdater Teams eller browseren' }).waitFor();
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    await context.close();
  });

  it('accepts no other origins than teams-js itself does', async () => {
    const { page } = await openTab();
    await expect.poll(() => called(page)).toContain('initialize');
    const [, , origins] = await page.evaluate(
      () => (globalThis as unknown as HostWindow).host.calls.find(({ func }) => func === 'initialize')?.args ?? [],
    );
    expect(origins ?? []).toEqual([]);
  });

  it('follows the theme, and takes one it does not know for the default', async () => {
    const { page, tab } = await openTab({ theme: 'dark' });
    await tab.locator('[data-theme=dark]').waitFor();
    await page.evaluate(() => (globalThis as unknown as HostWindow).host.theme('contrast'));
    await tab.locator('[data-theme=contrast]').waitFor();
    await page.evaluate(() => (globalThis as unknown as HostWindow).host.theme('glass'));
    await tab.locator('[data-theme=default]').waitFor();
  });

  it('keeps the colours shown where those of another theme cannot be had, and takes them when they can', async () => {
    const { page, tab } = await openTab({ theme: 'default' });
    const card = () => tab.evaluate(() => getComputedStyle(document.body.querySelector('.app') ?? document.body).color);
    const light = await card();
    await page.route('**/contrast-theme-*.js', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await page.evaluate(() => (globalThis as unknown as HostWindow).host.theme('contrast'));
    await failed;
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.locator('[data-theme=default]').count()).toBe(1);
    expect(await card()).toBe(light);
    await page.unrouteAll();
    await page.evaluate(() => (globalThis as unknown as HostWindow).host.theme('dark'));
    await tab.locator('[data-theme=dark]').waitFor();
    expect(await card()).not.toBe(light);
  });

  it('opens the item a card links to, with a way back to the overview', async () => {
    const { tab } = await openTab({ subPageId: '/policy/versions/policy-4-0' });
    await tab.getByRole('heading', { level: 1, name: 'Informationssikkerhedspolitik' }).waitFor();
    await tab.evaluate(() => history.back());
    await tab.getByRole('heading', { level: 1, name: home }).waitFor();
  });

  it('ignores a link that is no path of ours', async () => {
    const { tab } = await openTab({ subPageId: 'https://evil.example/policy' });
    await tab.getByRole('heading', { level: 1, name: home }).waitFor();
  });

  it('wakes from sleep: looks again, and tells Teams that it can be used', async () => {
    const { page } = await openTab();
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    const before = asked().length;
    await page.evaluate(() => {
      const { host } = globalThis as unknown as HostWindow;
      host.calls.length = 0;
      host.send('load', { entityId: 'home', contentUrl: `${location.origin}/tab/` });
    });
    await expect.poll(() => called(page)).toContain('appInitialization.success');
    expect(await called(page)).toContain('registerHandler');
    await expect.poll(() => asked().length).toBeGreaterThan(before);
  });

  it('lets a channel choose the page its tab opens', async () => {
    const { page, tab } = await openTab({ path: '/configure', frame: 'settings' });
    await tab.getByRole('radio', { name: 'Politik' }).check();
    await page.evaluate(() => (globalThis as unknown as HostWindow).host.send('settings.save', {}));
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as HostWindow).host.settings))
      .toMatchObject({ contentUrl: expect.stringMatching(/^http:.+\/tab\/policy$/) as unknown });
  });
});

describe('outside Teams', () => {
  it('shows the way in when the host has kept silent for six seconds', async () => {
    const context = await newContext(await launch(), { serviceWorkers: 'block' });
    const page = await context.newPage();
    // Time in the page is set by this test.
    await page.clock.install();
    await page.goto(await addressOf({ silent: true }));
    const way = page.frameLocator('iframe').getByRole('link', { name: 'Open in Teams' });
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await expect.poll(() => called(page)).toContain('initialize');
    await page.clock.runFor(6_000);
    await way.waitFor();
    expect(await way.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    await context.close();
  });

  it('does so at once in an ordinary browser, in the browser’s language', async () => {
    const context = await newContext(await launch(), { locale: 'da-DK', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(new URL('/tab/', await addressOf()).href);
    await page.getByRole('heading', { level: 1, name: 'Åbn appen i Teams' }).waitFor();
    await context.close();
  });

  it('shows privacy and terms to anybody', async () => {
    for (const path of ['privacy.html', 'terms.html']) {
      const page = await fetch(new URL(`/tab/${path}`, await addressOf()));
      expect(await page.text()).toContain('<h1>');
    }
  });
});

describe('the build', () => {
  const folder = join(import.meta.dirname, '../../../dist/tab');

  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const text = (name: string) => readFileSync(join(folder, 'assets', name), 'utf8');

  it('calls nothing newer than the browsers of docs/hosting.md', () => {
    // Of ECMAScript 2024 and later, and of the web since 2023. React asks whether there is `startViewTransition`.
    const newer = [
      /Promise\.(try|withResolvers)|RegExp\.escape|Error\.isError|Array\.fromAsync|Math\.sumPrecise|(Object|Map)\.groupBy/g,
      /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|toBase64|toHex|getOrInsert|toWellFormed)\(/g,
      /\.(values|keys|entries)\(\)\.(map|filter|some|find|take|drop|toArray|flatMap|every|reduce|forEach)\(/g,
      /AbortSignal\.any|URL\.(canParse|parse)|Iterator\.(from|concat)|scheduler\.|Intl\.DurationFormat|Temporal\.|checkVisibility/g,
    ];
    const called = scripts.flatMap((name) => newer.flatMap((one) => text(name).match(one) ?? []));
    expect([...new Set(called)].toSorted()).toEqual(['AbortSignal.any', 'Map.groupBy', 'URL.canParse']);
  });

  it('fetches nothing from outside, nor teams-js its list of origins', () => {
    for (const name of scripts) expect(text(name)).not.toContain('validDomains.json');
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page.match(/(src|href)="https?:/g)).toBeNull();
  });
});
