import { describe, expect, it } from 'vitest';
import { OfflinePacks } from '../../../api/contingency/index.ts';
import { axe, ownTab, refusal } from '../tab-page.ts';

const { openTab, fails, wasAsked, world } = ownTab();
const show = async (path = '/contingency/packs', screen: object = {}, person = 'ciso') =>
  openTab({ person, path }, screen);
const [first, second] = ['Center for Voksne og Velfærd', 'Center for Børn og Unge'];

describe('the offline packs', () => {
  it('answer how many centres have the newest, old ones first and each with a next step', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: /^0 af \d centre har den nyeste nødplan på plads$/ }).waitFor();
    await tab.getByText(/^\d mangler at sætte den på plads\. /).waitFor();
    await tab.getByRole('row').nth(1).getByText('Hent PDF’en, print den, og sæt den på plads.').waitFor();
    await tab.getByRole('heading', { name: 'Sådan får du den med' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('are put in place where somebody says', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: `Sæt på plads: ${first}` }).click();
    const dialog = tab.getByRole('dialog');
    const place = dialog.getByLabel('Hvor ligger den?');
    await place.fill('');
    await dialog.getByRole('button', { name: 'Den er på plads' }).click();
    await dialog.getByText('Skriv, hvor den ligger.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await place.fill('I mappen ved døren');
    await dialog.getByRole('button', { name: 'Den er på plads' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('I mappen ved døren').waitFor();
    expect(wasAsked('POST /api/contingency/packs/:packKey/placed')).toBe(true);
  });

  it.each(['pdf', 'html'] as const)('are fetched as %s', async (kind) => {
    const { tab } = await show();
    const name = `GET /api/contingency/packs/:packKey/${kind}` as const;
    await tab.getByRole('button', { name: `${kind === 'pdf' ? 'Hent PDF' : 'Til telefon og USB'}: ${first}` }).click();
    await expect.poll(() => wasAsked(name)).toBe(true);
  });

  it('say at the field what the server refuses', async () => {
    const { tab } = await show();
    const message = 'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.';
    const { error } = refusal('test', 'Ret felterne.', 'invalid');
    fails('POST /api/contingency/packs/:packKey/placed', 400, {
      body: { error: { ...error, fields: [{ path: 'placedOn', message, code: 'test' }] } },
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
    await dialog.getByText(/I mappen ved døren\. Pakke nr\. 1/).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('are narrowed by how centres stand, and the address says so', async () => {
    const { tab } = await show('/contingency/packs?standing=placed');
    await tab.getByText('Den nyeste ligger fremme', { exact: true }).first().waitFor();
    await expect.poll(() => tab.getByRole('row').count()).toBe(2);
  });

  it('fit on a phone', async () => {
    const { tab } = await show('/contingency/packs', { width: 320, height: 700 });
    await tab.getByRole('button', { name: `Sæt på plads: ${second}` }).waitFor();
    const isWider = await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider).toBe(false);
    expect(await axe(tab)).toEqual([]);
  });

  it('teach when there is none yet', async () => {
    const packs = world().journey.program.context.list(OfflinePacks);
    for (const { key } of packs.all()) await packs.remove(key, 'background');
    const { tab } = await show();
    await tab
      .getByText(/^Ingen pakker endnu$|^Den første pakke bliver lavet nu\. Den er her om lidt\.$/)
      .first()
      .waitFor();
    expect(await axe(tab)).toEqual([]);
  });
});
