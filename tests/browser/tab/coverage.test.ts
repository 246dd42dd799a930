import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path = '/policy/coverage', person = 'ciso') => openTab({ person, path });
const lastAsked = (part: string) => mock.asked.filter((request) => request.includes(part)).at(-1) ?? '';

describe('Dækning', () => {
  it('gives the sentence first, then a bar a centre ordered by what is missing, then the people', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: '78,4 % har bekræftet politikken.' }).waitFor();
    await tab.getByText('Flest i Center for Voksne og Velfærd.').waitFor();
    const missing = await tab.locator('[data-part="coverage-missing"]').allInnerTexts();
    const numbers = missing.map((text) => Number.parseInt(text, 10));
    expect(numbers).toHaveLength(9);
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    await tab.getByRole('heading', { name: 'De mangler at bekræfte' }).waitFor();
  });

  it('names a next step on every row: the ISK, or that nobody is appointed', async () => {
    const { tab } = await show();
    await tab.getByText('Ingen ISK er udpeget').waitFor();
    await expect.poll(() => tab.locator('[data-part="coverage-bar"]').filter({ hasText: /ISK/ }).count()).toBe(9);
  });

  it('says in the table what the picture shows', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('row', { name: /Center for Voksne og Velfærd 412 293 119 71,1 % 77,1 %/ }).waitFor();
  });

  it('links a centre’s number to exactly its people', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: '119 mangler' }).click();
    await tab.getByRole('heading', { name: 'De mangler at bekræfte, Center for Voksne og Velfærd' }).waitFor();
    await expect.poll(() => lastAsked('/missing')).toContain('centreId=c1');
  });

  it('links no number to people the reader may not see', async () => {
    const { tab } = await show('/policy/coverage', 'isk');
    await tab.getByRole('link', { name: '119 mangler' }).waitFor();
    await tab.getByText('84 mangler').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: '84 mangler' }).count()).toBe(0);
  });

  it('searches when the typing rests, says how many, and teaches when nobody is found', async () => {
    const { tab } = await show();
    await tab.getByLabel('Søg efter navn').fill('åse');
    const asked = () => mock.asked.filter((request) => request.includes('/missing') && request.includes('q='));
    await expect.poll(() => asked().length).toBe(1);
    await tab.getByText(/^\d+ fundet$/).waitFor();
    await tab.getByLabel('Søg efter navn').fill('zzz');
    await tab.getByText('Ingen passer til søgningen').waitFor();
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await tab.getByText('1–50 af 131').waitFor();
  });

  it('sorts by a heading and walks through pages', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Beskeden i Teams' }).click();
    await expect.poll(() => lastAsked('/missing')).toContain('sort=delivery');
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Beskeden i Teams' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–100 af 131').waitFor();
  });

  it('tells in words where each message stands', async () => {
    const { tab } = await show();
    await tab.getByRole('cell', { name: 'Har ikke Teams' }).first().waitFor();
    await tab.getByRole('cell', { name: 'Måske modtaget' }).first().waitFor();
    await expect.poll(() => tab.getByRole('cell', { name: /uncertain|notApplicable/ }).count()).toBe(0);
  });

  it('shows those who have answered, also the negative receipts', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: /Har svaret/ }).click();
    await tab.getByRole('cell', { name: 'På orlov' }).waitFor();
    await tab.getByRole('cell', { name: 'fra kortet i Teams' }).first().waitFor();
  });

  it('hands the workbook over under its own name', async () => {
    const { tab, page } = await show();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent som Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Dækning 4.0.xlsx');
    expect(await readFile(await download.path(), 'utf8')).toBe('workbook');
  });

  it('goes up by one when a receipt arrives from elsewhere and the reader comes back', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: '455 mangler.' }).waitFor();
    await fetch(`${mock.address}/api/policy/versions/v4.0/acknowledge`, {
      method: 'POST',
      headers: { authorization: 'Bearer employee' },
    });
    await tab.getByRole('link', { name: '454 mangler.' }).waitFor();
  });

  it('teaches before there is anything to count', async () => {
    mock.override('GET /api/policy', { change: (view) => ({ ...view, current: undefined, versions: [] }) });
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Der er intet at tælle endnu' }).waitFor();
  });
});

describe('Kan ikke nås', () => {
  it('lists whom somebody must tell, with why, sorted as asked', async () => {
    const { tab } = await show('/policy/unreachable');
    await tab.getByText('14 kan ikke nås i Teams.').waitFor();
    await tab.getByRole('button', { name: 'Hvorfor' }).click();
    const cells = tab.locator('tbody tr td:nth-child(3)');
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Hvorfor' }).getAttribute('aria-sort'))
      .toBe('ascending');
    const reasons = await cells.allInnerTexts();
    expect(reasons).toEqual([...reasons].sort((one, other) => one.localeCompare(other, 'da')));
  });

  it('is glad when everyone can be reached', async () => {
    mock.override('GET /api/unreachable', { change: (view) => ({ ...view, people: [] }) });
    const { tab } = await show('/policy/unreachable');
    await tab.getByText('Hvis botten ikke kan skrive til nogen').waitFor();
  });
});
