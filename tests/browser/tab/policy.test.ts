import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, open, type Opened } from './mock/browser.ts';
import { refusal, startMock, type MockServer } from './mock/server.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([startMock(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await mock.close();
});
beforeEach(() => mock.reset());
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
const show = async (...args: [opening?: object, screen?: object]) => (opened = await open(browser, mock, ...args));
const asCiso = (path: string) => show({ person: 'ciso', path });

describe('reading and acknowledging', () => {
  it('shows the text without anything that runs or calls home', async () => {
    const { tab, complaints } = await show({ path: '/policy' });
    await tab.getByRole('heading', { level: 2, name: 'Formål' }).waitFor();
    await tab.getByText('<script>window.stolen = true</script>').waitFor();
    expect(await tab.evaluate(() => 'stolen' in window)).toBe(false);
    expect(await tab.locator('.markdown script, .markdown img').count()).toBe(0);
    expect(await tab.getByText('farligt').getAttribute('href')).toBe('');
    expect(complaints).toEqual([]);
  });

  it('moves the focus to the receipt when it is given', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).click();
    await tab.getByText('Tak, Kim.').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain('Tak, Kim.');
  });

  it('says from where an earlier receipt was given', async () => {
    const { tab } = await show({ person: 'done', path: '/policy' });
    await tab.getByText('Du bekræftede version 4.0 den 19. nov. 2026 kl. 08.05 fra kortet i Teams.').waitFor();
    expect(await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).count()).toBe(0);
  });

  it('shows why it was refused beside the button, with the number for support, and can be pressed again', async () => {
    mock.override('POST /api/policy/versions/:versionKey/acknowledge', {
      status: 503,
      body: refusal('Microsoft 365 svarer ikke. Prøv igen.'),
      times: 1,
    });
    const { tab } = await show({ path: '/policy' });
    const button = tab.getByRole('button', { name: 'Jeg har læst og følger den' });
    await button.click();
    const alert = tab.getByRole('alert');
    await alert.getByText('Microsoft 365 svarer ikke. Prøv igen.').waitFor();
    await alert.getByText('req-4711').waitFor();
    await button.click();
    await tab.getByText('Tak, Kim.').waitFor();
  });

  it('offers drafting and publishing to those who may only', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Skriv en ny version' }).count()).toBe(0);
    expect(await tab.getByRole('link', { name: 'Dækning' }).count()).toBe(0);
  });

  it('teaches what comes while there is no policy', async () => {
    mock.override('GET /api/policy', {
      change: (view) => ({ ...view, current: undefined, versions: [], receipts: [] }),
    });
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Der er ingen politik i kraft endnu' }).waitFor();
    await tab.getByText('Din første bekræftelse kommer til at stå her').waitFor();
  });
});

