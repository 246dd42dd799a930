import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path = '/learning/rounds', person = 'ciso', width = 1280) => openTab({ person, path }, { width });
const posts = (end: string) => mock.asked.filter((request) => /^(POST|PUT)/.test(request) && request.endsWith(end));

describe('Runder', () => {
  it('lists them with state and share, each share a link to its coverage', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: '1 runde er åben.' }).waitFor();
    await tab.getByRole('row', { name: /GDPR 2027 GDPR i hverdagen 1\. nov\. 2026 – 31\. jan\. 2027 Åben/ }).waitFor();
    await tab.getByRole('link', { name: '91,2 %' }).click();
    await tab.getByRole('heading', { level: 1, name: '91,2 % har taget kurset.' }).waitFor();
  });

  it('says what closing means, then closes', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Luk GDPR 2027' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Luk GDPR 2027' });
    await dialog.getByText(/102 har ikke taget kurset\. Det bliver registreret for altid/).waitFor();
    await dialog.getByText(/Runden kan ikke åbnes igen/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Luk runden' }).click();
    await tab.getByText('GDPR 2027 er lukket.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Ingen runde er åben.' }).waitFor();
  });

  it('teaches when there is neither round nor course', async () => {
    mock.override('GET /api/learning/rounds', { change: (view) => ({ ...view, rounds: [] }) });
    mock.override('GET /api/learning/courses', { change: (view) => ({ ...view, courses: [] }) });
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Der er ingen runder endnu' }).waitFor();
    await tab.getByRole('heading', { name: 'Der er ingen kurser endnu' }).waitFor();
    await tab.getByRole('link', { name: 'Opret et kursus' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Nyt kursus' }).waitFor();
  });

  it('offers nothing to change to those who may not', async () => {
    const { tab } = await show('/learning/rounds', 'isk');
    await tab.getByRole('row', { name: /^GDPR 2027/ }).waitFor();
    await tab.getByRole('row', { name: /Kend en falsk mail 10 minutter/ }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: /Opret|Rediger/ }).count()).toBe(0);
    await expect.poll(() => tab.getByRole('button', { name: /Luk|Hent fra Viva/ }).count()).toBe(0);
  });
});

