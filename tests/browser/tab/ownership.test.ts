import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, leaveBrowser } from '../launch.ts';
import { open, resize, type Opened } from './mock/browser.ts';
import { sharedMock, type MockServer } from './mock/server.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  mock = await sharedMock();
});
afterEach(() => opened?.close());
afterAll(() => leaveBrowser(browser));
const owner = { change: (body: object) => ({ ...body, abilities: { ...abilitiesOf(body), ownAssets: true } }) };
const abilitiesOf = (body: object): object =>
  'abilities' in body && typeof body.abilities === 'object' && body.abilities !== null ? body.abilities : {};

describe('my systems', () => {
  it('are found from the overview, told with what comes next, narrowed by each number, and open the asset', async () => {
    mock.override('GET /api/me', owner);
    opened = await open(browser, mock, { person: 'employee', path: '/' });
    const { tab } = opened;
    await tab.getByText('Du har ansvar for 3 systemer og arbejdsgange.').waitFor();
    await tab.getByRole('link', { name: 'Åbn mine systemer' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du har ansvar for 3 systemer og arbejdsgange' }).waitFor();
    expect(await tab.getByRole('navigation').getByRole('link', { name: 'Mine systemer' }).count()).toBe(1);
    const rows = tab.getByRole('row');
    await rows.filter({ hasText: 'Omsorgsjournalen' }).getByText('54 dage over tiden').waitFor();
    await rows.filter({ hasText: 'Vagtplanen' }).getByText('Du passer det for').waitFor();
    await tab.getByRole('link', { name: '1 har opgaver over tiden' }).click();
    await tab.getByText('1 fundet').waitFor();
    await tab.getByRole('button', { name: 'Alle', exact: true }).click();
    await tab.getByText('3 fundet').waitFor();
    await resize(opened, 320);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await tab.getByRole('link', { name: 'Omsorgsjournalen', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen' }).waitFor();
  });

  it('are not in the way of whoever owns none, who is told where they come from', async () => {
    opened = await open(browser, mock, { person: 'employee', path: '/' });
    const { tab } = opened;
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.getByRole('link', { name: 'Mine systemer' }).count()).toBe(0);
    mock.override('GET /api/own-assets', {
      change: (body) => ({
        ...body,
        rows: [],
        total: 0,
        counts: { all: 0, tasks: 0, overdue: 0, unassessed: 0, noPlan: 0 },
      }),
    });
    await tab.evaluate(() => history.pushState(null, '', '/tab/systems'));
    await tab.getByText('Mangler der et system').waitFor();
    expect(await tab.getByRole('link', { name: 'Se, hvem der er din ISK' }).count()).toBe(1);
  });
});

describe('everything of somebody who leaves', () => {
  it('is seen, given to a receiver for all and another for the roles, with its consequence first, and reported', async () => {
    opened = await open(browser, mock, { person: 'isk', path: '/hand-overs' });
    const { tab } = opened;
    await tab
      .getByRole('link', { name: /^Se det hele, som/ })
      .first()
      .click();
    await tab.getByRole('heading', { level: 1, name: /står med 9 ting/ }).waitFor();
    await tab.getByText('Du må ikke give det videre: Du må ikke rette').waitFor({ state: 'hidden' });
    await tab.getByRole('button', { name: 'Vis alle 7' }).click();
    await tab.getByText('Du må ikke give det videre: Du må ikke rette').waitFor();
    await tab.getByRole('button', { name: 'Overdrag alt' }).click();
    await tab.getByText('Vælg, hvem der tager over.').waitFor();
    const choose = async () => {
      await tab.getByRole('searchbox').last().fill('an');
      await tab.locator('[data-part="found-list"] button').first().click();
    };
    await tab.getByRole('searchbox').first().fill('an');
    await tab.locator('[data-part="found-list"] button').first().click();
    await tab.getByText('7 ting går til').waitFor();
    await tab.getByRole('button', { name: 'Vælg en modtager: Roller' }).click();
    await choose();
    await tab.getByText('8 ting går til').waitFor();
    await tab.getByRole('textbox', { name: /^Besked til dem/ }).fill('Stopper den 30. november');
    await tab.getByRole('button', { name: 'Giv 8 ting videre' }).click();
    await tab.getByRole('heading', { level: 1, name: /^2 af 3 ting fra/ }).waitFor();
    expect(await tab.getByRole('row').filter({ hasText: 'Økonomisystemet' }).innerText()).toContain('Du må ikke rette');
    expect(mock.asked.some((one) => one.startsWith('POST /api/successions'))).toBe(true);
  });
});