describe('drafting', () => {
  it('begins with the text in force and the next number', async () => {
    const { tab } = await asCiso('/policy/new');
    expect(await tab.getByLabel('Versionsnummer').inputValue()).toBe('5.0');
    expect(await tab.getByLabel('Politikkens tekst').last().inputValue()).toContain('# Formål');
    expect(await tab.getByLabel('Gælder fra').inputValue()).toBe('2026-11-24');
  });

  it('keeps itself, and brings the text back after leaving', async () => {
    const { tab, page } = await asCiso('/policy/new');
    await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
    await tab.getByText('Gemt på denne enhed').waitFor();
    await page.reload();
    const again = page.frames()[1];
    await again?.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    expect(await again?.getByLabel('Det vigtigste nye').inputValue()).toBe('Nye regler om AI');
    await again?.getByRole('button', { name: 'Begynd forfra' }).click();
    await expect.poll(() => again?.getByLabel('Det vigtigste nye').inputValue()).toBe('');
  });

  it('keeps the last words when one leaves within the typing pause', async () => {
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Titel').fill('Ny titel');
    await tab.getByRole('link', { name: 'Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
    await tab.evaluate(() => history.back());
    expect(await tab.getByLabel('Titel').inputValue()).toBe('Ny titel');
  });

  it('says at each field what is wrong and goes to the first', async () => {
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Versionsnummer').fill('fem');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Skriv to tal med punktum, fx 4.1', { exact: true }).waitFor();
    await tab.getByText('Udfyld feltet').waitFor();
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    expect(await tab.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('fem');
  });

  it('puts the API’s refusal at its field', async () => {
    mock.override('POST /api/policy/versions', {
      status: 422,
      body: refusal('Ret felterne', [{ path: 'number', message: 'Version 5.0 findes allerede' }]),
    });
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Det vigtigste nye').fill('Nyt');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Version 5.0 findes allerede').waitFor();
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('5.0');
  });

  it('shows how the text will look', async () => {
    const { tab } = await asCiso('/policy/new');
    await tab.getByRole('button', { name: 'Sådan ser den ud' }).click();
    await tab.getByRole('heading', { name: 'Det skal du' }).waitFor();
  });

  it('is closed to those who may not write', async () => {
    const { tab } = await show({ path: '/policy/new' });
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});

async function draftReadyToPublish() {
  const { tab } = await asCiso('/policy/new');
  await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
  await tab.getByRole('button', { name: 'Gem kladden' }).click();
  await tab.getByText('Dette er en kladde.').waitFor();
  return tab;
}

describe('publishing', () => {
  it('says the consequence in words, by centre, and who cannot be reached and why', async () => {
    const tab = await draftReadyToPublish();
    await tab.getByRole('button', { name: 'Udgiv', exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: 'Udgiv version 5.0' });
    await dialog.getByText('Der sendes et kort til 2.296 medarbejdere i 9 centre.').waitFor();
    await dialog.getByRole('link', { name: '41 kan ikke nås i Teams og kommer på ISK’ernes liste.' }).waitFor();
    await dialog.getByText('De har til 12. december til at bekræfte.').waitFor();
    await dialog.getByRole('row', { name: 'Center for Voksne og Velfærd 412 0' }).waitFor();
    await dialog.getByText('Hvorfor nogle ikke kan nås').click();
    await dialog.getByText('Har ikke Teams: 38 personer').waitFor();
  });

  it('asks for a reason and a mark before it does it, then shows how the sending goes', async () => {
    const tab = await draftReadyToPublish();
    await tab.getByRole('button', { name: 'Udgiv', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    await dialog.getByText('Skriv mindst ti tegn').waitFor();
    await dialog.getByText('Sæt kryds, når du har set, hvem den går til').waitFor();
    expect(mock.asked.some((request) => request.includes('/publish'))).toBe(false);
    await dialog.getByLabel('Hvorfor udgives den nu?').fill('Godkendt af Byrådet den 20. november');
    await dialog.getByLabel('Jeg har set, hvem den går til').check();
    await dialog.getByRole('button', { name: 'Udgiv og send' }).click();
    await tab.getByText('Version 5.0 er udgivet.').waitFor();
    await tab.getByText('1.245 af 2.337 er behandlet.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('leaves the page behind in reach of screen readers when the dialog closes', async () => {
    const tab = await draftReadyToPublish();
    const button = tab.getByRole('button', { name: 'Udgiv', exact: true });
    await button.click();
    await tab.getByRole('dialog').waitFor();
    await tab.page().keyboard.press('Escape');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.locator('[aria-hidden="true"]:has(h1)').count()).toBe(0);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Udgiv');
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

  it('counts every recipient in one state, each a link to the people', async () => {
    const { tab } = await asCiso('/policy/versions/v4.0');
    const states = tab.getByRole('list', { name: 'Modtagerne fordelt' }).getByRole('link');
    await states.first().waitFor();
    const numbers = (await states.allInnerTexts()).map((text) => Number(/^[\d.]+/.exec(text)?.[0].replace('.', '')));
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(2337);
    await tab.getByRole('link', { name: '38 Kan ikke få kort' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Kan ikke nås i Teams' }).waitFor();
    await tab
      .getByRole('row', { name: /Har ikke Teams/ })
      .first()
      .waitFor();
  });

  it('throws a draft away only after asking', async () => {
    const tab = await draftReadyToPublish();
    await tab.getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByText('Kladden er kasseret.').waitFor();
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    await expect.poll(() => tab.getByText('5.0 –').count()).toBe(0);
  });
});
