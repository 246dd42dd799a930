import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, open, type Opened } from './mock/browser.ts';
import { refusal, startMock, type MockServer } from './mock/server.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([startMock(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await mock.close();
});
beforeEach(() => mock.reset());
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
const show = async (opening: object = {}) => (opened = await open(browser, mock, opening));

const views = [
  ['GET /api/me', '/'],
  ['GET /api/obligations', '/tasks'],
  ['GET /api/obligations/centres', '/centre'],
  ['GET /api/reminders/wishes', '/tasks/reminders'],
  ['GET /api/reminders/preview', '/operations/reminders'],
  ['GET /api/reminders/log', '/operations/reminders?part=log'],
  ['GET /api/reminders/cadences', '/operations/reminders?part=cadences'],
  ['GET /api/policy', '/policy'],
  ['GET /api/policy/versions/:versionKey', '/policy/versions/v4.0'],
  ['GET /api/policy/versions/:versionKey/coverage', '/policy/coverage'],
  ['GET /api/unreachable', '/policy/unreachable'],
  ['GET /api/learning', '/learning'],
  ['GET /api/learning/rounds/:roundKey/coverage', '/learning/coverage'],
  ['GET /api/learning/rounds', '/learning/rounds'],
  ['GET /api/learning/courses', '/learning/courses/new'],
  ['GET /api/learning/exemptions', '/learning/exemptions'],
  ['GET /api/organisation', '/organisation'],
  ['GET /api/organisation/centres/:centreId', '/organisation/centres/c1'],
  ['GET /api/organisation/assignments', '/organisation/roles'],
  ['GET /api/operations', '/operations'],
  ['GET /api/wheel', '/wheel'],
  ['GET /api/wheel/heat', '/wheel/heat'],
  ['GET /api/wheel/tasks/:taskKey', '/wheel/tasks/manager-risk.2026-12-12.c6'],
  ['GET /api/wheel/activities', '/wheel/activities'],
  ['GET /api/wheel/plans', '/wheel/plans'],
  ['GET /api/wheel/meetings', '/wheel/meetings'],
  ['GET /api/wheel/meetings/:meetingKey', '/wheel/meetings/m2'],
] as const;

describe.each(views)('a view of %s', (name, path) => {
  it('says that it is loading', async () => {
    mock.override(name, { delayMilliseconds: 1_000 });
    const { tab } = await show({ person: 'ciso', path });
    await tab.getByRole('status').filter({ hasText: 'Henter' }).first().waitFor();
    await tab.getByRole('heading', { level: 1 }).waitFor();
  });

  it('says in words that it failed, with the number for support, and gets it when tried again', async () => {
    mock.override(name, { status: 500, body: refusal('Noget gik galt hos os.') });
    const { tab } = await show({ person: 'ciso', path });
    const alert = tab.getByRole('alert');
    await alert.getByText('Noget gik galt hos os.').waitFor();
    await alert.getByText('req-4711').waitFor();
    mock.override(name, undefined);
    await alert.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.getByRole('heading', { level: 1 }).waitFor();
  });

  it('says who has access when the reader has none', async () => {
    mock.override(name, { status: 403, body: { error: { ...refusal('Nej').error, kind: 'forbidden' } } });
    const { tab } = await show({ person: 'employee', path });
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });

  it('says how old it is while Microsoft 365 is away', async () => {
    mock.override(name, {
      change: (view) => ({ ...view, freshness: { asOf: new Date(Date.now() - 3_600_000).toISOString(), stale: true } }),
    });
    const { tab } = await show({ person: 'ciso', path });
    await tab.getByText(/Oplysningerne er fra kl\. \d\d\.\d\d\. Microsoft 365 svarer ikke lige nu/).waitFor();
    await tab.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('on the way', () => {
  it('tries by itself again when Microsoft 365 was away for a moment', async () => {
    mock.override('GET /api/me', { status: 503, body: refusal('Væk'), times: 1 });
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('keeps what it shows when a later look fails, and says so', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    mock.override('GET /api/policy', { status: 500, body: refusal('Noget gik galt hos os.') });
    await tab.getByRole('link', { name: 'Organisation' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ishøj Kommune' }).waitFor();
    await expect
      .poll(
        async () => {
          await tab.evaluate(() => dispatchEvent(new Event('focus')));
          await tab.getByRole('link', { name: 'Politik', exact: true }).click();
          return tab.getByText('Noget gik galt hos os.').count();
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBe(1);
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
  });

  it('gets a new token when the old has run out', async () => {
    mock.override('GET /api/me', { status: 401, body: refusal('udløbet'), times: 1 });
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('says that Teams could not tell who reads when no token is given', async () => {
    const { tab } = await show({ refuse: true });
    await tab.getByText('Teams kunne ikke bekræfte, hvem du er.').waitFor();
  });

  it('says that an address leads nowhere, with the way home', async () => {
    const { tab } = await show({ path: '/findes/ikke' });
    await tab.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
    await tab.getByRole('link', { name: 'Gå til Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('copies the number for support', async () => {
    mock.override('GET /api/me', { status: 500, body: refusal('Noget gik galt hos os.') });
    const { tab, page } = await show();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.getByRole('button', { name: 'Kopiér' }).click();
    await tab.getByRole('button', { name: 'Kopieret' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('req-4711');
  });
});
