import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sharedTab } from '../tab-page.ts';

const { openTab, ask, asked } = sharedTab();
const show = async (path = '/policy/coverage', person = 'ciso') => openTab({ person, path });
const lastAsked = (part: string) => asked().findLast((request) => request.includes(part)) ?? '';
const own = 'Center for Voksne og Velfærd';
const numberOf = (text: string) => Number(/^[\d.]+/.exec(text)?.[0].replace('.', ''));

describe('Dækning', () => {
  it('gives the sentence first, then a bar a centre ordered by what is missing, then the people', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: /^78,1 % har bekræftet politikken\.$/ }).waitFor();
    await tab.getByText(`Flest i ${own}.`).waitFor();
    const missing = await tab.locator('[data-part="coverage-missing"]').allInnerTexts();
    const numbers = missing.map((text) => Number.parseInt(text, 10));
    expect(numbers).toHaveLength(9);
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    await tab.getByRole('heading', { name: 'De mangler at bekræfte' }).waitFor();
  });

  it('names a next step on every row: the ISK', async () => {
    const { tab } = await show();
    await expect.poll(() => tab.locator('[data-part="coverage-bar"]').filter({ hasText: /ISK/ }).count()).toBe(9);
  });

  it('says in the table what the picture shows', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('row', { name: new RegExp(`${own} 26 17 9 65,3 % 92,3 %`) }).waitFor();
  });

  it('links a centre’s number to exactly its people', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: '9 mangler' }).click();
    await tab.getByRole('heading', { name: `De mangler at bekræfte, ${own}` }).waitFor();
    await expect.poll(() => lastAsked('/missing')).toContain('centreId=voksne-og-velfaerd');
    await expect
      .poll(() =>
        tab
          .getByRole('table', { name: /^De mangler/ })
          .getByRole('row')
          .filter({ hasText: own })
          .count(),
      )
      .toBe(9);
  });

  it('links no number to people the reader may not see', async () => {
    const { tab } = await show('/policy/coverage', 'Mette Sørensen');
    await tab.getByRole('link', { name: '9 mangler', exact: true }).waitFor();
    await tab.getByText('6 mangler', { exact: true }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: '6 mangler', exact: true }).count()).toBe(0);
  });

  it('tells a centre’s ISK the number of the whole and the one of the list, which is of the own centres', async () => {
    const { tab } = await show('/policy/coverage', 'Mette Sørensen');
    await tab.getByText(/^\d+ mangler i hele kommunen\. 9 mangler i dine centre\./).waitFor();
    await tab.getByRole('link', { name: '9 mangler i dine centre.' }).click();
    await tab.getByRole('heading', { name: 'De mangler at bekræfte i dine centre' }).waitFor();
    await tab.getByText('Mangler (9)').waitFor();
    await expect.poll(() => tab.getByRole('combobox', { name: 'Center' }).innerText()).toContain('Dine centre');
  });

  it('says that people of another centre are not shown, and does not ask for them', async () => {
    const before = asked().length;
    const { tab } = await show('/policy/coverage?centre=boern-og-unge', 'Mette Sørensen');
    await tab.getByText('Personerne i Center for Børn og Unge vises ikke for dig').waitFor();
    expect(
      asked()
        .slice(before)
        .filter((one) => /missing|receipts/.test(one)),
    ).toEqual([]);
    await tab.getByRole('button', { name: 'Vis dem, jeg følger op på' }).click();
    await tab.getByRole('heading', { name: 'De mangler at bekræfte' }).waitFor();
  });

  it('leads a board, which sees numbers only, to no page with people', async () => {
    const { tab } = await show('/policy/coverage', 'Lone Friis Albrechtsen');
    const parts = tab.getByRole('navigation', { name: 'Politik og procedurer' });
    const shown = () => parts.getByRole('link').allInnerTexts();
    await expect
      .poll(shown)
      .toEqual(['Politikken', 'Procedurer og retningslinjer', 'Politikkens dækning', 'Procedurernes dækning']);
  });

  it('searches when the typing rests, says how many, and teaches when nobody is found', async () => {
    const { tab } = await show();
    await tab.getByLabel('Søg efter navn').fill('østergaard');
    const searched = () => asked().filter((request) => request.includes('/missing') && request.includes('q='));
    await expect.poll(() => searched().length).toBe(1);
    await tab.getByText('2 fundet').waitFor();
    await tab.getByLabel('Søg efter navn').fill('zzz');
    await tab.getByText('Ingen passer til søgningen').waitFor();
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await tab.getByRole('cell', { name: /^Anne Jensen/ }).waitFor();
  });

  it('sorts by a heading and walks through pages', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Beskeden i Teams' }).click();
    await expect.poll(() => lastAsked('/missing')).toContain('sort=delivery');
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Beskeden i Teams' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await tab.getByRole('button', { name: /Har svaret/ }).click();
    await tab.getByText('1–50 af 96').waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–96 af 96').waitFor();
  });

  it('tells in words where each message stands', async () => {
    const { tab } = await show();
    await tab.getByRole('cell', { name: 'Har ikke Teams' }).first().waitFor();
    await tab.getByRole('cell', { name: 'Har slået beskeder fra' }).first().waitFor();
    await expect.poll(() => tab.getByRole('cell', { name: /blocked|notApplicable/ }).count()).toBe(0);
  });

  it('shows those who have answered, also the negative receipts', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: /Har svaret/ }).click();
    await tab.getByRole('cell', { name: 'På orlov' }).first().waitFor();
    await tab.getByRole('cell', { name: 'fra kortet i Teams' }).first().waitFor();
  });

  it('hands the workbook over under its own name', async () => {
    const { tab, page } = await show();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent som Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Politik 4.0 - dækning.xlsx');
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  });

  it('counts every recipient of the sending in one state, each a link to the people', async () => {
    const { tab } = await show();
    const states = tab.getByRole('list', { name: 'Modtagerne fordelt' }).getByRole('link');
    await states.first().waitFor();
    const all = (await states.allInnerTexts()).map(numberOf).reduce((sum, number) => sum + number, 0);
    await tab.getByText(`${all} af ${all} er behandlet.`).waitFor();
    await tab.getByRole('link', { name: /^\d+ Kan ikke få kort$/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Kan ikke nås i Teams' }).waitFor();
    await tab
      .getByRole('row', { name: /Har ikke Teams/ })
      .first()
      .waitFor();
  });
});

describe('Kan ikke nås', () => {
  it('lists whom somebody must tell, with why, sorted as asked', async () => {
    const { people } = await ask('ciso', 'GET /api/unreachable', {});
    expect(people.length).toBeGreaterThan(3);
    const { tab } = await show('/policy/unreachable');
    await tab.getByText(`${people.length} kan ikke nås i Teams.`).waitFor();
    await tab.getByRole('button', { name: 'Hvorfor' }).click();
    const cells = tab.locator('tbody tr td:nth-child(3)');
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Hvorfor' }).getAttribute('aria-sort'))
      .toBe('ascending');
    const reasons = await cells.allInnerTexts();
    expect(reasons).toEqual([...reasons].sort((one, other) => one.localeCompare(other, 'da')));
  });

  it('is glad when everyone in the reader’s centre can be reached', async () => {
    const { tab } = await show('/policy/unreachable', 'Line Bach Eriksen');
    await tab.getByText('Hvis botten ikke kan skrive til nogen').waitFor();
  });
});
