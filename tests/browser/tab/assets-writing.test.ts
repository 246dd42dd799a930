import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AssetBody } from '../../../api/assets/contract.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { aCentre } from '../../unit/organisation/builders.ts';
import { axe, axeColours, fieldRefusal, goTo, overflows, ownTab, refusal, resize, type Reader } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

/** Sixty centres, nine systems with similar names. */
const { openTab, ask, asked, wasAsked, fails, works, slow, world } = ownTab({}, async (world) => {
  const { context } = world.journey.program;
  for (let number = 1; number <= 51; number += 1) {
    const title = `Center ${String(number).padStart(2, '0')}`;
    await context.list(Centres).create(aCentre(`c${number}`, { title, position: number + 9 }), 'background');
  }
  for (let number = 1; number <= 9; number += 1)
    await world.ask('ciso', 'POST /api/assets', {
      body: { title: `Fagsystem 0${number}`, kind: 'system', criticality: 'low' },
    });
});
const show = async (path: string, person: Reader = 'ciso') => openTab({ person, path });

const journal = { assetKey: 'sys-omsorg' };
/** Fatima changes fields of the care journal; returns the result. */
async function changed(fields: Partial<Omit<AssetBody, 'expected'>>) {
  const { owner, centre, dependsOn, usedBy, ...is } = await ask('ciso', 'GET /api/assets/:assetKey', {
    params: journal,
  });
  const { title, kind, criticality, description, personalData, dataSubjects, state, hosting, links, supplier } = is;
  const body = { title, kind, criticality, description, personalData, dataSubjects, state, hosting, links, supplier };
  return ask('Fatima El-Sayed', 'PUT /api/assets/:assetKey', {
    params: journal,
    body: {
      ...body,
      ownerId: owner?.id,
      centreId: centre?.id,
      dependsOn: dependsOn.map(({ key }) => key),
      usedBy: usedBy.map(({ id }) => id),
      expected: is.changedAt,
      ...fields,
    },
  });
}

const title = (tab: Frame) => tab.getByLabel('Hvad kalder I det?');
const picker = (tab: Frame) => tab.getByRole('combobox', { name: 'Hvad kan det ikke undvære? (valgfrit)' });
const found = (tab: Frame) => tab.getByRole('listbox').getByRole('option');
const save = (tab: Frame) => tab.getByRole('button', { name: 'Gem aktivet' }).click();
const choose = async (tab: Frame, name: string) => {
  await tab.getByRole('searchbox', { name: 'Søg efter navn' }).fill(name);
  await tab
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
};

describe('the form of a new asset', () => {
  it('says at the field what is missing, the first one focused, and saves what is written', async () => {
    const { tab } = await show('/risks/assets/new');
    await save(tab);
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    await expect
      .poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name))
      .toBe('title');
    expect(wasAsked('POST /api/assets')).toBe(false);
    await title(tab).fill('Visitation');
    await tab.getByRole('radio', { name: /^Høj/ }).check();
    await tab.getByLabel('Hvilket center ejer det?').selectOption({ label: 'Center for Job og Borgerservice' });
    await choose(tab, 'Anne Jensen');

    // One of sixty centres is found, and chosen ones stay visible.
    const boxes = tab.getByRole('checkbox', { name: /^Center / });
    const search = tab.getByRole('searchbox', { name: 'Find et center' });
    await expect.poll(() => boxes.count()).toBe(12);
    await tab.getByText('Og 48 centre mere. Søg efter navnet.').waitFor();
    await search.fill('47');
    await expect.poll(() => boxes.count()).toBe(1);
    await tab.getByRole('checkbox', { name: 'Center 47' }).check();
    await search.fill('');
    await expect.poll(() => boxes.count()).toBe(13);
    await expect.poll(() => boxes.first().isChecked()).toBe(true);
    await tab.getByRole('button', { name: 'Vælg alle' }).click();
    await tab.getByText('60 centre er valgt.').waitFor();
    await tab.getByRole('button', { name: 'Fravælg alle' }).click();
    await tab.getByText('60 centre er valgt.').waitFor({ state: 'detached' });
    await search.fill('kultur');
    // The list has become short: what is below it stays where it is.
    await expect.poll(() => boxes.count()).toBe(1);
    await tab.getByRole('checkbox', { name: 'Center for Kultur, Idræt og Fritid' }).check();
    await tab.getByText('1 center er valgt.').waitFor();

    expect(await tab.getByRole('checkbox', { name: 'Sårbare borgere' }).count()).toBe(0);
    await tab.getByRole('checkbox', { name: 'Følsomme' }).check();
    await tab.getByRole('checkbox', { name: 'Sårbare borgere' }).check();
    await save(tab);
    await tab.getByRole('heading', { level: 1, name: 'Visitation' }).waitFor();
    await tab.getByText('Visitation er gemt.').waitFor();
    await tab.locator('[data-part="page-above"]', { hasText: 'Arbejdsgang' }).waitFor();
    await tab.getByText('Anne Jensen').first().waitFor();
    await tab.getByRole('link', { name: 'Center for Kultur, Idræt og Fritid' }).waitFor();
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
    expect(wasAsked('POST /api/assets')).toBe(false);
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });

  it('lets an ISK add for the own centre only, keeps what is written when one leaves, and forgets it when asked', async () => {
    const { tab } = await show('/risks/assets/new', 'coordinator');
    const centre = tab.getByLabel('Hvilket center ejer det?');
    await expect.poll(() => centre.locator('option').allTextContents()).toEqual(['Center for Voksne og Velfærd']);
    expect(await centre.inputValue()).toBe('voksne-og-velfaerd');
    await title(tab).fill('Halvt skrevet');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await goTo(tab, '/risks/assets');
    await tab.getByRole('link', { name: 'Tilføj et aktiv' }).click();
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    expect(await title(tab).inputValue()).toBe('Halvt skrevet');
    await tab.getByRole('button', { name: 'Begynd forfra' }).click();
    await expect.poll(() => title(tab).inputValue()).toBe('');
  });
});

