import { describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/index.ts';
import { axe, fieldRefusal, goTo, overflows, ownTab, today } from '../tab-page.ts';

const everybody = { everybody: true, centreIds: [] as string[], groupIds: [], personIds: [] };
const { openTab, ask, asked, fails, filled, person, world } = ownTab({}, async ({ ask, person, goToDay }) => {
  // A coming round, also for a group without readers, and an ended exemption.
  const [{ id: anne }, { id: tomasz }] = [await person('employee'), await person('Tomasz Kowalski')];
  const coming = await ask('ciso', 'POST /api/learning/rounds', {
    body: {
      courseKey: 'course-mail',
      title: 'Falske mails 2027',
      opensOn: '2027-09-01',
      dueOn: '2027-12-31',
      newWithinDays: 30,
      basis: 'lastCompletion',
      obliged: {
        everybody: false,
        centreIds: ['voksne-og-velfaerd'],
        groupIds: ['1fec8e78-bce4-4aaf-ab1b-5451cc387264'],
        personIds: [anne],
      },
      selfDeclared: false,
    },
  });
  await goToDay(addDays(today, -2));
  const body = { personId: tomasz, courseKey: 'course-gdpr', reason: 'Udlånt til Hvidovre', from: addDays(today, -2) };
  const { key } = await ask('ciso', 'POST /api/learning/exemptions', { body });
  await ask('ciso', 'POST /api/learning/exemptions/:key/end', { params: { key } });
  await goToDay(today);
  await ask('ciso', 'POST /api/learning/courses', {
    body: { title: 'Kend en falsk mail', url: '', minutes: 10, describe: '' },
  });
  return { coming: coming.key };
});
const show = async (path = '/learning/rounds', person = 'ciso', width = 1280) =>
  openTab({ person, path: filled(path) }, { width });
const posts = (end: string) => asked().filter((request) => /^(POST|PUT)/.test(request) && request.endsWith(end));
const coming = '/learning/rounds/edit/{coming}';
const wouldOblige = (obliged: Partial<typeof everybody>) =>
  ask('ciso', 'POST /api/learning/rounds/preview', {
    body: {
      courseKey: 'course-gdpr',
      title: 'GDPR 2028',
      opensOn: today,
      dueOn: '2028-01-31',
      newWithinDays: 30,
      basis: 'round',
      obliged: { ...everybody, ...obliged },
      selfDeclared: true,
    },
  });

describe('Runder', () => {
  it('lists them with state and share, each share a link to its coverage', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: '2 runder er åbne.' }).waitFor();
    await tab
      .getByRole('row', { name: /GDPR i hverdagen 2026 GDPR i hverdagen 1\.\ssep\. 2026 – 31\.\sjan\. 2027 Åben/ })
      .waitFor();
    await tab.getByRole('link', { name: '93,1 %' }).click();
    await tab.getByRole('heading', { level: 1, name: '93,1 % har taget kurset.' }).waitFor();
  });

  it('offers nothing to change to those who may not', async () => {
    const { tab } = await show('/learning/rounds', 'coordinator');
    await tab.getByRole('row', { name: /^GDPR i hverdagen 2026/ }).waitFor();
    await tab.getByRole('row', { name: /^Sikker mail og CPR-numre .*10 minutter/ }).waitFor();
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
    await tab.getByLabel('Kursus').selectOption({ label: 'Kend en falsk mail' });
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('GDPR 2028');
    await tab.getByRole('textbox', { name: 'Frist' }).fill('2028-01-31');
    const [all, centre] = await Promise.all([
      wouldOblige({}),
      wouldOblige({ everybody: false, centreIds: ['voksne-og-velfaerd'] }),
    ]);
    expect(all.people).toBeGreaterThan(100);
    await tab.getByText(`${all.people} personer skal tage kurset`).waitFor();
    await tab.getByText(`${all.withoutTeams} har ikke Teams. Deres leder registrerer kurset.`).waitFor();
    await tab.getByLabel(/^Dem, jeg vælger/).check();
    await tab.getByText('Ingen skal tage kurset endnu. Vælg hvem.').waitFor();
    await tab.getByLabel('Center for Voksne og Velfærd').check();
    await tab.getByText(`${centre.people} personer skal tage kurset`).waitFor();
    await tab.getByLabel('Søg efter navn').fill('søren kjær');
    await tab
      .getByRole('button', { name: /Søren Kjær Nørgaard/ })
      .first()
      .click();
    await tab.getByText(`${centre.people + 1} personer skal tage kurset`).waitFor();
    await tab.getByRole('button', { name: 'Fjern Søren Kjær Nørgaard' }).click();
    await tab.getByText(`${centre.people} personer skal tage kurset`).waitFor();
  });

  it('says when the members of a group are not read yet', async () => {
    const { tab } = await show(coming);
    await tab.getByText('Medlemmerne af 1 gruppe er ikke læst endnu og tælles ikke med.').waitFor();
  });

  it('takes a group by its id only', async () => {
    const { tab, page } = await show(coming);
    await tab.getByLabel('Gruppens id').fill('Alle med persondata');
    await tab.getByRole('button', { name: 'Tilføj gruppen' }).click();
    await tab.getByText('Et id består af 32 tal og bogstaver med bindestreger').waitFor();
    await tab.getByLabel('Gruppens id').fill('2FEC8E78-bce4-4aaf-ab1b-5451cc387264');
    await page.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Fjern gruppen 2fec8e78-bce4-4aaf-ab1b-5451cc387264' }).waitFor();
    expect(posts('/rounds')).toEqual([]);
  });

  it('asks for somebody when nobody is chosen', async () => {
    const { tab } = await show('/learning/rounds/new');
    await tab.getByLabel('Kursus').selectOption({ label: 'Kend en falsk mail' });
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('GDPR 2028');
    await tab.getByRole('textbox', { name: 'Frist' }).fill('2028-01-31');
    await tab.getByLabel(/^Dem, jeg vælger/).check();
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByRole('alert').getByText('Vælg mindst et center, en gruppe eller en person').waitFor();
    await tab.getByLabel('Center for Kultur, Idræt og Fritid').check();
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
    const { tab } = await show(coming);
    await tab.getByRole('button', { name: /^Fjern Anne Jensen/ }).waitFor();
    await expect.poll(() => tab.getByLabel('Center for Voksne og Velfærd').isChecked()).toBe(true);
    await tab.getByRole('textbox', { name: 'Navn', exact: true }).fill('Falske mails, forår');
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByRole('row', { name: /Falske mails, forår/ }).waitFor();
  });

  it('puts the API’s refusal at its field', async () => {
    fails('PUT /api/learning/rounds/:roundKey', 400, { body: fieldRefusal('dueOn', 'Fristen er gået.') });
    const { tab } = await show(coming);
    await tab.getByRole('button', { name: 'Gem runden' }).click();
    await tab.getByText('Fristen er gået.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('dueOn');
  });

  it('is closed to those who may not, and gone for a round that is not there', async () => {
    const first = await show('/learning/rounds/new', 'coordinator');
    await first.tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
    await first.close();
    const { tab } = await show('/learning/rounds/edit/nope');
    await tab.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
  });
});