describe('the form of a round', () => {
  it('says at each field what is missing and goes to the first', async () => {
    const { tab } = await show('/learning/rounds/new');
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByText('Udfyld feltet').first().waitFor();
    await expect.poll(() => tab.getByText('Udfyld feltet').count()).toBe(3);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('courseKey');
    await tab.getByRole('textbox', { name: 'Frist' }).fill('2026-01-01');
    await tab.getByText('Fristen skal ligge efter åbningsdagen').waitFor();
    await tab.getByLabel('Dage til nyansatte').fill('0');
    await tab.getByText('Skriv et tal fra 1 til 365').waitFor();
  });

  it('counts live whom it would oblige, by centre', async () => {
    const { tab } = await show('/learning/rounds/new');
    await tab.getByText(/så kan du se, hvor mange runden gælder/).waitFor();
    await tab.getByLabel('Kursus').selectOption('gdpr');
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('GDPR 2028');
    await tab.getByRole('textbox', { name: 'Frist' }).fill('2028-01-31');
    await tab.getByText('260 personer skal tage kurset').waitFor();
    await tab.getByText('20 har ikke Teams. Deres leder registrerer kurset.').waitFor();
    await tab.getByLabel(/^Dem, jeg vælger/).check();
    await tab.getByText('Ingen skal tage kurset endnu. Vælg hvem.').waitFor();
    await tab.getByLabel('Center for Voksne og Velfærd').check();
    await tab.getByText('29 personer skal tage kurset').waitFor();
    await tab.getByLabel('Søg efter navn').fill('søren lund');
    await tab
      .getByRole('button', { name: /Søren Lund/ })
      .first()
      .click();
    await tab.getByText('30 personer skal tage kurset').waitFor();
    await tab.getByRole('button', { name: 'Fjern Søren Lund' }).click();
    await tab.getByText('29 personer skal tage kurset').waitFor();
  });

  it('says when the members of a group are not read yet', async () => {
    mock.override('POST /api/learning/rounds/preview', { change: (answer) => ({ ...answer, unreadGroups: ['g1'] }) });
    const { tab } = await show('/learning/rounds/edit/p2027');
    await tab.getByText('Medlemmerne af 1 gruppe er ikke læst endnu og tælles ikke med.').waitFor();
  });

  it('takes a group by its id only', async () => {
    const { tab, page } = await show('/learning/rounds/edit/p2027');
    await tab.getByLabel('Gruppens id').fill('Alle med persondata');
    await tab.getByRole('button', { name: 'Tilføj gruppen' }).click();
    await tab.getByText('Et id består af 32 tal og bogstaver med bindestreger').waitFor();
    await tab.getByLabel('Gruppens id').fill('1FEC8E78-bce4-4aaf-ab1b-5451cc387264');
    await page.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Fjern gruppen 1fec8e78-bce4-4aaf-ab1b-5451cc387264' }).waitFor();
    expect(posts('/rounds')).toEqual([]);
  });

  it('asks for somebody when nobody is chosen', async () => {
    const { tab } = await show('/learning/rounds/new');
    await tab.getByLabel('Kursus').selectOption('gdpr');
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('GDPR 2028');
    await tab.getByRole('textbox', { name: 'Frist' }).fill('2028-01-31');
    await tab.getByLabel(/^Dem, jeg vælger/).check();
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByRole('alert').getByText('Vælg mindst et center, en gruppe eller en person').waitFor();
    await tab.getByLabel('Borger- og Socialservice').check();
    await tab.getByText('Vælg mindst et center, en gruppe eller en person').waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByText('Runden er gemt.').waitFor();
    await tab.getByRole('row', { name: /GDPR 2028/ }).waitFor();
  });

  it('keeps itself when one leaves, and begins anew when asked', async () => {
    const { tab } = await show('/learning/rounds/new');
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('GDPR 2028');
    await tab.getByRole('link', { name: 'Tilbage til Runder og kurser' }).click();
    await tab.getByRole('link', { name: 'Opret en runde' }).click();
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    await expect.poll(() => tab.getByRole('textbox', { name: 'Navn', exact: true }).inputValue()).toBe('GDPR 2028');
    await tab.getByRole('button', { name: 'Begynd forfra' }).click();
    await expect.poll(() => tab.getByRole('textbox', { name: 'Navn', exact: true }).inputValue()).toBe('');
  });

  it('changes a round, with the names of those chosen', async () => {
    const { tab } = await show('/learning/rounds/edit/p2027');
    await tab.getByRole('button', { name: /^Fjern Jens Holm/ }).waitFor();
    await expect.poll(() => tab.getByLabel('Center for Voksne og Velfærd').isChecked()).toBe(true);
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('Falske mails, forår');
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByRole('row', { name: /Falske mails, forår/ }).waitFor();
  });

  it('puts the API’s refusal at its field', async () => {
    mock.override('PUT /api/learning/rounds/:roundKey', {
      status: 400,
      body: refusal('Nej', [{ path: 'dueOn', message: 'Fristen er gået.' }]),
    });
    const { tab } = await show('/learning/rounds/edit/p2027');
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByText('Fristen er gået.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('dueOn');
  });

  it('is closed to those who may not, and gone for a round that is not there', async () => {
    const first = await show('/learning/rounds/new', 'isk');
    await first.tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
    await first.close();
    const { tab } = await show('/learning/rounds/edit/nope');
    await tab.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
  });
});

describe('Kurser', () => {
  it('fetches from Viva Learning now and says what came', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Hent fra Viva Learning nu: GDPR i hverdagen' }).click();
    await tab.getByText('12 nye er registreret ud af 1.840 i Viva Learning.').waitFor();
    await tab.getByText('Hentet 24. nov. 2026 kl. 10.12').waitFor();
  });

  it('goes on until everybody is asked about', async () => {
    mock.override('POST /api/learning/courses/:courseKey/sync', {
      times: 1,
      change: (answer) => ({ ...answer, asked: 400, recorded: 3, left: 1440 }),
    });
    const { tab } = await show();
    await tab.getByRole('button', { name: /^Hent fra Viva Learning nu/ }).click();
    await tab.getByText('15 nye er registreret ud af 2.240 i Viva Learning.').waitFor();
    expect(posts('/sync')).toHaveLength(2);
  });

  it('says why it could not be fetched', async () => {
    mock.override('GET /api/learning/courses', {
      change: (view) => ({
        ...view,
        courses: (view as { courses: object[] }).courses.map((course) => ({
          ...course,
          vivaProblem: 'sharepoint.noConsent',
        })),
      }),
    });
    const { tab } = await show();
    await tab.getByText('Sidst kunne det ikke hentes. Prøv igen for at se hvorfor.').first().waitFor();
  });

  it('makes a course, and wants an https address', async () => {
    const { tab } = await show('/learning/courses/new');
    await tab.getByLabel('Titel').fill('Sikker printer');
    await tab.getByLabel('Varighed i minutter').fill('15');
    await tab.getByLabel(/^Adresse/).fill('http://kursus.example');
    await tab.getByRole('button', { name: 'Gem kurset' }).click();
    await tab.getByText('Skriv en adresse, der begynder med https://').waitFor();
    await tab.getByLabel(/^Adresse/).fill('https://kursus.example');
    await tab.getByRole('button', { name: 'Gem kurset' }).click();
    await tab.getByText('Kurset er gemt.').waitFor();
    await tab
      .getByRole('row', { name: /Sikker printer https:\/\/kursus\.example 15 minutter Ikke koblet til/ })
      .waitFor();
  });
});

