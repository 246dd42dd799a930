import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, goTo, overflows } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, person = 'ciso', screen: object = {}) => openTab({ person, path }, screen);
const title = (tab: Frame) => tab.getByLabel('Hvad kalder I det?');
const picker = (tab: Frame) => tab.getByRole('combobox', { name: 'Hvad kan det ikke undvære? (valgfrit)' });
const found = (tab: Frame) => tab.getByRole('listbox').getByRole('option');
const save = (tab: Frame) => tab.getByRole('button', { name: 'Gem aktivet' }).click();

const conflict = {
  status: 409,
  body: {
    error: { ...refusal('Bente har ændret det imens.').error, kind: 'conflict', code: 'assets.changedMeanwhile' },
  },
  times: 1,
};
const theirs = { title: 'Nærcare', supplier: 'Ny A/S', hosting: 'own', changedAt: '2026-11-24T10:00:00.000Z' };

describe('the form of an asset', () => {
  it('says at the field what is missing, the first one focused, and saves what is written', async () => {
    const { tab } = await show('/risks/assets/new');
    await save(tab);
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    await expect
      .poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name))
      .toBe('title');
    expect(mock.wasAsked('POST /api/assets')).toBe(false);
    await title(tab).fill('Visitation');
    await tab.getByRole('radio', { name: /^Høj/ }).check();
    await tab.getByLabel('Hvilket center ejer det?').selectOption({ label: 'Borger- og Socialservice' });
    await tab.getByRole('searchbox', { name: 'Søg efter navn' }).fill('Dorthe Kaya');
    await tab
      .getByRole('button', { name: /Dorthe Kaya/ })
      .first()
      .click();
    await tab.getByRole('checkbox', { name: 'Center for Kultur og Fritid' }).check();
    await tab.getByText('1 center er valgt.').waitFor();
    expect(await tab.getByRole('checkbox', { name: 'Sårbare borgere' }).count()).toBe(0);
    await tab.getByRole('checkbox', { name: 'Følsomme' }).check();
    await tab.getByRole('checkbox', { name: 'Sårbare borgere' }).check();
    await save(tab);
    await tab.getByRole('heading', { level: 1, name: 'Visitation' }).waitFor();
    await tab.getByText('Visitation er gemt.').waitFor();
    await tab.locator('[data-part="page-above"]', { hasText: 'Arbejdsgang' }).waitFor();
    await tab.getByText('Dorthe Kaya').first().waitFor();
    await tab.getByRole('link', { name: 'Center for Kultur og Fritid' }).waitFor();
    await tab.getByText('Sårbare borgere').waitFor();
  });

  it('finds what it cannot do without by arrow keys and Enter, without saving the form', async () => {
    const { tab } = await show('/risks/assets/new');
    await picker(tab).fill('fagsystem 0');
    await expect.poll(() => found(tab).count()).toBe(9);
    await picker(tab).press('ArrowDown');
    await picker(tab).press('ArrowDown');
    const active = await picker(tab).getAttribute('aria-activedescendant');
    expect(await tab.locator(`[id="${active}"]`).textContent()).toContain('Fagsystem 02');
    await picker(tab).press('ArrowUp');
    await picker(tab).press('Enter');
    await tab.getByRole('button', { name: 'Fjern Fagsystem 01' }).waitFor();
    expect(await picker(tab).inputValue()).toBe('');
    await picker(tab).fill('fagsystem 0');
    await expect.poll(() => found(tab).count()).toBe(8);
    await picker(tab).press('Escape');
    await expect.poll(() => tab.getByRole('listbox').count()).toBe(0);
    await picker(tab).fill('findes ikke');
    await tab.getByText('Intet aktiv passer til findes ikke.').waitFor();
    await tab.getByRole('button', { name: 'Fjern Fagsystem 01' }).click();
    await expect.poll(() => tab.locator('[data-part="asset-chosen"] li').count()).toBe(0);
    expect(mock.wasAsked('POST /api/assets')).toBe(false);
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });

  it('offers a system nothing but systems, and never itself', async () => {
    const { tab } = await show('/risks/assets/record/edit');
    await picker(tab).fill('e');
    await expect.poll(() => mock.asked.findLast((one) => one.includes('asset-names'))).toContain('kind=system');
    await expect.poll(() => found(tab).count()).toBeGreaterThan(3);
    expect(await found(tab).filter({ hasText: 'Omsorgsjournalen' }).count()).toBe(0);
    await found(tab).filter({ hasText: 'Det gamle sagssystem' }).click();
    await tab.getByRole('button', { name: 'Fjern Det gamle sagssystem' }).waitFor();
  });

  it('says at a link that its address is none', async () => {
    const { tab } = await show('/risks/assets/record/edit');
    await tab.getByRole('button', { name: 'Tilføj et link' }).click();
    await tab.getByLabel('Navn på link 2').fill('Kontrakt');
    await tab.getByLabel('Adresse på link 2').fill('javascript:alert(1)');
    await save(tab);
    await tab.getByText('Skriv hele adressen, fx https://www.eksempel.dk/aftale').waitFor();
    expect(mock.wasAsked('PUT /api/assets/:assetKey')).toBe(false);
    await tab.getByLabel('Adresse på link 2').fill('https://example.org/kontrakt');
    await save(tab);
    await tab.getByRole('link', { name: 'Kontrakt' }).waitFor();
  });

  it('finds one of sixty centres, and keeps those that are chosen in sight', async () => {
    const centres = Array.from({ length: 60 }, (_, position) => ({
      ...{ id: `x${position}`, title: `Center ${String(position + 1).padStart(2, '0')}`, employees: 10 },
      ...{ managers: [], coordinators: [] },
    }));
    mock.override('GET /api/organisation', { change: (answer) => ({ ...answer, centres }) });
    const { tab } = await show('/risks/assets/new');
    const boxes = tab.getByRole('checkbox', { name: /^Center \d\d$/ });
    await expect.poll(() => boxes.count()).toBe(12);
    await tab.getByText('Og 48 centre mere. Søg efter navnet.').waitFor();
    await tab.getByRole('searchbox', { name: 'Find et center' }).fill('57');
    await expect.poll(() => boxes.count()).toBe(1);
    await tab.getByRole('checkbox', { name: 'Center 57' }).check();
    await tab.getByRole('searchbox', { name: 'Find et center' }).fill('');
    await expect.poll(() => boxes.count()).toBe(13);
    await expect.poll(() => boxes.first().isChecked()).toBe(true);
    await tab.getByRole('button', { name: 'Vælg alle' }).click();
    await tab.getByText('60 centre er valgt.').waitFor();
    await tab.getByRole('button', { name: 'Fravælg alle' }).click();
    await tab.getByText('60 centre er valgt.').waitFor({ state: 'detached' });
  });

  it('lets an ISK add for the own centre only', async () => {
    const { tab } = await show('/risks/assets/new', 'isk');
    const centre = tab.getByLabel('Hvilket center ejer det?');
    await expect.poll(() => centre.locator('option').allTextContents()).toEqual(['Center for Voksne og Velfærd']);
    expect(await centre.inputValue()).toBe('c1');
  });

  it('keeps what is written when one leaves, and forgets it when asked', async () => {
    const { tab } = await show('/risks/assets/new');
    await title(tab).fill('Halvt skrevet');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await goTo(tab, '/risks/assets');
    await tab.getByRole('link', { name: 'Tilføj et aktiv' }).click();
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    expect(await title(tab).inputValue()).toBe('Halvt skrevet');
    await tab.getByRole('button', { name: 'Begynd forfra' }).click();
    await expect.poll(() => title(tab).inputValue()).toBe('');
  });

  it('puts the API’s refusal at its field', async () => {
    const fields = [{ path: 'ownerId', message: 'Personen er ikke ansat længere. Vælg en anden.' }];
    mock.override('PUT /api/assets/:assetKey', { status: 400, body: refusal('Noget skal rettes.', fields) });
    const { tab } = await show('/risks/assets/more1/edit');
    await tab.getByRole('button', { name: 'Vælg en anden' }).click();
    await tab.getByRole('searchbox', { name: 'Søg efter navn' }).fill(refAt(3).name);
    await tab
      .getByRole('button', { name: new RegExp(refAt(3).name) })
      .first()
      .click();
    await save(tab);
    await tab.getByText('Personen er ikke ansat længere. Vælg en anden.').waitFor();
  });

  it('loses nothing when somebody else has changed it: both versions side by side, to choose from', async () => {
    const { tab } = await show('/risks/assets/record/edit');
    await title(tab).fill('Omsorgsjournalen 2');
    await tab.getByRole('combobox', { name: 'Hvor kører det?' }).selectOption('supplier');
    mock.override('PUT /api/assets/:assetKey', conflict);
    mock.override('GET /api/assets/:assetKey', { change: (answer) => ({ ...answer, ...theirs }) });
    await save(tab);
    await tab.getByRole('heading', { name: `${refAt(41).name} har ændret det imens` }).waitFor();
    const group = (name: string) => tab.getByRole('group', { name, exact: true });
    expect(await group('Navn').innerText()).toMatch(/Omsorgsjournalen 2[^]*Nærcare/);
    expect(await group('Hvor det kører').innerText()).toMatch(/Hos leverandør[^]*Egen drift/);
    // What the writer has not touched is as the other saved it, and named.
    expect(await tab.getByLabel('Hvem leverer det? (valgfrit)').inputValue()).toBe('Ny A/S');
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual(['Leverandør']);
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(2);
    await group('Hvor det kører')
      .getByRole('radio', { name: /^Brug det fra/ })
      .check();
    await expect.poll(() => tab.getByRole('combobox', { name: 'Hvor kører det?' }).inputValue()).toBe('own');
    mock.override('GET /api/assets/:assetKey', undefined);
    const [sent] = await Promise.all([
      tab.page().waitForRequest((request) => request.method() === 'PUT'),
      tab.getByRole('button', { name: 'Gem igen' }).click(),
    ]);
    expect(sent.postDataJSON()).toMatchObject({
      ...{ title: 'Omsorgsjournalen 2', supplier: 'Ny A/S', hosting: 'own' },
      seen: theirs.changedAt,
    });
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen 2' }).waitFor();
  });

  it('tells of the other’s change also to whoever comes back to what was kept', async () => {
    const { tab } = await show('/risks/assets/record/edit');
    await title(tab).fill('Kladde');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await goTo(tab, '/risks/assets/map');
    await tab.getByRole('heading', { level: 1, name: 'Kortet over stier' }).waitFor();
    mock.override('GET /api/assets/:assetKey', { change: (answer) => ({ ...answer, ...theirs }) });
    await goTo(tab, '/risks/assets/record/edit');
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    mock.override('PUT /api/assets/:assetKey', conflict);
    const [sent] = await Promise.all([tab.page().waitForRequest((request) => request.method() === 'PUT'), save(tab)]);
    expect((sent.postDataJSON() as { seen: string }).seen).toBe('2026-11-02T08:00:00.000Z');
    await tab.getByRole('group', { name: 'Navn', exact: true }).waitFor();
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(1);
    expect(await tab.getByLabel('Hvem leverer det? (valgfrit)').inputValue()).toBe('Ny A/S');
  });

  it('breaks no accessibility rule with its errors, its list of hits and the differences, at 320 px', async () => {
    const { tab } = await show('/risks/assets/record/edit', 'ciso', { width: 320 });
    await title(tab).fill('');
    await save(tab);
    await tab.getByText('Udfyld feltet').waitFor();
    await picker(tab).fill('fagsystem');
    await expect.poll(() => found(tab).count()).toBeGreaterThan(5);
    expect(await axe(tab)).toEqual([]);
    await title(tab).fill('Andet navn');
    mock.override('PUT /api/assets/:assetKey', conflict);
    mock.override('GET /api/assets/:assetKey', { change: (answer) => ({ ...answer, ...theirs }) });
    await save(tab);
    await tab.getByRole('heading', { name: /har ændret det imens/ }).waitFor();
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
  });
});
