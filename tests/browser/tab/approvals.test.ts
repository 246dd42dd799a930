import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, opening: object = {}, screen: object = {}) =>
  openTab({ person: 'ciso', path, ...opening }, screen);
const heading = (tab: Frame, name: string) => tab.getByRole('heading', { level: 1, name }).waitFor();

describe('what waits for me', () => {
  it('is told first, then counted by parts that lead to their rows, found and sorted by the address', async () => {
    const { tab, page } = await show('/approvals');
    await heading(tab, '3 ting venter på dig');
    await tab.getByText('4 dage over tiden (20. november)').waitFor();
    await tab.getByText('Tag stilling i dag').waitFor();
    await tab.getByText('2 af 5 har stemt').waitFor();
    await tab.getByText('Fra Dorthe Kaya, Center for Voksne og Velfærd').waitFor();
    await tab.getByRole('link', { name: 'Afgjort 3' }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(3);
    await tab.getByRole('combobox', { name: 'Tilstand' }).selectOption({ label: 'Godkendt' });
    await tab.getByRole('link', { name: 'Skiltning ved arkivet', exact: true }).waitFor();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByRole('link', { name: 'Alle 7' }).click();
    await tab.getByRole('combobox', { name: 'Slags' }).selectOption({ label: 'Organisatorisk tiltag' });
    await tab.getByRole('link', { name: 'Aflåste skabe til papirsager', exact: true }).waitFor();
    await tab.getByRole('searchbox', { name: 'Søg efter titel, navn eller center' }).fill('findes ikke');
    await tab.getByRole('heading', { name: 'Ingen sager passer til det, du leder efter' }).waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await tab.getByRole('button', { name: 'Hvad' }).click();
    await expect.poll(() => tab.locator('tbody tr').first().innerText()).toContain('Aflåste skabe');
    expect(tab.url()).toContain('/approvals?show=all&sort=title');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    expect(mock.asked).toContain('GET /api/approvals.xlsx?show=all&sort=title&descending=false');
  });

  it('is nothing for most, and the page says what comes here', async () => {
    const { tab } = await show('/approvals', { person: 'employee' });
    await heading(tab, 'Intet venter på dig lige nu');
    await tab.getByRole('heading', { name: 'Du er ikke bagud med noget' }).waitFor();
    expect(await tab.getByRole('link', { name: /^Alle/ }).count()).toBe(0);
  });
});

describe('a request', () => {
  it('is decided in two presses, the consequence said before, and a comment kept until it is sent', async () => {
    const { tab, page } = await show('/approvals');
    await tab.getByRole('link', { name: 'Se og tag stilling: Udlevering af journaler' }).click();
    await heading(tab, 'Udlevering af journaler');
    await tab.getByText('Der mangler 1 stemme, før Informationssikkerhedsudvalget har afgjort det.').waitFor();
    await tab.getByText('Ahmed Østergaard stemmer for Karen Vestergaard').waitFor();
    await tab.getByText('Godkender du, er det godkendt.').waitFor();
    await tab.getByText(', og se, om der er samtykke').waitFor();
    await tab.getByRole('button', { name: 'Det hele' }).click();
    await tab.getByRole('heading', { name: 'Sådan gør du' }).waitFor();
    await tab.getByRole('button', { name: 'Afvis' }).click();
    await tab.getByText('Skriv, hvad der skal ændres, eller hvorfor du afviser det.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await tab.getByLabel('Kommentar').fill('Husk fuldmagter.');
    await tab.getByText('Kommentaren er gemt på denne enhed').waitFor();
    await page.reload();
    const again = page.frames()[1] ?? tab;
    await again.getByRole('link', { name: 'Se og tag stilling: Udlevering af journaler' }).click();
    await expect.poll(() => again.getByLabel('Kommentar').inputValue()).toBe('Husk fuldmagter.');
    await again.getByRole('button', { name: 'Godkend', exact: true }).click();
    await again.getByText('Tak. Du har godkendt Udlevering af journaler. Det er nu godkendt.').waitFor();
    await again.getByText('Sagen er godkendt').waitFor();
    await expect.poll(() => again.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
    await again.getByRole('link', { name: '1. runde, sendt 2. nov. 2026: Sendt tilbage' }).click();
    await again.getByText('Samtykke mangler.').first().waitFor();
    await again.getByRole('link', { name: 'Åbn den nyeste runde' }).waitFor();
  });

  it('lets a vote be changed while the step is open, and shows why one was refused', async () => {
    const { tab } = await show('/approvals/keys');
    await tab.getByRole('button', { name: 'Godkend', exact: true }).click();
    await tab.getByRole('heading', { name: 'Du har godkendt det' }).waitFor();
    await tab.getByText('1 af 5 har stemt').first().waitFor();
    await tab.getByRole('button', { name: 'Ændr min stemme' }).click();
    await tab.getByLabel('Kommentar').fill('Skriv, hvem der kvitterer.');
    mock.override('POST /api/approvals/:requestKey/vote', {
      status: 409,
      times: 1,
      body: refusal('Trinnet blev afgjort, før din stemme kom.'),
    });
    await tab.getByRole('button', { name: 'Send tilbage til rettelse' }).click();
    await tab.getByRole('alert').getByText('Trinnet blev afgjort, før din stemme kom.').waitFor();
    expect(await tab.getByLabel('Kommentar').inputValue()).toBe('Skriv, hvem der kvitterer.');
    await tab.getByRole('button', { name: 'Send tilbage til rettelse' }).click();
    await tab.getByRole('heading', { name: 'Du har sendt det tilbage til rettelse' }).waitFor();
    await tab.getByText('Ændrede sin stemme til sendt tilbage').waitFor();
    await tab.getByRole('button', { name: 'Ændr min stemme' }).click();
    await tab.getByRole('button', { name: 'Jeg er inhabil' }).click();
    await tab.getByRole('heading', { name: 'Du har meldt dig inhabil' }).waitFor();
  });

  it('cannot be approved when it was changed afterwards, and says what to do', async () => {
    const abilities = {
      vote: false,
      withdraw: false,
      record: false,
      attachMinutes: false,
      close: false,
      seeSubject: true,
    };
    mock.override('GET /api/approvals/:requestKey', {
      change: (view) => ({ ...view, contentChanged: true, abilities }),
    });
    const { tab } = await show('/approvals/journals');
    await tab.getByText('Indholdet er ændret, efter at det blev sendt').waitFor();
    await tab.getByText('Dorthe Kaya skal trække det tilbage og sende det nye indhold.', { exact: false }).waitFor();
    expect(await tab.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
  });

  it('shows the file that was frozen, and a picture in its place', async () => {
    const { tab, page } = await show('/approvals/photo');
    await tab.getByRole('img', { name: 'Billede: skilt.png' }).waitFor();
    await tab.getByText('Fristen udløb, og de afgivne stemmer afgjorde det.').waitFor();
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent skilt.png' }).click();
    await saving;
  });

  it('is ended by the chair with what it comes to, or withdrawn by who sent it', async () => {
    const { tab } = await show('/approvals/lockers');
    await tab.getByText('Har selv sendt det og stemmer derfor ikke').waitFor();
    await tab.getByRole('button', { name: 'Afslut afstemningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Som stemmerne står nu: Godkendt.').waitFor();
    await dialog.getByText('3 har ikke stemt og kan ikke stemme bagefter.').waitFor();
    await dialog.getByRole('button', { name: 'Afslut afstemningen' }).click();
    await tab.getByText('Afstemningen om Aflåste skabe til papirsager er afsluttet.').waitFor();
    await tab.getByText('Formanden afsluttede afstemningen.').first().waitFor();
    await tab.getByText('Trin 2 af 2').waitFor();
    await tab.getByRole('button', { name: 'Træk tilbage' }).click();
    await dialog.getByText('1 stemme, der er afgivet, falder bort.').waitFor();
    await dialog.getByLabel('Hvorfor trækker du det tilbage?').fill('Prisen er en anden.');
    await dialog.getByRole('button', { name: 'Træk tilbage' }).click();
    await tab.getByText('Sagen er trukket tilbage').waitFor();
    await tab.getByText('Prisen er en anden.').first().waitFor();
  });

  it('that came back says why, and leads to mending it', async () => {
    const { tab } = await show('/approvals/screens');
    await tab.getByText('Skriv, hvem der bestiller nye skærme.').first().waitFor();
    expect(await tab.getByRole('link', { name: 'Ret det' }).getAttribute('href')).toContain('/procedures/screens');
  });
});

describe('a decision made in a meeting', () => {
  it('is recorded with its minutes, its errors at the fields and its consequence first', async () => {
    const { tab } = await show('/approvals');
    await tab.getByRole('link', { name: 'Skriv afgørelsen ind: Informationssikkerhedspolitik 4.1' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Hvad besluttede Byrådet?' });
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await expect.poll(() => dialog.getByText('Udfyld feltet').count()).toBe(3);
    await dialog.getByLabel('Mødets dato').fill('2026-12-24');
    await dialog.getByText('Mødet skal være holdt.').waitFor();
    await dialog.getByLabel('Mødets dato').fill('2026-11-23');
    await dialog.getByLabel('Punkt på dagsordenen').fill('7');
    await dialog.getByRole('radio', { name: 'Sendt tilbage til rettelse' }).check();
    await dialog.getByText('Jens Holm får en opgave om at rette den', { exact: false }).waitFor();
    await dialog.getByRole('radio', { name: 'Godkendt' }).check();
    await dialog.getByText('Sagen er godkendt af Byrådet, og afsenderen får det at vide.').waitFor();
    await dialog.getByLabel('Link til referatet').fill('referat');
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await dialog.getByText('Skriv en adresse, der begynder med https://').waitFor();
    await dialog.getByLabel('Link til referatet').fill('https://kommune.example/referat');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'Referat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await dialog.getByText('Referat.pdf').waitFor();
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await tab.getByText('Referat.pdf er vedlagt.').waitFor();
    await tab.getByText('Besluttet på mødet 23. nov. 2026, punkt 7').waitFor();
    await tab.getByRole('link', { name: 'Åbn referatet' }).waitFor();
    await tab.getByRole('button', { name: 'Hent Referat.pdf' }).waitFor();
    await tab.getByText('Stemmerne stod lige, og formandens stemme afgjorde det.').waitFor();
    // The paper to attach to the agenda, for whoever records what a meeting decides.
    const saving = tab.page().waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent sagen som PDF' }).click();
    await saving;
    expect(mock.asked.filter((line) => line.endsWith('/case'))).toHaveLength(1);
  });
});

describe('a meeting’s agenda', () => {
  it('is decided together, every item with its own answer', async () => {
    const { tab } = await show('/approvals/agendas');
    await heading(tab, '1 møde har punkter, der venter på dig');
    await tab.getByRole('link', { name: 'Udvalgsmøde i december' }).click();
    await tab.getByText('Du mangler at tage stilling til 2 punkter.').waitFor();
    await tab.getByText('Afsnit: 1 nyt, 1 ændret', { exact: false }).waitFor();
    const journals = tab.getByRole('group', { name: 'Din stemme om Udlevering af journaler' });
    await journals.getByRole('button', { name: 'Send tilbage til rettelse' }).click();
    await tab.getByRole('button', { name: 'Send min stemme' }).click();
    await tab.getByText('Skriv, hvad der skal ændres, eller hvorfor du afviser det.').waitFor();
    await tab.getByLabel('Hvad skal ændres, eller hvorfor afviser du det?').fill('Husk fuldmagter.');
    await tab.getByRole('button', { name: 'Send min stemme' }).click();
    await tab.getByText('1 stemme er gemt.').waitFor();
    await tab.getByText('Din stemme er gemt.').waitFor();
    await tab.getByRole('button', { name: 'Godkend det, jeg ikke har taget stilling til' }).click();
    await tab.getByText('1 punkt kom ikke med. Det står ved punktet hvorfor.').waitFor();
    await tab.getByText('Din stemme kom ikke med: Afstemningen er slut.').waitFor();
    await tab.getByRole('button', { name: 'Mødet er holdt' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('3 punkter er ikke afgjort.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Luk dagsordenen' }).click();
    await tab.getByText('Udvalgsmøde i december er lukket.').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Ret dagsordenen' }).count()).toBe(0);
  });

  it('is put in order by keyboard, saved, and sent with its consequence said', async () => {
    const { tab, page } = await show('/approvals/agendas/december/edit');
    await tab.getByRole('button', { name: 'Flyt Udlevering af journaler ned' }).press('Enter');
    await tab.getByText('Udlevering af journaler er nu punkt 2.').waitFor();
    await page.keyboard.press('Enter');
    await tab.getByText('Udlevering af journaler er nu punkt 3.').waitFor();
    await tab.getByRole('button', { name: 'Fjern Nøgler og adgangskort' }).click();
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText('Dagsordenen er gemt.').waitFor();
    await tab.getByRole('heading', { level: 3, name: '2. Udlevering af journaler' }).waitFor();
    await tab.getByRole('link', { name: 'Tilbage til Dagsordener' }).click();
    await tab.getByRole('link', { name: 'Lav en dagsorden' }).click();
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title');
    await tab.getByLabel('Hvad hedder mødet?').fill('Ekstra møde');
    await tab.getByLabel('Mødets dag').fill('2026-12-08');
    await tab.getByRole('button', { name: 'Tilføj Nøgler og adgangskort' }).click();
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await heading(tab, 'Ekstra møde');
    await tab.getByRole('button', { name: 'Send til medlemmerne' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Informationssikkerhedsudvalget: hvert medlem får ét kort i chatten om 1 punkt.').waitFor();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await tab.getByText('Ekstra møde er sendt.').waitFor();
  });
});

describe('the dialogs', () => {
  it('break no accessibility rule, wide and narrow', async () => {
    const { tab, page } = await show('/approvals/policy41?do=record');
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Afvist' }).check();
    expect(await axe(tab), 'record').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflows(tab)).toBe(false);
    expect(await axe(tab), 'record, narrow').toEqual([]);
  });
});
