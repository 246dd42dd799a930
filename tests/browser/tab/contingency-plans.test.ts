import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, goTo } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'isk', path }, screen);
const saves = () => mock.asked.filter((line) => line.startsWith('PUT /api/contingency/plans/')).length;
const heading = (tab: Frame, name: string) => tab.getByRole('heading', { level: 1, name }).waitFor();

describe('the plans', () => {
  it('are answered in numbers, and each number is the way to its rows', async () => {
    const { tab } = await show('/contingency/plans');
    await heading(tab, '2 planer gælder, 1 skal gennemgås, 1 venter på godkendelse');
    await tab.getByRole('button', { name: '1 skal gennemgås' }).click();
    await tab.getByRole('link', { name: 'Telefoner nede' }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Omsorgsjournal nede i hjemmeplejen' }).count()).toBe(0);
    const row = tab.getByRole('row', { name: /Telefoner nede/ });
    await row.getByText('Skal gennemgås').waitFor();
    await row.getByText('1 i planen er her ikke mere').waitFor();
    await row.getByText('1 af 3').waitFor();
  });

  it('are begun from a cell: the system and the centre are known already, and it leads to writing', async () => {
    const { tab } = await show('/contingency/plans?begin=emergencyProcedure&asset=record&centre=c2');
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Vælg et andet' }).waitFor();
    expect(await dialog.getByLabel('Hvem holder planen ved lige?').inputValue()).toBe('c2');
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Begynd planen' }).click();
    await heading(tab, 'Skriv Omsorgsjournal');
  });

  it('are not begun before a system and a keeper are chosen, and say so at the field', async () => {
    const { tab } = await show('/contingency/plans');
    await tab.getByRole('button', { name: 'Skriv en plan' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Begynd planen' }).click();
    await dialog.getByText('Vælg et system.').waitFor();
    await dialog.getByText('Udfyld feltet').waitFor();
    expect(mock.wasAsked('POST /api/contingency/plans')).toBe(false);
  });
});

describe('one plan', () => {
  it('says what to do in the first hour and whom to call, with numbers that a phone can call', async () => {
    const { tab } = await show('/contingency/plans/home');
    await heading(tab, 'Omsorgsjournal nede i hjemmeplejen');
    const steps = tab.getByRole('region', { name: 'Den første time' }).getByRole('listitem');
    expect(await steps.count()).toBe(4);
    await steps.first().getByText('inden 5 min.').waitFor();
    const call = tab.getByRole('link', { name: 'Ring til IT-vagten: +45 43 57 70 00' });
    expect(await call.getAttribute('href')).toBe('tel:+4543577000');
    await tab.getByText('4 timer', { exact: true }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('tells who has left with the next step, and that its test went badly with the way to a new one', async () => {
    const { tab } = await show('/contingency/plans/home');
    await tab.getByText('1 person i planen er her ikke mere').waitFor();
    await tab.getByText(`${refAt(45).name}. Ret planen, så den næste ved, hvem der har opgaven.`).waitFor();
    await tab.getByText('Den seneste afprøvning gik ikke godt. Ret planen, og prøv igen.').waitFor();
    const link = tab.getByRole('link', { name: 'Planlæg en afprøvning' });
    expect(await link.getAttribute('href')).toMatch(/\/contingency\/tests\/new\?plan=home$/);
  });

  it('lets those who are named say that they know their part', async () => {
    const { tab } = await show('/contingency/plans/home');
    await tab.getByRole('heading', { name: '1 af 3 kender deres del' }).waitFor();
    await tab.getByRole('button', { name: 'Jeg kender min del' }).click();
    await tab.getByRole('heading', { name: '2 af 3 kender deres del' }).waitFor();
    await tab.getByText('Du har sagt, at du kender din del, 24. nov. 2026 kl. 10.12.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg kender min del' }).count()).toBe(0);
  });

  it('shows the version on its way with who decides it, and an old one as no longer in force', async () => {
    const { tab } = await show('/contingency/plans/waiting');
    await tab.getByRole('heading', { name: 'Version 3 er på vej' }).waitFor();
    await tab.getByRole('list', { name: 'Vejen til afgørelse' }).waitFor();
    await tab.getByText('Det ændrer den').click();
    await tab.getByText('Hent den røde mappe.').waitFor();
    await tab.getByRole('link', { name: '1 – Omsorgsjournal nede', exact: true }).click();
    await tab.getByText('Denne version gælder ikke længere.').waitFor();
  });

  it('is taken out of use with a reason only', async () => {
    const { tab } = await show('/contingency/plans/home');
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Systemet er lukket.');
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await tab.getByText(/Taget ud af brug .*: Systemet er lukket\./).waitFor();
  });
});

describe('writing a plan', () => {
  it('begins with a suggestion, saves itself, says what is missing, and is sent', async () => {
    const { tab } = await show('/contingency/plans/new/edit');
    await tab.getByText('Der mangler 4 ting, før den kan sendes').waitFor();
    await tab.getByRole('button', { name: 'Indsæt: Pleje og hjemmebesøg' }).click();
    const first = tab.getByRole('group', { name: 'Trin 1 i den første time' });
    expect(await first.getByLabel('Hvem gør det?').inputValue()).toBe('Vagthavende sygeplejerske');
    await tab.getByText('Der mangler 2 ting, før den kan sendes').waitFor();
    await tab.getByRole('button', { name: /Skriv mindst én kontakt med telefonnummer/ }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Tilføj en kontakt');
    await tab.getByRole('button', { name: 'Tilføj en kontakt' }).click();
    const contact = tab.getByRole('group', { name: 'Kontakt 1' });
    await contact.getByLabel('Rolle').fill('IT-vagten');
    await contact.getByLabel('Telefon').fill('43 57 70 00');
    await tab.getByLabel('Kort fortalt, hvad der er nyt').fill('Den første plan.');
    await tab.getByRole('button', { name: 'Send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText(/Når den er godkendt, gælder den for 1 center/).waitFor();
    await dialog.getByText('Informationssikkerhedsudvalget').waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Omsorgsjournal er sendt til godkendelse.').waitFor();
    await tab.getByText('Den er sendt og kan ikke rettes, mens den bliver afgjort.').waitFor();
  });

  it('moves and removes steps by keyboard, and keeps the focus where the hand is', async () => {
    const { tab, page } = await show('/contingency/plans/home/edit');
    const textOf = (step: number) =>
      tab
        .getByRole('group', { name: `Trin ${step} i den første time` })
        .getByLabel('Hvad gøres?')
        .inputValue();
    const before = await textOf(2);
    await tab.getByRole('button', { name: 'Flyt op: Trin 2 i den første time' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(1)).toBe(before);
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Flyt op: Trin 1 i den første time');
    await tab.getByRole('button', { name: 'Fjern: Trin 1 i den første time' }).click();
    await expect.poll(() => textOf(1)).not.toBe(before);
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(1)).toBe(before);
    await tab.getByText(/Gemt kl\./).waitFor();
  });

  it('keeps both texts when somebody else has changed the draft meanwhile, and lets the writer choose', async () => {
    const { tab } = await show('/contingency/plans/new/edit');
    const conflict = {
      error: {
        ...{ kind: 'conflict', code: 'contingency.changedMeanwhile', message: 'Ændret', details: {}, requestId: 'r' },
      },
    };
    mock.override('PUT /api/contingency/plans/:planKey/draft', { status: 409, body: conflict, times: 1 });
    await tab.getByRole('textbox', { name: 'Titel' }).fill('Min titel');
    await tab.getByText('En anden har ændret kladden, mens du skrev').waitFor();
    expect(await tab.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Min titel');
    await tab.getByRole('button', { name: 'Gem min i stedet' }).click();
    await tab.getByText(/Gemt kl\./).waitFor();
    expect(saves()).toBe(2);
    expect(await tab.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Min titel');
  });

  it('puts the writer’s text aside when the newest is taken, also over a reload, until it is used again or let go', async () => {
    const { tab, page } = await show('/contingency/plans/new/edit');
    const error = { kind: 'conflict', code: 'contingency.changedMeanwhile', message: 'Ændret' };
    const conflict = { error: { ...error, details: {}, requestId: 'r' } };
    const title = (frame: Frame) => frame.getByRole('textbox', { name: 'Titel' });
    const before = await title(tab).inputValue();
    mock.override('PUT /api/contingency/plans/:planKey/draft', { status: 409, body: conflict, times: 1 });
    await title(tab).fill('Min titel');
    await tab.getByRole('button', { name: 'Hent den nyeste' }).click();
    await tab.getByText('Den nyeste er hentet. Det, du skrev, ligger på denne enhed.').waitFor();
    expect(await title(tab).inputValue()).toBe(before);
    expect(await axe(tab)).toEqual([]);
    await page.reload();
    const again = page.frames().find((frame) => frame !== page.mainFrame()) ?? tab;
    await again.getByRole('button', { name: 'Brug min tekst igen' }).click();
    await expect.poll(() => title(again).inputValue()).toBe('Min titel');
    await again.getByText(/Gemt kl\./).waitFor();
    expect(await again.getByText('Det, du skrev, ligger på denne enhed.').count()).toBe(0);
    expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('aside')))).toEqual([]);
  });

  it('loses nothing when it cannot be saved: what was written is there again, and is saved when it can be', async () => {
    const { tab } = await show('/contingency/plans/new/edit');
    mock.override('PUT /api/contingency/plans/:planKey/draft', {
      status: 500,
      body: refusal('Noget gik galt hos os.'),
    });
    await tab.getByRole('textbox', { name: 'Titel' }).fill('Skrevet uden net');
    await tab.getByText('Kunne ikke gemmes. Teksten er på denne enhed, og vi prøver igen.').waitFor();
    await goTo(tab, '/contingency/plans');
    await heading(tab, '2 planer gælder, 1 skal gennemgås, 1 venter på godkendelse');
    mock.override('PUT /api/contingency/plans/:planKey/draft', undefined);
    await goTo(tab, '/contingency/plans/new/edit');
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    expect(await tab.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Skrevet uden net');
    await tab.getByText(/Gemt kl\./).waitFor();
  });

  it('takes a form, and takes it off again', async () => {
    const { tab } = await show('/contingency/plans/new/edit');
    await tab
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Skema.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await tab.getByText('Skema.pdf').waitFor();
    await tab.getByRole('button', { name: 'Fjern filen: Skema' }).click();
    await tab.getByText('Skemaet er fjernet.').waitFor();
    await expect.poll(() => tab.getByText('Skema.pdf').count()).toBe(0);
  });
});

describe('the coverage of plans', () => {
  it('answers first, shows the own centre first, and leads from a cell to the plan or to begin it', async () => {
    const { tab, page } = await show('/contingency/coverage');
    await heading(tab, '78 % dækket. 6 mangler, flest i Center for Voksne og Velfærd');
    await tab.getByText('Dit center').waitFor();
    const cell = tab.getByRole('link', {
      name: 'Nødkaldssystem, Center for Voksne og Velfærd: Mangler. Begynd planen',
    });
    expect(await cell.getAttribute('href')).toContain('begin=emergencyProcedure&asset=alarms&centre=c1');
    await tab.locator('[data-place="0-0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await heading(tab, 'Omsorgsjournal nede i hjemmeplejen');
  });

  it('is a table too, narrowed to what is lacking, and cards where there is no room', async () => {
    const { tab } = await show('/contingency/coverage');
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByLabel('Vis kun').selectOption('lacking');
    await tab.getByText('9 fundet').waitFor();
    const narrow = await show('/contingency/coverage', { width: 320 });
    const card = narrow.tab.getByRole('region', { name: 'Fælles Medicinkort' });
    await card.getByRole('link', { name: 'Begynd planen: Fælles Medicinkort, Center for Voksne og Velfærd' }).waitFor();
    expect(await axe(narrow.tab)).toEqual([]);
  });
});