describe('Kurser', () => {
  it('fetches from Viva Learning now and says what came', async () => {
    for (const name of ['Jens Thomsen', 'Bente Holm']) {
      const { id: userId } = await person(name);
      const taken = { contentId: 'gdpr-i-hverdagen', completedDateTime: '2026-11-20T09:00:00Z' };
      world().journey.desk.world?.learning.put({ userId, status: 'completed', ...taken });
    }
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Hent fra Viva Learning nu: GDPR i hverdagen' }).click();
    await tab.getByText(/^2 nye er registreret ud af \d+ i Viva Learning\.$/).waitFor();
    await tab.getByText(/^Hentet 24\.\snov\. 2026 kl\. 09\.\d\d/).waitFor();
    expect(posts('/sync')).toHaveLength(1);
  });

  it('says why it could not be fetched', async () => {
    const { control, process } = world().journey;
    await control('PATCH', 'lists/Courses/items/course-gdpr', { fields: { VivaProblem: 'sharepoint.noConsent' } });
    await process();
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
    await tab.getByRole('heading', { level: 1, name: '2 er fritaget lige nu.' }).waitFor();
    await tab.getByText('2 fundet').waitFor();
    await tab.getByRole('button', { name: 'Alle' }).click();
    await tab.getByText('3 fundet').waitFor();
    await tab.getByLabel('Søg efter navn').fill('hvidovre');
    await tab.getByText('1 fundet').waitFor();
  });

  it('adds one for a person and a course', async () => {
    const { tab } = await show('/learning/exemptions');
    await tab.getByRole('button', { name: 'Fritag en person' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Fritag', exact: true }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await dialog.getByRole('searchbox').fill('jette lund');
    await dialog
      .getByRole('button', { name: /Jette Lund/ })
      .first()
      .click();
    await dialog.getByLabel('Kursus').selectOption('course-gdpr');
    await dialog.getByLabel('Hvorfor?').fill('Uden adgang til persondata');
    await dialog.getByRole('button', { name: 'Fritag', exact: true }).click();
    await tab.getByText('Jette Lund er fritaget.').waitFor();
    await tab.getByText('3 fundet').waitFor();
  });

  it('ends one after saying what it means', async () => {
    const { tab } = await show('/learning/exemptions');
    await tab
      .getByRole('button', { name: /^Afslut fritagelsen for/ })
      .first()
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Afslut fritagelsen i dag' });
    await dialog.getByText(/skal igen tage kurset fra i morgen/).waitFor();
    await dialog.getByRole('button', { name: 'Afslut fritagelsen' }).click();
    await tab.getByRole('heading', { level: 1, name: '2 er fritaget lige nu.' }).waitFor();
  });

  it.each([320, 1280])('asks in a dialog that breaks no accessibility rule and fits at %i px', async (width) => {
    const { tab } = await show('/learning/exemptions', 'ciso', width);
    await tab.getByRole('button', { name: 'Fritag en person' }).click();
    await tab.getByRole('dialog').waitFor();
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});

describe('at last', () => {
  it('says what closing means, then closes', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Luk GDPR i hverdagen 2026' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Luk GDPR i hverdagen 2026' });
    await dialog.getByText(/\d\d har ikke taget kurset\. Det bliver registreret for altid/).waitFor();
    await dialog.getByText(/Runden kan ikke åbnes igen/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Luk runden' }).click();
    await tab.getByText('GDPR i hverdagen 2026 er lukket.').waitFor();
    await tab.getByRole('row', { name: /^GDPR i hverdagen 2026 .* Lukket/ }).waitFor();
    const { rounds } = await ask('ciso', 'GET /api/learning/rounds', {});
    const open = rounds.filter(({ state }) => state === 'open').length;
    const answer = open === 1 ? '1 runde er åben.' : `${open} runder er åbne.`;
    await tab.getByRole('heading', { level: 1, name: answer }).waitFor();
  });

  it('teaches when there is no round, no course and nobody is exempt', async () => {
    const { control, process } = world().journey;
    for (const list of ['CourseRounds', 'Courses', 'Exemptions']) await control('DELETE', `lists/${list}/items`);
    await process();
    const { tab } = await show('/learning/exemptions');
    await tab.getByText(/Fritag dem her med en begrundelse og en slutdag/).waitFor();
    await tab.getByRole('button', { name: 'Fritag en person' }).waitFor();
    await goTo(tab, '/learning/rounds');
    await tab.getByRole('heading', { name: 'Der er ingen runder endnu' }).waitFor();
    await tab.getByRole('heading', { name: 'Der er ingen kurser endnu' }).waitFor();
    await tab.getByRole('link', { name: 'Opret et kursus' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Nyt kursus' }).waitFor();
  });
});
