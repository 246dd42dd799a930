import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (width = 1280, theme = 'default', person = 'ciso') =>
  openTab({ person, path: '/risks/assets/import', theme } as object, { width });

const rows = [
  'Navn;Center;Leverandør;UUID',
  'Nyt fagsystem;Center for Voksne og Velfærd;A/S;1',
  'Omsorgsjournalen;;Nærcare A/S;2',
  'Fagsystem 01;Ukendt;En anden;3',
  ';;;4',
];
const csv = (text = rows.join('\r\n'), name = 'systemer.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const choose = (tab: Frame, file = csv()) => tab.locator('input[type=file]').setInputFiles(file);
const tryIt = (tab: Frame) => tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();

describe('import of assets', () => {
  it('says whose file it looks like, and guesses what its columns fill', async () => {
    const { tab } = await show();
    await choose(tab);
    await tab.getByText('systemer.csv har 4 rækker.').waitFor();
    await tab.getByText('Det ligner en fil fra OS2kitos.').waitFor();
    await expect.poll(() => tab.getByLabel('Hvor kommer filen fra?').inputValue()).toBe('os2kitos');
    expect(await tab.getByLabel('Ejende center').inputValue()).toBe('Center');
    expect(await tab.getByLabel('Nummer i det andet register').inputValue()).toBe('UUID');
    await tab.getByLabel('Hvor kommer filen fra?').selectOption('os2compliance');
    expect(await tab.getByLabel('Nummer i det andet register').inputValue()).toBe('');
    await tab.getByLabel('Hvor kommer filen fra?').selectOption('os2kitos');
    expect(await tab.getByLabel('Nummer i det andet register').inputValue()).toBe('UUID');
    await tab.getByRole('cell', { name: 'Nyt fagsystem' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Kolonner');
  });

  it('tells before anything is saved what would come in and what is wrong by row', async () => {
    const { tab } = await show();
    await choose(tab);
    await tryIt(tab);
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
    await tab.getByText('1 fejl og 1 advarsel.').waitFor();
    await tab
      .getByText('Filen har 4 rækker. 1 er nyt. 1 bliver ændret. 1 er, som det var. 1 række kan ikke bruges.')
      .waitFor();
    await tab.getByRole('row', { name: /Nyt fagsystem Række 2 Nyt/ }).waitFor();
    await tab.getByRole('row', { name: /Omsorgsjournalen Række 3 Som det var/ }).waitFor();
    await tab.getByRole('row', { name: /Række 4 Advarsel Centret Ukendt findes ikke/ }).waitFor();
    await tab.getByRole('row', { name: /Række 5 Fejl Rækken har intet navn/ }).waitFor();
    expect(mock.wasAsked('POST /api/assets/imports')).toBe(false);
  });

  it('hands what is wrong over as text', async () => {
    const { tab, page } = await show();
    await choose(tab);
    await tryIt(tab);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent listen som tekst' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trim().split('\r\n')).toEqual([
      'Række 5: Fejl – Rækken har intet navn. Skriv det i filen.',
      'Række 4: Advarsel – Centret Ukendt findes ikke. Ret navnet, eller vælg centret bagefter.',
    ]);
  });

  it('asks for the column with the name, and takes another answer without the file again', async () => {
    const { tab } = await show();
    await choose(tab);
    await tab.getByLabel('Navn').selectOption('');
    await tryIt(tab);
    await tab.getByText('Vælg den kolonne, der har navnet.').waitFor();
    expect(mock.wasAsked('POST /api/assets/imports/check')).toBe(false);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await tab.getByLabel('Navn').selectOption('Navn');
    await tab.getByLabel('Hvad er rækkerne, når ingen kolonne siger det?').selectOption('workProcess');
    await tryIt(tab);
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
    await tab.getByLabel('Leverandør').selectOption('');
    await tab.getByText('2 aktiver bliver gemt.').waitFor({ state: 'detached' });
    await tryIt(tab);
    await tab.getByText('1 aktiv bliver gemt.').waitFor();
  });

  it('saves, says how many, and leads to the register', async () => {
    const { tab } = await show();
    await choose(tab);
    await tryIt(tab);
    mock.override('POST /api/assets/imports', { delayMilliseconds: 600 });
    await tab.getByRole('button', { name: 'Gem 2 aktiver' }).click();
    await tab.getByText('Det kan vare et minut for en stor fil.').waitFor();
    await tab.getByRole('heading', { name: '2 aktiver er gemt.' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('import-done');
    await tab.getByRole('row', { name: /Række 5 Fejl/ }).waitFor();
    await tab.getByRole('link', { name: 'Se aktiverne' }).waitFor();
    await tab.getByRole('button', { name: 'Indlæs en fil til' }).click();
    await tab.getByRole('button', { name: 'Vælg en fil', exact: true }).waitFor();
  });

  it('shows how far a large file has come, also to whoever comes back, until it is written', async () => {
    const run = { total: 5_000, startedAt: '2026-11-24T09:00:00.000Z' };
    mock.override('POST /api/assets/imports', { change: (answer) => ({ ...answer, written: 900, left: 4_100 }) });
    mock.override('GET /api/assets/imports/running', {
      change: () => ({ run: { ...run, written: 1_200, running: true } }),
    });
    const { tab } = await show();
    await tab.getByText('1.200 af 5.000 er gemt. Du kan gå fra siden imens.').waitFor();
    await choose(tab);
    await tryIt(tab);
    await tab.getByRole('button', { name: 'Gem 2 aktiver' }).click();
    await tab.getByRole('heading', { name: 'Aktiverne bliver gemt' }).waitFor();
    mock.override('GET /api/assets/imports/running', {
      change: () => ({ run: { ...run, written: 5_000, running: false } }),
    });
    await tab.getByRole('heading', { name: '5.000 aktiver er gemt.' }).waitFor();
  });

  it('says how the rest is saved when a large import stopped', async () => {
    const run = { total: 5_000, written: 1_200, running: false, startedAt: '2026-11-24T09:00:00.000Z' };
    mock.override('GET /api/assets/imports/running', {
      change: () => ({ run: { ...run, problem: 'sharepoint.away' } }),
    });
    const { tab } = await show();
    await tab.getByText('Det stoppede, da 1.200 af 5.000 var gemt. Vælg den samme fil igen').waitFor();
  });

  it('loses nothing when one looks at the register and comes back', async () => {
    const { tab } = await show();
    await choose(tab);
    await tryIt(tab);
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
    await tab.getByRole('link', { name: 'Tilbage til aktiver' }).click();
    await tab.getByRole('link', { name: 'Indlæs fra fil' }).click();
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
  });

  it('says in words what is wrong with a file, and what the API refuses', async () => {
    const { tab } = await show();
    await choose(tab, csv('x', 'systemer.pdf'));
    await tab
      .getByRole('alert')
      .getByText(/systemer\.pdf er hverken CSV eller Excel/)
      .waitFor();
    mock.override('POST /api/assets/imports/read', { status: 400, body: refusal('Filen er ikke en Excel-fil.') });
    await choose(tab, csv('x', 'systemer.xlsx'));
    await tab.getByRole('alert').getByText('Filen er ikke en Excel-fil.').waitFor();
    mock.override('POST /api/assets/imports/read', undefined);
    await choose(tab);
    await tab.getByText('systemer.csv har 4 rækker.').waitFor();
    mock.override('POST /api/assets/imports', { status: 409, body: refusal('En anden fil er ved at blive gemt.') });
    await tryIt(tab);
    await tab.getByRole('button', { name: 'Gem 2 aktiver' }).click();
    await tab.getByRole('alert').getByText('En anden fil er ved at blive gemt.').waitFor();
  });

  it('is not for whoever may not import', async () => {
    const { tab } = await show(1280, 'default', 'isk');
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });

  it.each([
    [320, 'contrast'],
    [1280, 'dark'],
    [1280, 'default'],
  ])('breaks no accessibility rule and fits at %i px in the theme %s', async (width, theme) => {
    const { tab } = await show(width, theme);
    await choose(tab);
    await tryIt(tab);
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
  });
});
