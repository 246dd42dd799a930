import { describe, expect, it } from 'vitest';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'ciso', path }, screen);

describe('the standards', () => {
  it('tell first what lacks a control, and lead from every number to its requirements', async () => {
    const { tab, page } = await show('/standards');
    await tab.getByRole('heading', { level: 1, name: '81 krav mangler en kontrol' }).waitFor();
    const nis2 = tab.getByRole('listitem').filter({ has: tab.getByRole('heading', { name: 'NIS 2-loven' }) });
    await nis2.getByText('1 af 14 krav, der gælder').waitFor();
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    await nis2.getByRole('link', { name: 'Mangler en kontrol: 11' }).click();
    await tab.getByRole('heading', { level: 1, name: 'NIS 2-loven: 11 krav mangler en kontrol' }).waitFor();
    await tab.getByText('11 krav vises').waitFor();
    expect(await tab.locator('[data-part="requirement"]').getByText('Mangler en kontrol').count()).toBe(11);
  });

  it('of the gaps: each has its next step', async () => {
    const { tab } = await show('/standards/gaps?standard=nis2');
    await tab.getByRole('heading', { level: 1, name: '13 krav passer til det, du har valgt' }).waitFor();
    await tab.getByRole('link', { name: 'Vurdér kontrollen: Sikkerhedskopier prøves af' }).waitFor();
    await tab.getByRole('link', { name: 'Sæt kontrollen i drift: Login i flere trin for alle' }).waitFor();
    await tab.getByRole('link', { name: 'Opret en kontrol for 6.1', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Opret en kontrol' }).waitFor();
    await tab.getByText('6.1 Politikker for risiko og sikkerhed').waitFor();
  });

  it('show a hundred gaps at first and more when asked, sort, and go to Excel as seen', async () => {
    const { tab, page } = await show('/standards/gaps');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(100);
    await tab.getByRole('button', { name: 'Vis 74 mere' }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(174);
    await tab.getByRole('button', { name: 'Nr.' }).click();
    await expect.poll(() => mock.asked.findLast((one) => one.includes('requirement-gaps?'))).toContain('sort=ref');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    expect(mock.asked.findLast((one) => one.includes('requirement-gaps.xlsx'))).toContain('sort=ref');
  });

  it('say which controls could be one', async () => {
    const { tab } = await show('/standards/twice');
    await tab.getByRole('heading', { level: 1, name: 'Ét sted gør flere det samme' }).waitFor();
    await tab.getByText('2 fælles krav').waitFor();
    await tab.getByText('Center for Dagtilbud og Skoler').waitFor();
    await tab.getByRole('link', { name: 'Skolernes sikkerhedskopier' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Skolernes sikkerhedskopier' }).waitFor();
  });
});

describe('the statement of applicability', () => {
  it('takes one requirement with a reason, and says at the field when there is none', async () => {
    const { tab } = await show('/standards/iso27001-a');
    await tab.getByText('93 krav vises').waitFor();
    await tab.getByRole('button', { name: 'Vælg til eller fra: A.8.4' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Gælder A.8.4?').waitFor();
    await dialog.getByText('Nej, vælg det fra').click();
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await dialog.getByText('Skriv mindst tre tegn.').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Vi har ingen kildekode.');
    mock.override('PUT /api/standards/:standardKey/applicability', {
      ...{ status: 503, body: refusal('Microsoft 365 svarer ikke.'), times: 1 },
    });
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await dialog.getByText('Microsoft 365 svarer ikke.').waitFor();
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await tab.getByText('Valget er gemt for ét krav.').waitFor();
    await tab.getByText('Begrundelse: Vi har ingen kildekode.').waitFor();
    await tab.getByRole('link', { name: 'Valgt fra: 2' }).waitFor();
  });

  it('takes many at once by keyboard, and tells what happens to their controls', async () => {
    const { tab } = await show('/standards/iso27001-a?q=A.8.1');
    await tab.getByText('11 krav vises').waitFor();
    await tab.getByLabel('Vælg alle i A.8: Teknik').press('Space');
    await tab.getByText('11 krav valgt').waitFor();
    await tab.getByLabel('Vælg A.8.1', { exact: true }).press('Space');
    await tab.getByText('10 krav valgt').waitFor();
    await tab.getByRole('region', { name: 'Vælg til eller fra' }).getByRole('button').first().press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Gælder de 10 krav?').waitFor();
    await dialog.getByText('Nej, vælg det fra').click();
    await dialog.getByText('Et af dem har en kontrol i dag.').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Hos vores leverandør.');
    await dialog.getByLabel('Hvorfor?').press('Tab');
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await tab.getByText('Valget er gemt for 10 krav.').waitFor();
    await expect.poll(() => tab.getByRole('region', { name: 'Vælg til eller fra' }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Valgt fra: 11' }).waitFor();
  });

  it('goes to Excel and Word, and is not asked of a law', async () => {
    const { tab, page } = await show('/standards/iso27001-a');
    for (const name of ['Hent som Excel', 'Hent som Word']) {
      const saving = page.waitForEvent('download');
      await tab.getByRole('button', { name }).click();
      await saving;
    }
    await tab.evaluate(() => history.pushState(null, '', '/tab/standards/gdpr'));
    await tab.getByText('Kravene gælder altid og kan ikke vælges fra.').waitFor();
    expect(await tab.getByRole('checkbox').count()).toBe(0);
    expect(await tab.getByRole('button', { name: /^Vælg til eller fra/ }).count()).toBe(0);
  });

  it('is read but not decided by an ISK', async () => {
    const { tab } = await openTab({ person: 'isk', path: '/standards/iso27001-a' });
    await tab.getByText('93 krav vises').waitFor();
    expect(await tab.getByRole('checkbox').count()).toBe(0);
  });
});

describe('a standard from a file', () => {
  const table = { name: 'krav.csv', mimeType: 'text/csv', buffer: Buffer.from('Nr.;Titel\r\n1.1;Hav en plan\r\n') };

  it('is named, tried, and saved; what cannot be used is said by row', async () => {
    const { tab } = await show('/standards/import');
    await tab.locator('input[type=file]').setInputFiles(table);
    await tab.getByText('krav.csv er læst.').waitFor();
    await tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
    await tab.getByText('Skriv, hvad standarden hedder.').waitFor();
    await tab.getByLabel('Hvad hedder standarden?').fill('Vores egne krav');
    await tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
    await tab.getByText('Vores egne krav: 3 nye krav').waitFor();
    await tab.getByText('Der er ikke noget nummer. Skriv et.').waitFor();
    await tab.getByRole('button', { name: 'Gem 3 krav' }).click();
    await tab.getByText('3 krav er gemt.').waitFor();
    await tab.getByRole('link', { name: 'Åbn Vores egne krav' }).waitFor();
    await tab.getByRole('button', { name: 'Hent en til' }).click();
    await tab.getByText('Træk filen hertil').waitFor();
  });

  it('is refused in words when it is none, and a library names itself', async () => {
    const { tab } = await show('/standards/import');
    const input = tab.locator('input[type=file]');
    await input.setInputFiles({ name: 'krav.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await tab.getByText('krav.pdf er hverken Excel (.xlsx), CSV eller YAML.').waitFor();
    await input.setInputFiles({ name: 'own.yaml', mimeType: 'text/yaml', buffer: Buffer.from('objects: {}') });
    await tab.getByText('own.yaml er læst.').waitFor();
    expect(await tab.getByLabel('Hvad hedder standarden?').count()).toBe(0);
    mock.override('POST /api/standards/imports/check', {
      ...{ status: 422, body: refusal('Der er ingen standard i filen.'), times: 1 },
    });
    await tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
    await tab.getByText('Der er ingen standard i filen.').waitFor();
  });
});
