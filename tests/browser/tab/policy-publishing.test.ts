import { describe, expect, it } from 'vitest';
import { axe, overflows, resize } from './mock/browser.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab: show } = tabUnderTest();
const asCiso = (path: string) => show({ person: 'ciso', path });

async function aDraft() {
  const { tab } = await asCiso('/policy/new');
  await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
  await tab.getByRole('button', { name: 'Gem kladden' }).click();
  await tab.getByText('Dette er en kladde.').waitFor();
  return tab;
}

describe('publishing without approval', () => {
  it('says the consequence in words, by centre, and who cannot be reached and why', async () => {
    const tab = await aDraft();
    await tab.getByRole('button', { name: 'Udgiv uden godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Udgiv version 5.0 uden godkendelse' });
    await dialog.getByText('Der sendes et kort til 2.296 medarbejdere i 9 centre.').waitFor();
    await dialog.getByRole('link', { name: '41 kan ikke nås i Teams og kommer på ISK’ernes liste.' }).waitFor();
    await dialog.getByText('De har til 12. december til at bekræfte.').waitFor();
    await dialog.getByRole('row', { name: 'Center for Voksne og Velfærd 412 0' }).waitFor();
    await dialog.getByText('Hvorfor nogle ikke kan nås').click();
    await dialog.getByText('Har ikke Teams: 38 personer').waitFor();
  });

  it('asks for a reason and a mark before it does it, then shows how the sending goes', async () => {
    const tab = await aDraft();
    await tab.getByRole('button', { name: 'Udgiv uden godkendelse' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    await dialog.getByText('Skriv mindst ti tegn').waitFor();
    await dialog.getByText('Sæt kryds, når du har set, hvem den går til').waitFor();
    expect(mock.asked.some((request) => request.includes('/publish'))).toBe(false);
    await dialog.getByLabel('Hvorfor kan den ikke vente på godkendelse?').fill('Godkendt af Byrådet den 20. november');
    await dialog.getByLabel('Jeg har set, hvem den går til').check();
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    await tab.getByText('Version 5.0 er udgivet.').waitFor();
    await tab.getByText('1.245 af 2.337 er behandlet.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('asks outside working hours when the cards are to leave, and sends what was chosen', async () => {
    const evening = [
      { when: 'morning', effectiveOn: '2026-11-24', cardsAt: '2026-11-25T07:30:00.000Z', acknowledgeBy: '2026-12-13' },
      { when: 'now', effectiveOn: '2026-11-24', acknowledgeBy: '2026-12-12' },
    ];
    mock.override('GET /api/policy/versions/:versionKey/audience', {
      change: (audience) => ({ ...audience, choices: evening }),
    });
    const tab = await aDraft();
    await tab.getByRole('button', { name: 'Udgiv uden godkendelse' }).click();
    const dialog = tab.getByRole('dialog');
    const asks = dialog.getByRole('group', { name: 'Hvornår skal kortene sendes?' });
    const [morning, now] = [/^Onsdag 25\. november kl\. 08\.30/, /^Nu/].map((name) =>
      asks.getByRole('radio', { name }),
    );
    await expect.poll(() => morning!.isChecked()).toBe(true);
    await asks.getByText('Ingen får besked uden for arbejdstid.', { exact: false }).waitFor();
    await asks.getByText('Det er uden for arbejdstid, og telefonerne ringer.', { exact: false }).waitFor();
    await dialog.getByText('De har til 13. december til at bekræfte.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await resize({ page: tab.page(), tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    await now!.check();
    await dialog.getByText('De har til 12. december til at bekræfte.').waitFor();
    await morning!.check();
    await dialog.getByLabel('Hvorfor kan den ikke vente på godkendelse?').fill('Direktionen har bedt om det');
    await dialog.getByLabel('Jeg har set, hvem den går til').check();
    const asking = tab.page().waitForRequest(/\/publish$/);
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    expect((await asking).postDataJSON()).toEqual({ reason: 'Direktionen har bedt om det', when: 'morning' });
  });

  it('leaves the page behind in reach of screen readers when the dialog closes', async () => {
    const tab = await aDraft();
    const button = tab.getByRole('button', { name: 'Udgiv uden godkendelse' });
    await button.click();
    await tab.getByRole('dialog').waitFor();
    await tab.page().keyboard.press('Escape');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => tab.locator('[aria-hidden="true"]:has(h1)').count()).toBe(0);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Udgiv uden godkendelse');
  });

  it('pauses, goes on, and stops only after asking', async () => {
    const { tab } = await asCiso('/policy/versions/v4.0');
    await tab.getByRole('button', { name: 'Sæt på pause' }).click();
    await tab.getByText('Ingen får kort, før du genoptager.').waitFor();
    await tab.getByRole('button', { name: 'Genoptag' }).click();
    await tab.getByText('39,4 kort i sekundet, omkring 28 sekunder tilbage.').waitFor();
    await tab.getByRole('button', { name: 'Stop udsendelsen' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Stop udsendelsen?' });
    await dialog.getByText('1.092 har endnu ikke fået kortet og får det ikke.').waitFor();
    await dialog.getByRole('button', { name: 'Stop udsendelsen' }).click();
    await tab.getByRole('heading', { name: 'Udsendelse: Stoppet' }).waitFor();
    await tab.getByRole('link', { name: '1.058 Stoppet før sin tur' }).waitFor();
  });

  it('throws a draft away only after asking', async () => {
    const tab = await aDraft();
    await tab.getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByText('Kladden er kasseret.').waitFor();
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    await expect.poll(() => tab.getByText('5.0 –').count()).toBe(0);
  });
});

describe('receipts of versions that ended long ago', () => {
  const earlier = 'GET /api/policy/earlier-receipts';
  const openPage = async () => {
    mock.override('GET /api/policy', { change: (body) => ({ ...body, receipts: [], earlier: 2 }) });
    const { tab, complaints } = await show({ path: '/policy' });
    const button = tab.getByRole('button', { name: 'Vis tidligere bekræftelser' });
    await button.waitFor();
    return { tab, complaints, button, table: tab.getByRole('table', { name: 'Mine tidligere bekræftelser' }) };
  };

  it('fetches the receipts when they are asked for, by keyboard too, and hides them again', async () => {
    const { tab, complaints, button, table } = await openPage();
    await tab.getByText('Du har ikke bekræftet nogen af de seneste versioner.').waitFor();
    let fetched = false;
    mock.override(earlier, { change: (body) => ((fetched = true), body) });
    await expect.poll(() => table.count()).toBe(0);
    expect(fetched).toBe(false);
    await button.press('Enter');
    await table.getByText('7. okt. 2024').waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBe(3);
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Skjul tidligere bekræftelser', expanded: true }).press('Enter');
    await expect.poll(() => table.count()).toBe(0);
    await tab.getByRole('button', { name: 'Vis tidligere bekræftelser', expanded: false }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says that there are none', async () => {
    const { tab, button } = await openPage();
    mock.override(earlier, { change: (body) => ({ ...body, receipts: [] }) });
    await button.click();
    await tab.getByText('Du har ikke bekræftet nogen af de tidligere versioner.').waitFor();
  });

  it('says why they cannot be read, and reads them when they can', async () => {
    const { tab, button, table } = await openPage();
    mock.override(earlier, { status: 409, body: refusal('Filen med 2024-10 findes ikke mere i biblioteket.') });
    await button.click();
    await tab.getByText('Filen med 2024-10 findes ikke mere i biblioteket.').waitFor();
    mock.override(earlier, undefined);
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await table.getByText('7. okt. 2024').waitFor();
  });
});
