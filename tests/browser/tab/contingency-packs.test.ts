import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { freshPacks, packsViewOf } from './mock/contingency-packs-answers.ts';
import { centres } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path = '/contingency/packs', screen: object = {}) => openTab({ person: 'isk', path }, screen);
const [first, second] = centres.map(({ title }) => title);

describe('the offline packs', () => {
  it('answer how many centres have the newest, old ones first and each with a next step', async () => {
    const { tab } = await show();
    const name = '1 af 3 centre har den nyeste.';
    await tab.getByRole('heading', { level: 1, name }).waitFor();
    await tab.getByText('1 har en gammel. 1 mangler at sætte den på plads. Nødplanerne for hvert center').waitFor();
    const rows = tab.getByRole('row');
    await rows.nth(1).getByText('En gammel ligger fremme').waitFor();
    await rows.nth(1).getByText('Print den nye, og smid nr. 2 ud.').waitFor();
    await rows.nth(2).getByText('Hent PDF’en, print den, og sæt den på plads.').waitFor();
    await tab.getByRole('heading', { name: 'Sådan får du den med' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('are put in place where they were last time, unless somebody writes another place', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: `Sæt på plads: ${first}` }).click();
    const dialog = tab.getByRole('dialog');
    const place = dialog.getByLabel('Hvor ligger den?');
    expect(await place.inputValue()).toBe('I skabet på vagtstuen, øverste hylde');
    await place.fill('');
    await dialog.getByRole('button', { name: 'Den er på plads' }).click();
    await dialog.getByText('Skriv, hvor den ligger.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await place.fill('I mappen ved døren');
    await dialog.getByRole('button', { name: 'Den er på plads' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('I mappen ved døren').waitFor();
    expect(mock.wasAsked('POST /api/contingency/packs/:packKey/placed')).toBe(true);
  });

  it.each(['pdf', 'html'] as const)('are fetched as %s', async (kind) => {
    const { tab } = await show();
    const name = `GET /api/contingency/packs/:packKey/${kind}`;
    mock.override(name, { status: 200, body: {} });
    await tab.getByRole('button', { name: `${kind === 'pdf' ? 'Hent PDF' : 'Til telefon og USB'}: ${first}` }).click();
    await expect.poll(() => mock.wasAsked(name)).toBe(true);
  });

  it('say at the field what the server refuses', async () => {
    const { tab } = await show();
    const message = 'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.';
    mock.override('POST /api/contingency/packs/:packKey/placed', {
      status: 400,
      body: refusal('Ret felterne.', [{ path: 'placedOn', message }]),
      times: 1,
    });
    await tab.getByRole('button', { name: `Sæt på plads: ${second}` }).click();
    await tab.getByRole('dialog').getByLabel('Hvor ligger den?').fill('Skabet');
    await tab.getByRole('dialog').getByRole('button', { name: 'Den er på plads' }).click();
    await tab.getByRole('dialog').getByText(message).waitFor();
  });

  it('tell their history: what changed, and where they have been', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: `Historik: ${first}` }).click();
    const dialog = tab.getByRole('dialog', { name: `Pakker til ${first}` });
    await dialog.getByText('Ny: Nødprocedure for medicin').waitFor();
    await dialog.getByText(/I skabet på vagtstuen, øverste hylde. Pakke nr. 2/).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('are narrowed by how centres stand, and the address says so', async () => {
    const { tab } = await show('/contingency/packs?standing=placed');
    await tab.getByText('Den nyeste ligger fremme', { exact: true }).first().waitFor();
    await expect.poll(() => tab.getByRole('row').count()).toBe(2);
  });

  it('say that the first one is on its way', async () => {
    const [row] = freshPacks().rows;
    if (!row) throw new Error('no row');
    const { centre } = row;
    const coming = { centre, standing: 'coming' as const, isComing: true, abilities: { place: false, make: true } };
    mock.override('GET /api/contingency/packs', { status: 200, body: packsViewOf([coming]) });
    const { tab } = await show();
    await tab.getByRole('heading', { name: '0 af 1 center har den nyeste.' }).waitFor();
    await tab.getByText('Den første pakke bliver lavet nu. Den er her om lidt.').waitFor();
    await tab.getByRole('button', { name: 'Lav den nu' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('teach when there is none yet', async () => {
    mock.override('GET /api/contingency/packs', { status: 200, body: packsViewOf([]) });
    const { tab } = await show();
    await tab.getByText('Ingen pakker endnu').waitFor();
    await tab.getByRole('link', { name: 'Se planerne' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('fit on a phone', async () => {
    const { tab } = await show('/contingency/packs', { width: 320, height: 700 });
    await tab.getByRole('button', { name: `Sæt på plads: ${first}` }).waitFor();
    const isWider = await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider).toBe(false);
    expect(await axe(tab)).toEqual([]);
  });
});