describe('the form of an asset that there is', () => {
  it('offers a system nothing but systems and never itself, and puts what is refused at its field', async () => {
    const { tab } = await show('/risks/assets/sys-omsorg/edit');
    // Neither itself nor a work process.
    for (const words of ['omsorgsjournalen', 'kørelister']) {
      await picker(tab).fill(words);
      await tab.getByText(`Intet aktiv passer til ${words}.`).waitFor();
    }
    expect(asked().findLast((one) => one.includes('asset-names'))).toContain('kind=system');
    await picker(tab).fill('bibliotek');
    await found(tab).filter({ hasText: 'Bibliotekssystemet' }).click();
    await tab.getByRole('button', { name: 'Fjern Bibliotekssystemet' }).waitFor();

    await tab.getByRole('button', { name: 'Tilføj et link' }).click();
    await tab.getByLabel('Navn på link 1').fill('Kontrakt');
    await tab.getByLabel('Adresse på link 1').fill('javascript:alert(1)');
    await save(tab);
    await tab.getByText('Skriv hele adressen, fx https://www.eksempel.dk/aftale').waitFor();
    expect(wasAsked('PUT /api/assets/:assetKey')).toBe(false);
    await tab.getByLabel('Adresse på link 1').fill('https://example.org/kontrakt');

    const gone = 'Personen er fratrådt. Vælg en anden.';
    fails('PUT /api/assets/:assetKey', 400, { body: fieldRefusal('ownerId', gone), times: 1 });
    await tab.getByRole('button', { name: 'Vælg en anden' }).click();
    await choose(tab, 'Omar Hassan');
    await save(tab);
    await tab.getByText(gone).waitFor();
    await save(tab);
    await tab.getByRole('link', { name: 'Kontrakt' }).waitFor();
    await tab.getByRole('link', { name: 'Bibliotekssystemet' }).waitFor();
  });

  it('loses nothing when another has changed it: both versions side by side, to choose from, at 320 px', async () => {
    const { tab, page } = await show('/risks/assets/sys-omsorg/edit');
    await resize({ page, tab }, 320);
    await title(tab).fill('');
    await save(tab);
    await tab.getByText('Udfyld feltet').waitFor();
    await picker(tab).fill('fagsystem');
    await expect.poll(() => found(tab).count()).toBeGreaterThan(5);
    expect(await axe(tab)).toEqual([]);
    await picker(tab).fill('');

    await title(tab).fill('Omsorgsjournalen 2');
    await tab.getByRole('combobox', { name: 'Hvor kører det?' }).selectOption('cloudEu');
    const theirs = await changed({ title: 'Nærcare', supplier: 'Ny A/S', hosting: 'own' });
    await save(tab);
    await tab.getByRole('heading', { name: 'Fatima El-Sayed har ændret det imens' }).waitFor();
    const group = (name: string) => tab.getByRole('group', { name, exact: true });
    await expect.poll(() => group('Navn').innerText()).toMatch(/Omsorgsjournalen 2[^]*Nærcare/);
    expect(await group('Hvor det kører').innerText()).toMatch(/Sky i EU[^]*Egen drift/);
    // Fields untouched by the writer are the other's, and named.
    expect(await tab.getByLabel('Hvem leverer det? (valgfrit)').inputValue()).toBe('Ny A/S');
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual(['Leverandør']);
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(2);
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
    await group('Hvor det kører')
      .getByRole('radio', { name: /^Brug det fra/ })
      .check();
    await expect.poll(() => tab.getByRole('combobox', { name: 'Hvor kører det?' }).inputValue()).toBe('own');
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'PUT'),
      tab.getByRole('button', { name: 'Gem igen' }).click(),
    ]);
    expect(sent.postDataJSON()).toMatchObject({
      title: 'Omsorgsjournalen 2',
      supplier: 'Ny A/S',
      hosting: 'own',
      expected: theirs.changedAt,
    });
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen 2' }).waitFor();
  });

  it('tells of the other’s change also when one comes back to what one has written', async () => {
    const { changedAt } = await ask('ciso', 'GET /api/assets/:assetKey', { params: journal });
    const { tab, page } = await show('/risks/assets/sys-omsorg/edit');
    await title(tab).fill('Kladde');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await goTo(tab, '/risks/assets/sys-kort');
    await tab.getByRole('heading', { level: 1, name: 'Kort og ejendomme' }).waitFor();
    await changed({ title: 'Journalen', supplier: 'Endnu en A/S' });
    await goTo(tab, '/risks/assets/sys-omsorg/edit');
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    const [sent] = await Promise.all([page.waitForRequest((request) => request.method() === 'PUT'), save(tab)]);
    expect((sent.postDataJSON() as { expected: string }).expected).toBe(changedAt);
    await tab.getByRole('group', { name: 'Navn', exact: true }).waitFor();
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(1);
    expect(await tab.getByLabel('Hvem leverer det? (valgfrit)').inputValue()).toBe('Endnu en A/S');
  });
});

