import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/index.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import { axe, goTo, overflows, ownTab, refusal, resize, today } from '../tab-page.ts';

const { openTab, ask, fails, works, asked, wasAsked, goToDay, leave, world } = ownTab();
const control: ReturnType<typeof world>['journey']['control'] = async (...how) => world().journey.control(...how);
const reason = 'Hvorfor kan den ikke vente på godkendelse?';

async function makeDraft(tab: Frame): Promise<void> {
  await tab.getByRole('link', { name: 'Ny version' }).click();
  await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
  await tab.getByRole('button', { name: 'Gem kladden' }).click();
  await tab.getByText('Dette er en kladde.').waitFor();
}

describe('publishing without approval', () => {
  it('says the consequence, asks for a reason and a mark, shows the sending, pauses it, goes on, and stops', async () => {
    const { tab, page } = await openTab({ person: 'ciso', path: '/policy/versions/policy-5-0' });
    const button = tab.getByRole('button', { name: 'Udgiv uden godkendelse' });
    await button.click();
    const dialog = tab.getByRole('dialog', { name: 'Udgiv version 5.0 uden godkendelse' });
    await dialog.getByText('Der sendes et kort til 115 medarbejdere i 9 centre.').waitFor();
    await dialog.getByRole('link', { name: '4 kan ikke nås i Teams og kommer på ISK’ernes liste.' }).waitFor();
    await dialog.getByText('De har til 12. december til at bekræfte.').waitFor();
    await dialog.getByRole('row', { name: 'Center for Voksne og Velfærd 26 2' }).waitFor();
    await dialog.getByText('Hvorfor nogle ikke kan nås').click();
    await dialog.getByText(/^Har ikke Teams: \d+ personer$/).waitFor();
    // The page behind is accessible again when the dialog closes.
    await page.keyboard.press('Escape');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => tab.locator('[aria-hidden="true"]:has(h1)').count()).toBe(0);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Udgiv uden godkendelse');

    await button.click();
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    await dialog.getByText('Skriv mindst ti tegn').waitFor();
    await dialog.getByText('Sæt kryds, når du har set, hvem den går til').waitFor();
    expect(wasAsked('POST /api/policy/versions/:versionKey/publish')).toBe(false);
    await dialog.getByLabel(reason).fill('Godkendt af Byrådet den 20. november');
    await dialog.getByLabel('Jeg har set, hvem den går til').check();
    // Teams is slow, so that sending takes a while.
    await control('PUT', 'faults', { connector: { latencyMs: 60_000 } });
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    await tab.getByText('Version 5.0 er udgivet.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await tab.getByText(/^\d+ af 119 er behandlet\./).waitFor();
    await tab.getByRole('button', { name: 'Sæt på pause' }).click();
    await tab.getByText('Ingen får kort, før du genoptager.').waitFor();
    await tab.getByRole('button', { name: 'Genoptag' }).click();
    await tab.getByRole('button', { name: 'Sæt på pause' }).waitFor();
    await tab.getByRole('button', { name: 'Stop udsendelsen' }).click();
    const stop = tab.getByRole('dialog', { name: 'Stop udsendelsen?' });
    await stop.getByText(/^\d+ har endnu ikke fået kortet og får det ikke\./).waitFor();
    await stop.getByRole('button', { name: 'Stop udsendelsen' }).click();
    await tab.getByRole('heading', { name: 'Udsendelse: Stoppet' }).waitFor();
    await tab.getByRole('link', { name: /^\d+ Stoppet før sin tur$/ }).waitFor();
    await control('PUT', 'faults', { connector: { latencyMs: 0 } });
  });

  it('throws a draft away after asking, and asks in the evening when the cards are to leave', async () => {
    await control('PUT', 'clock', { now: atDanishTime(today, '19:30') });
    const { tab, page } = await openTab({ person: 'ciso', path: '/policy' });
    await makeDraft(tab);
    const draft = await tab.evaluate(() => location.pathname.replace(/^\/tab/, ''));
    await tab.getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByText('Kladden er kasseret.').waitFor();
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    await expect.poll(() => tab.getByText('6.0 –').count()).toBe(0);
    await goTo(tab, draft);
    await tab.getByRole('heading', { level: 1, name: 'Det findes ikke mere' }).waitFor();
    await tab.getByText(/^.+ kasserede kladden den \d+\. \w+\. \d{4}\. Gå til Politik/).waitFor();
    expect(await tab.getByText('Dette er en kladde.').count()).toBe(0);
    await tab.getByRole('link', { name: 'Gå til Politik' }).click();
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();

    await makeDraft(tab);
    await tab.getByRole('button', { name: 'Udgiv uden godkendelse' }).click();
    const dialog = tab.getByRole('dialog');
    const asks = dialog.getByRole('group', { name: 'Hvornår skal kortene sendes?' });
    const morning = asks.getByRole('radio', { name: /^Onsdag 25\.\snovember kl\. 08\.30/ });
    await expect.poll(() => morning.isChecked()).toBe(true);
    await asks.getByText('Ingen får besked uden for arbejdstid.', { exact: false }).waitFor();
    await asks.getByText('Det er uden for arbejdstid, og telefonerne ringer.', { exact: false }).waitFor();
    await dialog.getByText('De har til 13. december til at bekræfte.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await resize({ page, tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    await asks.getByRole('radio', { name: /^Nu/ }).check();
    await dialog.getByText('De har til 12. december til at bekræfte.').waitFor();
    await morning.check();
    await dialog.getByLabel(reason).fill('Direktionen har bedt om det');
    await dialog.getByLabel('Jeg har set, hvem den går til').check();
    const asking = page.waitForRequest(/\/publish$/);
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    expect((await asking).postDataJSON()).toEqual({ reason: 'Direktionen har bedt om det', when: 'morning' });
    await tab.getByText('Version 6.0 er udgivet.').waitFor();
  });
});

describe('receipts of versions that ended long ago', () => {
  it('are fetched when they are asked for, and say why when they cannot be read', async () => {
    const receiptsOf = async (versionKey: string) => {
      const query = { limit: 500 };
      const { receipts } = await ask('ciso', 'GET /api/policy/versions/:versionKey/receipts', {
        params: { versionKey },
        query,
      });
      return receipts.map(({ person }) => person.name);
    };
    const [old, latest] = [await receiptsOf('policy-3-0'), await receiptsOf('policy-4-0')];
    const giver = old.find((name) => !latest.includes(name)) ?? 'nobody';
    await goToDay(addDays(today, 100));
    // The nightly job moves them to files.
    const isMoved = async () => (await ask(giver, 'GET /api/policy', {})).earlier;
    await expect.poll(isMoved, { timeout: 180_000 }).toBeGreaterThan(0);
    const { receipts: earlier } = await ask(giver, 'GET /api/policy/earlier-receipts', {});
    expect(earlier.length).toBeGreaterThan(0);

    const { tab, complaints } = await openTab({ person: giver, path: '/policy' });
    const button = tab.getByRole('button', { name: 'Vis tidligere bekræftelser' });
    const table = tab.getByRole('table', { name: 'Mine tidligere bekræftelser' });
    await tab.getByText('Du har ikke bekræftet nogen af de seneste versioner.').waitFor();
    await expect.poll(() => table.count()).toBe(0);
    expect(asked().filter((line) => line.includes('earlier-receipts'))).toEqual([]);
    await button.press('Enter');
    await expect.poll(() => table.getByRole('row').count()).toBe(earlier.length + 1);
    await table.getByText('3.0').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Skjul tidligere bekræftelser', expanded: true }).press('Enter');
    await expect.poll(() => table.count()).toBe(0);
    await tab.getByRole('button', { name: 'Vis tidligere bekræftelser', expanded: false }).waitFor();
    expect(complaints).toEqual([]);
    await leave();

    const none = (await world().journey.people()).find(({ name }) => ![...old, ...latest].includes(name));
    const other = await openTab({ person: none?.name ?? 'nobody', path: '/policy' });
    fails('GET /api/policy/earlier-receipts', 409, {
      body: refusal('history.fileGone', 'Filen med 2025-11 findes ikke mere i biblioteket.', 'conflict'),
    });
    await other.tab.getByRole('button', { name: 'Vis tidligere bekræftelser' }).click();
    await other.tab.getByText('Filen med 2025-11 findes ikke mere i biblioteket.').waitFor();
    works('GET /api/policy/earlier-receipts');
    await other.tab.getByRole('button', { name: 'Prøv igen' }).click();
    await other.tab.getByText('Du har ikke bekræftet nogen af de tidligere versioner.').waitFor();
  });
});