describe('Fritagelser', () => {
  it('lists those in force, and all when asked, searchable', async () => {
    const { tab } = await show('/learning/exemptions');
    await tab.getByRole('heading', { level: 1, name: '6 er fritaget lige nu.' }).waitFor();
    await tab.getByText('6 fundet').waitFor();
    await tab.getByRole('button', { name: 'Alle' }).click();
    await tab.getByText('7 fundet').waitFor();
    await tab.getByLabel('Søg efter navn').fill('hvidovre');
    await tab.getByText('4 fundet').waitFor();
  });

  it('adds one for a person and a course', async () => {
    const { tab } = await show('/learning/exemptions');
    await tab.getByRole('button', { name: 'Fritag en person' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Fritag', exact: true }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await dialog.getByRole('searchbox').fill('søren lund');
    await dialog
      .getByRole('button', { name: /Søren Lund/ })
      .first()
      .click();
    await dialog.getByLabel('Kursus').selectOption('gdpr');
    await dialog.getByLabel('Hvorfor?').fill('Uden adgang til persondata');
    await dialog.getByRole('button', { name: 'Fritag', exact: true }).click();
    await tab.getByText('Søren Lund er fritaget.').waitFor();
    await tab.getByText('7 fundet').waitFor();
  });

  it('ends one after saying what it means', async () => {
    const { tab } = await show('/learning/exemptions');
    await tab
      .getByRole('button', { name: /^Afslut fritagelsen for/ })
      .first()
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Afslut fritagelsen i dag' });
    await dialog.getByText(/skylder igen kurset fra i morgen/).waitFor();
    await dialog.getByRole('button', { name: 'Afslut fritagelsen' }).click();
    await tab.getByRole('heading', { level: 1, name: '5 er fritaget lige nu.' }).waitFor();
  });

  it('teaches when nobody is exempt', async () => {
    mock.override('GET /api/learning/exemptions', { change: (view) => ({ ...view, exemptions: [] }) });
    const { tab } = await show('/learning/exemptions');
    await tab.getByText(/Fritag dem her med en begrundelse og en slutdag/).waitFor();
    await tab.getByRole('button', { name: 'Fritag en person' }).waitFor();
  });

  it.each([320, 1280])('asks in a dialog that breaks no accessibility rule and fits at %i px', async (width) => {
    const { tab } = await show('/learning/exemptions', 'ciso', width);
    await tab.getByRole('button', { name: 'Fritag en person' }).click();
    await tab.getByRole('dialog').waitFor();
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});
