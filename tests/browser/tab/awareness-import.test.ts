import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, overflows, ownTab } from '../tab-page.ts';

const { openTab, asked, slow, world } = ownTab();
const show = async (width = 1280, theme: 'default' | 'dark' | 'contrast' = 'default') =>
  openTab({ person: 'ciso', path: '/learning/import', theme }, { width });

const rows = [
  'Navn;Kursus;Status;Afsluttet',
  'Claus Pedersen;GDPR;Gennemført;2026-11-02',
  'Dorthe Vestergaard;GDPR;Gennemført;2026-11-03',
  'Claus Pedersen;GDPR;Gennemført;2026-11-02',
  'Anne Hansen;GDPR;I gang;',
  'Ukendt Person;GDPR;Gennemført;2026-11-04',
  'Bente Holm;GDPR;Gennemført;4/11',
];
const csv = (text = rows.join('\r\n'), name = 'kursus.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const choose = (tab: Frame, file = csv()) => tab.locator('input[type=file]').setInputFiles(file);
const tryIt = (tab: Frame) => tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
const chooseCourse = (tab: Frame) => tab.getByLabel('Hvilket kursus er det?').selectOption('course-gdpr');

describe('Indlæs fra fil', () => {
  it('reads the file, guesses its columns, and moves the focus to the next step', async () => {
    const { tab } = await show();
    await choose(tab);
    await tab.getByText('kursus.csv har 6 rækker.').waitFor();
    await expect.poll(() => tab.getByLabel('Hvem').inputValue()).toBe('Navn');
    await expect.poll(() => tab.getByLabel('Hvornår taget').inputValue()).toBe('Afsluttet');
    await expect.poll(() => tab.getByLabel('Hvad står der, når kurset er taget?').inputValue()).toBe('Gennemført');
    await tab.getByRole('cell', { name: 'Claus Pedersen' }).first().waitFor();
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
    expect(asked().filter((request) => request.endsWith('/imports'))).toEqual([]);
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
    expect(text).toMatch(/^\uFEFFRække 6: Ukendt Person – Personen er ikke fundet/);
    expect(text.trim().split('\r\n')).toHaveLength(2);
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
    const { tab } = await show();
    await choose(tab, csv('PK\u0003\u0004 afbrudt', 'kursus.xlsx'));
    await tab
      .getByRole('alert')
      .getByText(/^Filen kan ikke læses som en tabel/)
      .waitFor();
  });

  it('says of a text that is called .xlsx that it is no Excel file, and of a list without new rows nothing of a rest', async () => {
    const { tab } = await show();
    await choose(tab, csv('Ikke en liste', 'kursus.xlsx'));
    await tab.getByText('kursus.xlsx er ikke en Excel-fil, selv om den hedder .xlsx.').waitFor();
    await choose(tab, csv([rows[0], 'Ukendt Person;GDPR;Gennemført;2026-11-04'].join('\r\n')));
    await chooseCourse(tab);
    await tryIt(tab);
    await tab.getByText('Ret rækkerne i filen, og indlæs den igen').waitFor();
    expect(await tab.getByText('Resten kan godt gemmes.').count()).toBe(0);
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

  it('shows how far it has come while SharePoint is away, also to whoever comes back, until it is written', async () => {
    const away = (isAway: boolean) => world().journey.control('PUT', 'faults', { graph: { away: isAway } });
    const { tab } = await show();
    await choose(tab, csv([rows[0], 'Jette Lund;GDPR;Gennemført;2026-11-02'].join('\r\n')));
    await chooseCourse(tab);
    await tryIt(tab);
    await away(true);
    try {
      await tab.getByRole('button', { name: 'Gem 1 gennemførelse' }).click();
      const again = await show();
      await again.tab.getByText('0 af 1 er gemt. Du kan gå fra siden imens.').waitFor();
      await again.close();
      await tab.getByRole('heading', { name: 'Gennemførelserne bliver gemt' }).waitFor();
    } finally {
      await away(false);
    }
    await tab.getByRole('heading', { name: '1 gennemførelse er gemt.' }).waitFor();
  });

  it('saves, says how many, and leads to the coverage', async () => {
    const { tab } = await show();
    await choose(tab);
    await chooseCourse(tab);
    await tryIt(tab);
    const answer = slow('POST /api/learning/imports');
    const before = asked().filter((request) => request === 'POST /api/learning/imports').length;
    await tab.getByRole('button', { name: 'Gem 2 gennemførelser' }).dblclick();
    await tab.getByText('Det kan vare et minut for en stor fil.').waitFor();
    answer.release();
    await tab.getByRole('heading', { name: '2 gennemførelser er gemt.' }).waitFor();
    expect(asked().filter((request) => request === 'POST /api/learning/imports')).toHaveLength(before + 1);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('import-done');
    await tab.getByRole('button', { name: 'Indlæs en fil til' }).click();
    await tab.getByRole('button', { name: 'Vælg en fil', exact: true }).waitFor();
  });
});
