import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, opening: object = {}, screen: object = {}) =>
  openTab({ person: 'ciso', path, ...opening }, screen);

describe('activities', () => {
  it('say in a sentence when they come, never as a rule', async () => {
    const { tab } = await show('/wheel/activities');
    await tab.getByRole('heading', { level: 1, name: '19 aktiviteter kommer igen.' }).waitFor();
    await tab.getByText('Den anden tirsdag, hver tredje måned').waitFor();
    await tab.getByText('Et halvt år efter, at det sidst blev gjort').waitFor();
    await expect.poll(() => tab.getByText('FREQ').count()).toBe(0);
  });

  it('are searched and sorted', async () => {
    const { tab, page } = await show('/wheel/activities');
    await tab.getByRole('searchbox', { name: 'Søg efter aktivitet' }).click();
    await page.keyboard.type('politikken');
    await tab.getByText('2 fundet').waitFor();
    await tab.getByRole('button', { name: 'Aktivitet' }).click();
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Aktivitet' }).getAttribute('aria-sort'))
      .toBe('ascending');
  });

  it('show the next six dates while one chooses, and the sentence', async () => {
    const { tab } = await show('/wheel/activities/new');
    await tab.getByLabel('Første gang').fill('2027-03-12');
    const dates = tab.locator('[data-part="date-list"] li');
    await tab.getByText('Hvert år den 12. marts').waitFor();
    await expect
      .poll(() => dates.allInnerTexts())
      .toEqual(['12. mar. 2027', '12. mar. 2028', '12. mar. 2029', '12. mar. 2030', '12. mar. 2031', '12. mar. 2032']);
    await tab.getByRole('radio', { name: 'En bestemt ugedag i måneden' }).check();
    await tab.getByRole('combobox', { name: 'Hvilken' }).selectOption({ label: 'Den sidste' });
    await tab.getByRole('combobox', { name: 'Ugedag' }).selectOption({ label: 'fredag' });
    await tab.getByText('Den sidste fredag, hver måned').waitFor();
    await expect.poll(async () => (await dates.allInnerTexts())[0]).toBe('26. mar. 2027');
  });

  it('are made, with what is wrong said at the fields first', async () => {
    const { tab } = await show('/wheel/activities/new');
    await tab.getByRole('button', { name: 'Lav aktiviteten' }).click();
    await tab.getByText('Der er 4 felter, der skal rettes.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title');
    await tab.getByLabel('Hvad skal gøres?').fill('Gennemgå leverandører');
    await tab.getByLabel('Hvorfor?').fill('Kontrakter skal holdes');
    await tab.getByLabel('Hvem har ansvaret?').selectOption('securityTeam');
    await tab.getByLabel('Første gang').fill('2027-02-01');
    await tab.getByRole('button', { name: 'Tilføj et trin' }).click();
    await tab.getByLabel('Trin 1', { exact: true }).fill('Hent listen');
    await tab.getByRole('button', { name: 'Lav aktiviteten' }).click();
    await tab.getByText('Gennemgå leverandører er gemt.').waitFor();
    await tab.getByRole('heading', { level: 1, name: '20 aktiviteter kommer igen.' }).waitFor();
  });

  it('keep themselves while one is away', async () => {
    const { tab, page } = await show('/wheel/activities/new');
    await tab.getByLabel('Hvad skal gøres?').fill('Gennemgå leverandører');
    await tab.getByText('Gemt på denne enhed').waitFor();
    await tab.getByRole('radio', { name: 'Hvert kvartal' }).check();
    await page.reload();
    const again = page.frames()[1];
    await again?.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    await expect.poll(() => again?.getByLabel('Hvad skal gøres?').inputValue()).toBe('Gennemgå leverandører');
    await expect.poll(() => again?.getByRole('radio', { name: 'Hvert kvartal' }).isChecked()).toBe(true);
  });

  it('say what a changed rule changes, and what stays', async () => {
    const { tab } = await show('/wheel/activities/manager-measures');
    await tab.getByLabel('Hvad skal gøres?').waitFor();
    await expect.poll(() => tab.getByText('Den nye regel gælder fra i dag.').count()).toBe(0);
    await tab.getByRole('radio', { name: 'Hvert kvartal' }).check();
    await tab.getByText('Den nye regel gælder fra i dag.').waitFor();
    await tab.getByText('Det, der allerede er forfaldent, bliver stående med sin frist.').waitFor();
    await tab.getByRole('radio', { name: 'Fra sidst, det blev gjort' }).check();
    await tab.getByText('De næste datoer, hvis det bliver gjort til tiden').waitFor();
  });

  it('are closed with a reason', async () => {
    const { tab } = await show('/wheel/activities/manager-measures');
    await tab.getByRole('button', { name: 'Luk aktiviteten' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvorfor?').fill('Gøres i tilsynet');
    await dialog.getByRole('button', { name: 'Luk aktiviteten' }).click();
    await tab.getByText('Aktiviteten er lukket').waitFor();
  });

  it('put the API’s refusal at its field', async () => {
    mock.override('POST /api/wheel/activities', {
      status: 422,
      body: refusal('Ret felterne', [{ path: 'title', message: 'Den findes allerede' }]),
    });
    const { tab } = await show('/wheel/activities/new');
    await tab.getByLabel('Hvad skal gøres?').fill('Møde');
    await tab.getByLabel('Hvorfor?').fill('Aftalt');
    await tab.getByLabel('Hvem har ansvaret?').selectOption('ciso');
    await tab.getByLabel('Første gang').fill('2027-02-01');
    await tab.getByRole('button', { name: 'Lav aktiviteten' }).click();
    await tab.getByText('Den findes allerede').waitFor();
  });

  it('are closed to those who may not change them', async () => {
    const { tab } = await show('/wheel/activities/new', { person: 'isk' });
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});

describe('the ready year', () => {
  it('is taken from, several at a time, by month with source and reason', async () => {
    const { tab } = await show('/wheel/catalogue');
    await tab.getByRole('heading', { level: 1, name: '19 aktiviteter, der er klar til brug' }).waitFor();
    await tab.getByLabel('Internt tilsyn').check();
    await tab.getByLabel('Risikovurdering i centret').check();
    await expect.poll(() => tab.getByLabel('Byrådet godkender politikken').isDisabled()).toBe(true);
    await tab.getByText('2 valgt').waitFor();
    await tab.getByRole('button', { name: 'Tag 2 aktiviteter' }).click();
    await tab.getByText('2 aktiviteter er lagt på hjulet.').waitFor();
  });
});

describe('centres by month', () => {
  it('counts in words what each cell shows, and leads to exactly those rows', async () => {
    const { tab } = await show('/wheel/heat');
    await tab.getByRole('heading', { level: 1, name: '4 opgaver er over tiden.' }).waitFor();
    await tab.getByRole('link', { name: /^Teamet, november: 1\/2 ?, 1 er over tiden$/ }).click();
    await tab.getByText('2 fundet').waitFor();
    await tab.getByRole('heading', { name: 'Årets opgaver, november' }).waitFor();
  });

  it('leads from a centre’s number to the centre’s rows', async () => {
    const { tab } = await show('/wheel/heat');
    await tab.getByRole('link', { name: /^Direktionssekretariatet, oktober: 0\/1/ }).click();
    await tab.getByText('1 fundet').waitFor();
    await tab.getByRole('link', { name: 'Gennemgå lokale procedurer' }).waitFor();
  });
});

describe('plans', () => {
  it('show how far they have come, and take one more task', async () => {
    const { tab } = await show('/wheel/plans');
    await tab.getByRole('heading', { level: 1, name: '1 af 3 opgaver i planerne er klaret.' }).waitFor();
    await tab.getByRole('button', { name: 'Tilføj en opgave til Ny politik 4.0 føres ud i livet' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tilføj en opgave' }).click();
    await dialog.getByText('Udfyld feltet').first().waitFor();
    await dialog.getByLabel('Hvad skal gøres?').fill('Ret skabelonen');
    await dialog.getByLabel('Frist').fill('2027-01-15');
    await dialog.getByLabel('Hvem har ansvaret?').selectOption('securityTeam');
    await dialog.getByRole('button', { name: 'Tilføj en opgave' }).click();
    await tab.getByText('Ret skabelonen er tilføjet.').waitFor();
    await tab.getByRole('heading', { level: 1, name: '1 af 4 opgaver i planerne er klaret.' }).waitFor();
  });

  it('are made from a version of the policy', async () => {
    const { tab } = await show('/wheel/plans');
    await tab.getByRole('button', { name: 'Ny plan' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvad hedder planen?').fill('Politik 4.0');
    await dialog
      .getByLabel('Hører til en version af politikken')
      .selectOption({ label: 'Informationssikkerhedspolitik 4.0' });
    await dialog.getByRole('button', { name: 'Lav planen' }).click();
    await tab.getByRole('heading', { name: 'Politik 4.0', exact: true }).waitFor();
  });
});

describe('network meetings', () => {
  it('ask the reader who is invited, count the answers, come as a file, and are called off after a question', async () => {
    const { tab, page } = await show('/wheel/meetings/m1');
    await tab.getByText('0 kommer, 0 måske, 0 kan ikke, 9 har ikke svaret').waitFor();
    await tab.getByRole('group', { name: 'Kommer du?' }).getByRole('button', { name: 'Ja' }).click();
    await tab.getByText('1 kommer, 0 måske, 0 kan ikke, 8 har ikke svaret').waitFor();
    await tab.getByRole('button', { name: 'Dem, der svarede ja, kom' }).waitFor();
    await tab.getByRole('button', { name: 'Læg i min kalender' }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => overflows(tab)).toBe(false);
    await tab.getByRole('button', { name: 'Aflys mødet' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Aflys mødet' }).click();
    await tab.getByText('Mødet er aflyst', { exact: true }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Aflys mødet' }).count()).toBe(0);
    expect(await tab.getByRole('group', { name: 'Kommer du?' }).count()).toBe(0);
  });

  it('say when the next one is, and who came to the last', async () => {
    const { tab } = await show('/wheel/meetings');
    await tab.getByRole('heading', { level: 1, name: 'Næste netværksmøde er 8. december kl. 09.30.' }).waitFor();
    await tab.getByText('7 af 9 kom').waitFor();
  });

  it('take attendance by one press a person, counted at once', async () => {
    const { tab } = await show('/wheel/meetings/m1');
    await tab.getByText('0 af 9 kom').waitFor();
    const first = tab.locator('[data-part="attendance"] li').first();
    await first.getByRole('button', { name: 'Kom', exact: true }).click();
    await tab.getByText('1 af 9 kom').waitFor();
    await tab.getByRole('button', { name: 'Resten kom' }).click();
    await tab.getByText('9 af 9 kom').waitFor();
    await first.getByRole('button', { name: 'Afbud' }).click();
    await tab.getByText('8 af 9 kom').waitFor();
  });

  it('take a press back that could not be saved, and say so', async () => {
    mock.override('PUT /api/wheel/meetings/:meetingKey/attendance', { status: 503, body: refusal('Væk lidt') });
    const { tab } = await show('/wheel/meetings/m1');
    await tab.locator('[data-part="attendance"] li').first().getByRole('button', { name: 'Kom', exact: true }).click();
    await tab.getByRole('alert').getByText('Væk lidt').waitFor();
    await tab.getByText('0 af 9 kom').waitFor();
  });

  it('give somebody a task', async () => {
    const { tab } = await show('/wheel/meetings/m2');
    await tab.getByRole('button', { name: 'Giv en opgave' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvad skal gøres?').fill('Skriv skabelonen');
    await dialog.getByRole('searchbox').fill('mette');
    await dialog.locator('[data-part="found-list"] button').first().click();
    await dialog.getByLabel('Frist').fill('2027-01-10');
    await dialog.getByRole('button', { name: 'Giv opgaven' }).click();
    await tab.getByRole('link', { name: 'Skriv skabelonen' }).waitFor();
  });

  it('are called with agenda, and the consequence said first', async () => {
    const { tab } = await show('/wheel/meetings/new');
    await tab
      .getByText('Alle ISK’er bliver inviteret med et kort i Teams, hvor de svarer ja, måske eller nej.')
      .waitFor();
    await tab.getByLabel('Begynder').fill('9.30');
    await tab.getByRole('button', { name: 'Indkald', exact: true }).click();
    await tab.getByText('Skriv timer og minutter, fx 09:30').waitFor();
    await tab.getByLabel('Begynder').fill('10:00');
    await tab.getByLabel('Dato').fill('2027-03-02');
    await tab.getByLabel('Dagsorden').fill('Nyt fra teamet\n\nØvelser');
    await tab.getByRole('button', { name: 'Indkald', exact: true }).click();
    await tab.getByText('Mødet er indkaldt. 9 ISK’er er inviteret.').waitFor();
    await expect
      .poll(() => tab.locator('[data-part="meeting-agenda"] li').allInnerTexts())
      .toEqual(['Nyt fra teamet', 'Øvelser']);
    await tab.getByText('2. mar. 2027 kl. 10.00, 90 minutter').waitFor();
  });

  it('get their minutes, by a link that is one', async () => {
    const { tab } = await show('/wheel/meetings/m1/edit');
    await tab.getByLabel('Link til referatet').fill('referatet ligger der');
    await tab.getByRole('button', { name: 'Gem ændringerne' }).click();
    await tab.getByText('Skriv en adresse, der begynder med https://').waitFor();
    await tab.getByLabel('Link til referatet').fill('https://kommune.example/referat');
    await tab.getByRole('button', { name: 'Gem ændringerne' }).click();
    await tab.getByRole('link', { name: 'Læs referatet' }).waitFor();
  });
});

describe('my tasks in Outlook', () => {
  it('come by a link of one’s own that is made, copied and stopped', async () => {
    const { tab, page } = await show('/wheel', { person: 'isk' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.getByRole('button', { name: 'Vis mine opgaver i Outlook' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Mine opgaver i Outlook' });
    await dialog.getByRole('button', { name: 'Lav mit link' }).click();
    await dialog.getByRole('button', { name: 'Kopiér' }).click();
    await dialog.getByRole('button', { name: 'Kopieret' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'https://app.kommune.example/calendar/9f3c1a.ics',
    );
    await dialog.getByRole('button', { name: 'Stop linket' }).click();
    await tab.getByText('Linket virker ikke mere.').waitFor();
    await dialog.getByRole('button', { name: 'Lav mit link' }).waitFor();
    await expect.poll(() => dialog.getByLabel('Dit link').count()).toBe(0);
  });

  it.each([320, 1280])(
    'are explained in a dialog that breaks no accessibility rule and fits at %i px',
    async (width) => {
      const { tab } = await show('/wheel', {}, { width, height: 640 });
      await tab.getByRole('button', { name: 'Vis mine opgaver i Outlook' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Lav mit link' }).click();
      await tab.getByRole('dialog').getByLabel('Dit link').waitFor();
      expect(await axe(tab)).toEqual([]);
      await expect.poll(() => overflows(tab)).toBe(false);
    },
  );
});