const rows = [
  'Navn;Ansv. organisationsenhed;Leverandør;IT-system UUID',
  'Nyt fagsystem;Center for Voksne og Velfærd;A/S;1',
  'Fagsystem 09;;;',
  'Fagsystem 01;Ukendt;En anden;3',
  ';;;4',
];
const csv = (text = rows.join('\r\n'), name = 'systemer.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const give = (tab: Frame, file = csv()) => tab.locator('input[type=file]').setInputFiles(file);
const tryIt = (tab: Frame) => tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();

describe('import of assets', () => {
  it('says whose file it looks like, guesses what its columns fill, and takes another answer without the file', async () => {
    const { tab } = await show('/risks/assets/import');
    await give(tab);
    await tab.getByText('systemer.csv har 4 rækker.').waitFor();
    await tab.getByText('Det ligner en fil fra OS2kitos.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Kolonner');
    const [source, number] = [tab.getByLabel('Hvor kommer filen fra?'), tab.getByLabel('Nummer i det andet register')];
    await expect.poll(() => source.inputValue()).toBe('os2kitos');
    expect(await tab.getByLabel('Ejende center').inputValue()).toBe('Ansv. organisationsenhed');
    expect(await number.inputValue()).toBe('IT-system UUID');
    await source.selectOption('os2compliance');
    expect(await number.inputValue()).toBe('');
    await source.selectOption('os2kitos');
    expect(await number.inputValue()).toBe('IT-system UUID');
    await tab.getByRole('cell', { name: 'Nyt fagsystem' }).waitFor();

    await tab.getByLabel('Navn').selectOption('');
    await tryIt(tab);
    await tab.getByText('Vælg den kolonne, der har navnet.').waitFor();
    expect(wasAsked('POST /api/assets/imports/check')).toBe(false);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await tab.getByLabel('Navn').selectOption('Navn');
    const kind = tab.getByLabel('Hvad er rækkerne, når ingen kolonne siger det?');
    await kind.selectOption('workProcess');
    await number.selectOption('');
    await tryIt(tab);
    await tab.getByText('3 aktiver bliver gemt.').waitFor();
    await kind.selectOption('system');
    await tab.getByLabel('Leverandør').selectOption('');
    await tab.getByText('3 aktiver bliver gemt.').waitFor({ state: 'detached' });
    await tryIt(tab);
    await tab.getByText('1 aktiv bliver gemt.').waitFor();
    expect(wasAsked('POST /api/assets/imports')).toBe(false);

    await give(tab, csv('x', 'systemer.pdf'));
    const alert = tab.getByRole('alert');
    await alert.getByText(/systemer\.pdf er hverken CSV eller Excel/).waitFor();
    await give(tab, csv('PK\u0003\u0004 afbrudt', 'systemer.xlsx'));
    await alert.getByText(/^Filen kan ikke læses som en tabel/).waitFor();
    await give(tab);
    await tab.getByText('systemer.csv har 4 rækker.').waitFor();
    await expect.poll(() => alert.count()).toBe(0);
  });

  it('tells before anything is saved what would come in and what is wrong by row, in every theme and as text; then saves', async () => {
    const { tab, page } = await show('/risks/assets/import');
    await give(tab);
    await tryIt(tab);
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
    await tab.getByText('1 fejl og 1 advarsel.').waitFor();
    await tab
      .getByText('Filen har 4 rækker. 1 er nyt. 1 bliver ændret. 1 er, som det var. 1 række kan ikke bruges.')
      .waitFor();
    await tab.getByRole('row', { name: /Nyt fagsystem Række 2 Nyt/ }).waitFor();
    await tab.getByRole('row', { name: /Fagsystem 09 Række 3 Som det var/ }).waitFor();
    await tab.getByRole('row', { name: /Række 4 Advarsel Der er intet center, der hedder “Ukendt”/ }).waitFor();
    await tab.getByRole('row', { name: /Række 5 Fejl Navnet mangler/ }).waitFor();
    expect(wasAsked('POST /api/assets/imports')).toBe(false);
    expect(await axe(tab)).toEqual([]);
    const inTheme = async (theme: string) => {
      await page.evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
      await tab.locator(`[data-theme=${theme}]`).waitFor();
    };
    await inTheme('dark');
    expect(await axeColours(tab)).toEqual([]);
    await inTheme('contrast');
    await resize({ page, tab }, 320);
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
    await resize({ page, tab }, 1280);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent listen som tekst' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trim().split('\r\n')).toEqual([
      'Række 5: Fejl – Navnet mangler. Skriv det i filen.',
      'Række 4: Advarsel – Der er intet center, der hedder “Ukendt”. Det er sprunget over.',
    ]);

    // Visiting the register and returning loses nothing.
    await tab.getByRole('link', { name: 'Tilbage til aktiver' }).click();
    await tab.getByRole('link', { name: 'Indlæs fra fil' }).click();
    await tab.getByText('2 aktiver bliver gemt.').waitFor();
    const busy = 'En anden fil er ved at blive gemt.';
    fails('POST /api/assets/imports', 409, { body: refusal('assets.importRunning', busy, 'conflict') });
    await tab.getByRole('button', { name: 'Gem 2 aktiver' }).click();
    await tab.getByRole('alert').getByText(busy).waitFor();
    works('POST /api/assets/imports');
    const answer = slow('POST /api/assets/imports');
    await tab.getByRole('button', { name: 'Gem 2 aktiver' }).click();
    await tab.getByText('Det kan vare et minut for en stor fil.').waitFor();
    answer.release();
    await tab.getByRole('heading', { name: '2 aktiver er gemt.' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('import-done');
    await tab.getByRole('row', { name: /Række 5 Fejl/ }).waitFor();
    await tab.getByRole('link', { name: 'Se aktiverne' }).waitFor();
    await tab.getByRole('button', { name: 'Fortryd hele indlæsningen' }).first().click();
    await tab.getByText('1 nyt aktiv fjernes, og 1 bliver, som det var.').waitFor();
    await tab.getByRole('dialog').getByRole('button', { name: 'Fortryd hele indlæsningen' }).click();
    await tab.getByText('2 aktiver er, som de var før.').waitFor();
    expect(await tab.getByRole('heading', { name: '2 aktiver er gemt.' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Vælg en fil', exact: true }).waitFor();
  });

  it('shows how far a large file has come, also when one comes back, and saves the rest of one that stopped', async () => {
    const sharePoint = (graph: { latencyMs: number; createDenied: boolean }) =>
      world().journey.control('PUT', 'faults', { graph });
    const many = ['Navn', ...Array.from({ length: 120 }, (_, place) => `Nyt system ${place + 1}`)].join('\r\n');
    const { tab } = await show('/risks/assets/import');
    await give(tab, csv(many));
    await tryIt(tab);
    try {
      await sharePoint({ latencyMs: 2_000, createDenied: false });
      await tab.getByRole('button', { name: 'Gem 120 aktiver' }).click();
      await tab.getByRole('heading', { name: 'Aktiverne bliver gemt' }).waitFor();
      // Slow enough to be visible when the page opens.
      await sharePoint({ latencyMs: 4_000, createDenied: false });
      const again = await show('/risks/assets/import');
      await again.tab.getByText(/^\d+ af 120 er gemt\. Du kan gå fra siden imens\.$/).waitFor();
      await again.close();
      await sharePoint({ latencyMs: 0, createDenied: true });
      await tab.getByText(/^Det stoppede, da \d+ af 120 var gemt\. Vælg den samme fil igen/).waitFor();
    } finally {
      await sharePoint({ latencyMs: 0, createDenied: false });
    }
    await tab.getByRole('button', { name: 'Indlæs en fil til' }).click();
    await give(tab, csv(many));
    await tryIt(tab);
    const left = await tab.getByRole('button', { name: /^Gem \d+ aktiver$/ }).textContent();
    expect(left).not.toBe('Gem 120 aktiver');
    await tab.getByRole('button', { name: left ?? '' }).click();
    await tab.getByRole('heading', { name: `${left?.replace('Gem ', '')} er gemt.` }).waitFor();
  });

  it('is not for those who may not import', async () => {
    const { tab } = await show('/risks/assets/import', 'coordinator');
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});
