import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open, type Opened } from './mock/browser.ts';
import { sharedMock, type MockServer } from './mock/server.ts';
import { launch, leaveBrowser } from '../launch.ts';

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
const show = async (path = '/organisation', person = 'ciso') => (opened = await open(browser, mock, { person, path }));

describe('the picture', () => {
  it('opens a body by mouse and by keyboard, and says what it is for and who is in it', async () => {
    const { tab } = await show();
    const committee = tab.getByRole('button', { name: 'Informationssikkerhedsudvalget 5 medlemmer' });
    await committee.click();
    await tab.getByText('Forbereder politik, årshjul og retningslinjer').waitFor();
    await tab.getByText('Formand').first().waitFor();
    await expect.poll(() => committee.getAttribute('aria-pressed')).toBe('true');
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.textContent))
      .toBe('Informationssikkerhedsudvalget');
    await tab.getByRole('button', { name: /^CISO / }).focus();
    await opened?.page.keyboard.press('Enter');
    await tab.getByText('Leder arbejdet med informationssikkerhed.').waitFor();
  });

  it('leads from a centre to its people', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: /^Center for Voksne og Velfærd Centerchef/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Center for Voksne og Velfærd' }).waitFor();
    await tab.getByRole('heading', { name: 'Medarbejdere' }).waitFor();
    await tab.getByText('1–50 af 64').waitFor();
  });

  it('says the same in tables', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('link', { name: 'Center for Park, Vej og Miljø' }).waitFor();
    await tab.getByRole('cell', { name: 'Informationssikkerhedsudvalget' }).waitFor();
  });

  it('shows what is missing with the way to mend it, to those who may', async () => {
    const { tab } = await show();
    await tab.getByText('1 center har ingen ISK.').waitFor();
    await tab.getByRole('link', { name: 'Udpeg en person' }).click();
    await tab.getByRole('dialog', { name: 'Udpeg en person' }).waitFor();
  });

  it('hides a centre’s people from those who may not see them', async () => {
    const { tab } = await show('/organisation/centres/c1', 'employee');
    await tab.getByRole('heading', { name: 'Roller' }).waitFor();
    await expect.poll(() => tab.getByRole('heading', { name: 'Medarbejdere' }).count()).toBe(0);
  });
});

describe('roles', () => {
  it('lists them with first and last day, searchable and sortable', async () => {
    const { tab } = await show('/organisation/roles');
    await tab.getByText('24 fundet').waitFor();
    await tab.getByLabel('Vis').selectOption('ended');
    await tab.getByText('3 fundet').waitFor();
    await tab.getByRole('cell', { name: '30. jun. 2026' }).first().waitFor();
    await tab.getByLabel('Vis').selectOption('');
    await tab.getByRole('button', { name: 'Person', exact: true }).click();
    await tab.getByRole('button', { name: 'Person', exact: true }).click();
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Person' }).getAttribute('aria-sort'))
      .toBe('descending');
  });

  it('appoints a person found by part of the name, with the consequence in words', async () => {
    const { tab } = await show('/organisation/roles');
    await tab.getByRole('button', { name: 'Udpeg en person' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Udpeg en person' });
    await dialog.getByRole('button', { name: 'Udpeg', exact: true }).click();
    await dialog.getByText('Udfyld feltet').first().waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await dialog.getByRole('searchbox').fill('søren lund');
    await dialog
      .getByRole('button', { name: /Søren Lund/ })
      .first()
      .click();
    await dialog.getByLabel('Rolle').selectOption('coordinator');
    await dialog.getByLabel('Center').selectOption({ label: 'Center for Park, Vej og Miljø' });
    await dialog.getByText('Søren Lund bliver ISK i Center for Park, Vej og Miljø fra 24. nov. 2026.').waitFor();
    await dialog.getByRole('button', { name: 'Udpeg', exact: true }).click();
    await tab.getByText('Søren Lund er udpeget som ISK.').waitFor();
    await tab.getByText('25 fundet').waitFor();
  });

  it('refuses a last day before the first, at the field', async () => {
    const { tab } = await show('/organisation/roles?appoint=1');
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Sidste dag').fill('2026-01-01');
    await dialog.getByRole('button', { name: 'Udpeg', exact: true }).click();
    await dialog.getByText('Sidste dag skal ligge efter første dag').waitFor();
  });

  it('ends one after saying what it means', async () => {
    const { tab } = await show('/organisation/roles');
    await tab
      .getByRole('button', { name: /^Afslut (ISK|Centerchef) for/ })
      .first()
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Afslut rolle' });
    await dialog.getByText(/mister rollen som/).waitFor();
    await dialog.getByRole('button', { name: 'Afslut rollen' }).click();
    await tab.getByText(/slutter 24\. nov\. 2026\./).waitFor();
  });

  it('names a deputy after saying what it means, and takes the name away again', async () => {
    const { tab } = await show('/organisation/roles');
    await tab
      .getByRole('button', { name: /^Udpeg stedfortræder for/ })
      .first()
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Udpeg stedfortræder' });
    await dialog.getByText(/handler som Centerchef, når .* er på orlov/).waitFor();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Søg på et navn, og vælg en kollega.').waitFor();
    await dialog.getByRole('searchbox').fill('søren lund');
    await dialog
      .getByRole('button', { name: /Søren Lund/ })
      .first()
      .click();
    await dialog.getByText(/får Søren Lund kortene og stemmer i stedet/).waitFor();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText(/^Søren Lund er stedfortræder for/).waitFor();
    await tab.getByRole('button', { name: /^Skift stedfortræder for/ }).click();
    await dialog.getByRole('button', { name: 'Vælg en anden' }).click();
    await dialog.getByText('Søren Lund er ikke stedfortræder længere').waitFor();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText(/har ingen stedfortræder nu/).waitFor();
  });

  it('shows a body’s deputies with the way to name one', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Informationssikkerhedsudvalget 5 medlemmer' }).click();
    await tab.getByText(/^Stedfortræder: /).waitFor();
    await tab.getByRole('button', { name: /^Skift stedfortræder for/ }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /^Udpeg stedfortræder for/ }).count()).toBe(3);
  });

  it('offers neither to those who may not', async () => {
    mock.override('GET /api/organisation/assignments', {
      change: (view) => ({
        ...view,
        assignments: (view as { assignments: object[] }).assignments.map((row) => ({
          ...row,
          abilities: { end: false },
        })),
      }),
    });
    const { tab } = await show('/organisation/roles', 'employee');
    await tab.getByText('24 fundet').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Afslut|Udpeg/ }).count()).toBe(0);
  });
});
