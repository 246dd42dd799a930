import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (width = 1280, theme: 'default' | 'dark' | 'contrast' = 'default') =>
  openTab({ person: 'ciso', path: '/learning/import', theme }, { width });

const rows = [
  'Navn;Kursus;Status;Afsluttet',
  `${refAt(3).name};GDPR;Gennemført;2026-11-02`,
  `${refAt(4).name};GDPR;Gennemført;2026-11-03`,
  `${refAt(3).name};GDPR;Gennemført;2026-11-02`,
  `${refAt(5).name};GDPR;I gang;`,
  'Ukendt Person;GDPR;Gennemført;2026-11-04',
  `${refAt(6).name};GDPR;Gennemført;4/11`,
];
const csv = (text = rows.join('\r\n'), name = 'kursus.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const choose = (tab: Frame, file = csv()) => tab.locator('input[type=file]').setInputFiles(file);
const tryIt = (tab: Frame) => tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
const chooseCourse = (tab: Frame) => tab.getByLabel('Hvilket kursus er det?').selectOption('gdpr');

describe('Indlæs fra fil', () => {
  it('reads the file, guesses its columns, and moves the focus to the next step', async () => {
    const { tab } = await show();
    await choose(tab);
    await tab.getByText('kursus.csv har 6 rækker.').waitFor();
    await expect.poll(() => tab.getByLabel('Hvem').inputValue()).toBe('Navn');
    await expect.poll(() => tab.getByLabel('Hvornår taget').inputValue()).toBe('Afsluttet');
    await expect.poll(() => tab.getByLabel('Hvad står der, når kurset er taget?').inputValue()).toBe('Gennemført');
    await tab
      .getByRole('cell', { name: refAt(3).name })
      .first()
      .waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Kolonner');
  });

  it('tells before anything is saved what would come in and what is wrong by row', async () => {
    const { tab } = await show();
    await choose(tab);
    await tryIt(tab);
    await tab.getByText('Udfyld feltet').waitFor();
    await chooseCourse(tab);
    await tryIt(tab);
    await tab.getByText('2 nye gennemførelser kommer ind.').waitFor();
    await tab
      .getByText('Filen har 6 rækker. 1 kender vi allerede. 1 har ikke taget kurset færdigt. 2 rækker kan ikke bruges.')
      .waitFor();
    await tab.getByRole('row', { name: /Række 6 Ukendt Person.*Ret stavningen, eller brug mailadressen/ }).waitFor();
    await tab.getByRole('row', { name: /Række 7 .*Skriv den som 24-11-2026/ }).waitFor();
    expect(mock.asked.filter((request) => request.endsWith('/imports'))).toEqual([]);
  });

  it('hands the list of errors over as text', async () => {
    const { tab, page } = await show();
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent listen som tekst' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('fejl i kursus.csv.txt');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toMatch(/^\uFEFFRække 6: Ukendt Person · GDPR .* – Personen er ikke fundet/);
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });

  it('saves, says how many, and leads to the coverage', async () => {
    const { tab } = await show();
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    mock.override('POST /api/learning/imports', { delayMilliseconds: 800 });
    await tab.getByRole('button', { name: 'Gem 2 gennemførelser' }).click();
    await tab.getByText('Det kan vare et minut for en stor fil.').waitFor();
    await tab.getByRole('heading', { name: '2 gennemførelser er gemt.' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('import-done');
    await tab.getByRole('button', { name: 'Indlæs en fil til' }).click();
    await tab.getByRole('button', { name: 'Vælg en fil', exact: true }).waitFor();
  });

  it('shows how far a large file has come, also to whoever comes back, until it is written', async () => {
    const run = { courseKey: 'gdpr', total: 4_000, startedAt: '2026-11-24T09:00:00.000Z' };
    mock.override('POST /api/learning/imports', { change: (answer) => ({ ...answer, recorded: 900, left: 3_100 }) });
    mock.override('GET /api/learning/imports/running', {
      change: () => ({ run: { ...run, recorded: 1_200, running: true } }),
    });
    const { tab } = await show();
    await tab.getByText('1.200 af 4.000 er gemt. Du kan gå fra siden imens.').waitFor();
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    await tab.getByRole('button', { name: 'Gem 2 gennemførelser' }).click();
    await tab.getByRole('heading', { name: 'Gennemførelserne bliver gemt' }).waitFor();
    mock.override('GET /api/learning/imports/running', {
      change: () => ({ run: { ...run, recorded: 4_000, running: false } }),
    });
    await tab.getByRole('heading', { name: '4.000 gennemførelser er gemt.' }).waitFor();
  });

  it('says how the rest is saved when a large import stopped', async () => {
    mock.override('GET /api/learning/imports/running', {
      change: () => ({
        run: {
          courseKey: 'gdpr',
          total: 4_000,
          recorded: 1_200,
          running: false,
          startedAt: '2026-11-24T09:00:00.000Z',
          problem: 'sharepoint.away',
        },
      }),
    });
    const { tab } = await show();
    await tab.getByText(/Det stoppede, da 1\.200 af 4\.000 var gemt\. Vælg den samme fil igen/).waitFor();
  });

  it('takes another mapping without choosing the file again, and forgets only what was tried', async () => {
    const { tab } = await show();
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    await tab.getByText('2 nye gennemførelser kommer ind.').waitFor();
    await tab.getByLabel('Status').selectOption('');
    await tab.getByText('2 nye gennemførelser kommer ind.').waitFor({ state: 'detached' });
    await tryIt(tab);
    await tab.getByText(/3 rækker kan ikke bruges/).waitFor();
  });

  it('loses nothing when one looks at another page and comes back', async () => {
    const { tab } = await show();
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    await tab.getByText('2 nye gennemførelser kommer ind.').waitFor();
    await tab.getByRole('link', { name: 'Dækning' }).click();
    await tab.getByRole('heading', { level: 1, name: /har taget kurset/ }).waitFor();
    await tab.getByRole('link', { name: 'Indlæs fra fil' }).click();
    await tab.getByText('2 nye gennemførelser kommer ind.').waitFor();
    await tab.getByText('kursus.csv har 6 rækker.').waitFor();
  });

  it.each([
    [csv('x', 'kursus.pdf'), /kursus\.pdf er hverken CSV eller Excel/],
    [csv('', 'tom.csv'), 'tom.csv er tom.'],
    [csv('Navn;Afsluttet', 'kun-overskrifter.csv'), /har kun overskrifter og ingen rækker/],
    [csv('a'.repeat(10 * 1024 * 1024 + 1), 'stor.csv'), /stor\.csv fylder mere end 10 MB/],
  ])('says in words what is wrong with a file: $name', async (file, words) => {
    const { tab } = await show();
    await choose(tab, file);
    await tab.getByRole('alert').getByText(words).waitFor();
    await choose(tab);
    await tab.getByText('kursus.csv har 6 rækker.').waitFor();
    await expect.poll(() => tab.getByRole('alert').count()).toBe(0);
  });

  it('shows the API’s refusal of a file it cannot read', async () => {
    mock.override('POST /api/learning/imports/read', { status: 400, body: refusal('Filen er ikke en Excel-fil.') });
    const { tab } = await show();
    await choose(tab, csv('x', 'kursus.xlsx'));
    await tab.getByRole('alert').getByText('Filen er ikke en Excel-fil.').waitFor();
  });

  it('takes a file that is dropped', async () => {
    const { tab } = await show();
    await tab.getByText('Træk filen hertil').waitFor();
    await tab.locator('[data-part="import-drop"]').evaluate((place, text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'trukket.csv', { type: 'text/csv' }));
      place.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, rows.join('\r\n'));
    await tab.getByText('trukket.csv har 6 rækker.').waitFor();
  });

  it('opens the choice of a file by keyboard', async () => {
    const { tab, page } = await show();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      tab.getByRole('button', { name: 'Vælg en fil', exact: true }).press('Enter'),
    ]);
    expect(chooser.isMultiple()).toBe(false);
  });

  it.each([
    [320, 'contrast'],
    [1280, 'dark'],
    [1280, 'default'],
  ] as const)('breaks no accessibility rule and fits at %i px in the theme %s', async (width, theme) => {
    const { tab } = await show(width, theme);
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    await tab.getByText('2 nye gennemførelser kommer ind.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});
