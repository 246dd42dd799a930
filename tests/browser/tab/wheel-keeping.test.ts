import { describe, expect, it } from 'vitest';
import { axe, fieldRefusal, goTo, overflows, ownTab, refusal, resize, today } from '../tab-page.ts';

const { openTab, ask, fails, filled, leave, person } = ownTab({}, async ({ ask, journey }) => {
  // Two activities of the ready year are free again.
  for (const key of ['guidelineReview', 'centreRiskReview'])
    await journey.control('DELETE', `lists/WheelActivities/items/catalogue.${key}`);
  await journey.process();
  const { key } = await ask('ciso', 'POST /api/wheel/meetings', {
    body: {
      title: 'Ekstra møde',
      on: '2026-12-15',
      startsAt: '09:30',
      minutes: 60,
      place: 'Online',
      agenda: ['Ny politik'],
    },
  });
  return { off: key };
});
const show = async (path: string, opening: object = {}, screen: object = {}) =>
  openTab({ person: 'ciso', path: filled(path), ...opening }, screen);
const activities = async () => (await ask('ciso', 'GET /api/wheel/activities', {})).activities.length;

describe('activities', () => {
  it('say in a sentence when they come, are searched and sorted, and closed to those who may not change them', async () => {
    const { tab, page } = await show('/wheel/activities');
    await tab.getByRole('heading', { level: 1, name: `${await activities()} aktiviteter kommer igen.` }).waitFor();
    await tab.getByText('Den anden tirsdag, hver tredje måned').waitFor();
    await tab.getByText('Et halvt år efter, at det sidst blev gjort').waitFor();
    await expect.poll(() => tab.getByText('FREQ').count()).toBe(0);
    await tab.getByRole('searchbox', { name: 'Søg efter aktivitet' }).click();
    await page.keyboard.type('godkender politikken');
    await tab.getByText('2 fundet').waitFor();
    await tab.getByRole('button', { name: 'Aktivitet' }).click();
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Aktivitet' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await leave();
    const other = await show('/wheel/activities/new', { person: 'coordinator' });
    await other.tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });

  it('show the next six dates while one chooses, and keep themselves while one is away', async () => {
    const { tab, page } = await show('/wheel/activities/new');
    await tab.getByLabel('Første gang').fill('2027-03-12');
    const dates = tab.locator('[data-part="date-list"] li');
    await tab.getByText('Hvert år den 12. marts').waitFor();
    await expect
      .poll(() => dates.allInnerTexts())
      .toEqual([
        '12.\u00a0mar. 2027',
        '12.\u00a0mar. 2028',
        '12.\u00a0mar. 2029',
        '12.\u00a0mar. 2030',
        '12.\u00a0mar. 2031',
        '12.\u00a0mar. 2032',
      ]);
    await tab.getByRole('radio', { name: 'En bestemt ugedag i måneden' }).check();
    await tab.getByRole('combobox', { name: 'Hvilken' }).selectOption({ label: 'Den sidste' });
    await tab.getByRole('combobox', { name: 'Ugedag' }).selectOption({ label: 'fredag' });
    await tab.getByText('Den sidste fredag, hver måned').waitFor();
    await expect.poll(async () => (await dates.allInnerTexts())[0]).toBe('26.\u00a0mar. 2027');
    await tab.getByLabel('Hvad skal gøres?').fill('Gennemgå leverandører');
    await tab.getByText('Gemt på denne enhed').waitFor();
    await tab.getByRole('radio', { name: 'Hvert kvartal' }).check();
    await page.reload();
    const again = page.frames()[1];
    await again?.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    await expect.poll(() => again?.getByLabel('Hvad skal gøres?').inputValue()).toBe('Gennemgå leverandører');
    await expect.poll(() => again?.getByRole('radio', { name: 'Hvert kvartal' }).isChecked()).toBe(true);
  });

  it('are made, with what is wrong, and what the API refuses, said at the fields first', async () => {
    const before = await activities();
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
    fails('POST /api/wheel/activities', 422, { body: fieldRefusal('title', 'Den findes allerede'), times: 1 });
    await tab.getByRole('button', { name: 'Lav aktiviteten' }).click();
    await tab.getByText('Den findes allerede').waitFor();
    await tab.getByRole('button', { name: 'Lav aktiviteten' }).click();
    await tab.getByText('Gennemgå leverandører er gemt.').waitFor();
    await tab.getByRole('heading', { level: 1, name: `${before + 1} aktiviteter kommer igen.` }).waitFor();
  });

  it('say what a changed rule changes, and what stays, and are closed with a reason', async () => {
    const { tab } = await show('/wheel/activities/catalogue.courseCentreFollowUp');
    await tab.getByLabel('Hvad skal gøres?').waitFor();
    await expect.poll(() => tab.getByText('Den nye regel gælder fra i dag.').count()).toBe(0);
    await tab.getByRole('radio', { name: 'Hvert kvartal' }).check();
    await tab.getByText('Den nye regel gælder fra i dag.').waitFor();
    await tab.getByText('Det, der allerede er forfaldent, bliver stående med sin frist.').waitFor();
    await tab.getByRole('radio', { name: 'Fra sidst, det blev gjort' }).check();
    await tab.getByText('De næste datoer, hvis det bliver gjort til tiden').waitFor();
    await tab.getByRole('button', { name: 'Luk aktiviteten' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvorfor?').fill('Gøres i tilsynet');
    await dialog.getByRole('button', { name: 'Luk aktiviteten' }).click();
    await tab.getByText('Aktiviteten er lukket').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Luk aktiviteten' }).count()).toBe(0);
  });
});

describe('the ready year', () => {
  it('is taken from, several at a time, by month with source and reason', async () => {
    const { tab } = await show('/wheel/catalogue');
    await tab.getByRole('heading', { level: 1, name: '40 aktiviteter, der er klar til brug' }).waitFor();
    await tab.getByLabel('Gennemgå de fælles retningslinjer').check();
    await tab.getByLabel('Gennemgå centrets risici').check();
    await expect.poll(() => tab.getByLabel('Byrådet godkender politikken').isDisabled()).toBe(true);
    await tab.getByText('2 valgt').waitFor();
    await tab.getByRole('button', { name: 'Tag 2 aktiviteter' }).click();
    await tab.getByText('2 aktiviteter er lagt på hjulet.').waitFor();
  });
});

describe('centres by month', () => {
  it('counts in words what each cell shows, and leads to exactly those rows', async () => {
    const { tab } = await show('/wheel/heat');
    await tab.getByRole('heading', { level: 1, name: '9 opgaver er over tiden.' }).waitFor();
    // Without colours the kinds are told apart too.
    const kinds = await tab
      .getByRole('list', { name: 'Det betyder felterne' })
      .locator('[aria-hidden]')
      .allInnerTexts();
    expect(kinds).toEqual(['', '0/2', '1/2', '2/2', '!']);
    await tab.getByRole('link', { name: /^Teamet, november: 2\/5 ?, 1 er over tiden$/ }).click();
    await tab.getByText('5 fundet').waitFor();
    await tab.getByRole('heading', { name: 'Årets opgaver, november' }).waitFor();
    await goTo(tab, '/wheel/heat');
    await tab.getByRole('link', { name: /^Center for Dagtilbud, oktober: 1\/2/ }).click();
    await tab.getByText('2 fundet').waitFor();
    await tab.getByRole('link', { name: 'Hold internt tilsyn i centret' }).waitFor();
  });
});

describe('plans', () => {
  it('show how far they have come, take one more task, and are made for whatever begins', async () => {
    const { tab } = await show('/wheel/plans');
    await tab.getByRole('heading', { level: 1, name: '1 af 34 opgaver i planerne er klaret.' }).waitFor();
    await tab.getByRole('button', { name: 'Tilføj en opgave til Indfør informationssikkerhedspolitik 4.0' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tilføj en opgave' }).click();
    await dialog.getByText('Udfyld feltet').first().waitFor();
    await dialog.getByLabel('Hvad skal gøres?').fill('Ret skabelonen');
    await dialog.getByLabel('Frist').fill('2027-01-15');
    await dialog.getByLabel('Hvem har ansvaret?').selectOption('securityTeam');
    await dialog.getByRole('button', { name: 'Tilføj en opgave' }).click();
    await tab.getByText('Ret skabelonen er tilføjet.').waitFor();
    await tab.getByRole('heading', { level: 1, name: '1 af 35 opgaver i planerne er klaret.' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Ny plan' }).click();
    await dialog.getByLabel('Hvad hedder planen?').fill('Nyt omsorgssystem');
    await dialog.getByRole('button', { name: 'Lav planen' }).click();
    await tab.getByText('Nyt omsorgssystem er lavet.').waitFor();
    await tab.getByRole('heading', { name: 'Nyt omsorgssystem', exact: true }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    // The version in force has a plan from its publication: no second one is made.
    await tab.getByRole('button', { name: 'Ny plan' }).click();
    await dialog.getByLabel('Hvad hedder planen?').fill('Politik 4.0');
    await dialog
      .getByLabel('Hører til en version af politikken')
      .selectOption({ label: 'Informationssikkerhedspolitik 4.0' });
    await dialog.getByRole('button', { name: 'Lav planen' }).click();
    await tab.getByText('Versionen har allerede planen Indfør informationssikkerhedspolitik 4.0.').waitFor();
    const plan = tab.getByRole('heading', { name: 'Indfør informationssikkerhedspolitik 4.0', exact: true });
    await expect.poll(() => plan.count()).toBe(1);
    await dialog.waitFor({ state: 'detached' });
    // A coming version has its plan before it is decided, and begins with it.
    await tab.getByRole('button', { name: 'Ny plan' }).click();
    await dialog.getByLabel('Hvad hedder planen?').fill('Indfør version 5.0');
    const { effectiveOn } = await ask('ciso', 'GET /api/policy/versions/:versionKey', {
      params: { versionKey: 'policy-5-0' },
    });
    await dialog.getByLabel('Hører til en version af politikken').selectOption('policy-5-0');
    await expect.poll(() => dialog.getByLabel('Begynder').inputValue()).toBe(effectiveOn);
    await dialog.getByRole('button', { name: 'Lav planen' }).click();
    await tab.getByRole('heading', { name: 'Indfør version 5.0', exact: true }).waitFor();
  });
});

describe('network meetings', () => {
  it('ask the reader who is invited, count the answers, come as a file, and are called off after a question', async () => {
    const invited = await show('/wheel/meetings/{off}', { person: 'coordinator' });
    await invited.tab.getByText('0 kommer, 0 måske, 0 kan ikke, 11 har ikke svaret').waitFor();
    await invited.tab.getByRole('group', { name: 'Kommer du?' }).getByRole('button', { name: 'Ja' }).click();
    await invited.tab.getByText('1 kommer, 0 måske, 0 kan ikke, 10 har ikke svaret').waitFor();
    await invited.tab.getByRole('button', { name: 'Læg i min kalender' }).waitFor();
    await resize(invited, 320, 640);
    await expect.poll(() => overflows(invited.tab)).toBe(false);
    await leave();
    const { tab } = await show('/wheel/meetings/{off}');
    await tab.getByRole('button', { name: 'Aflys mødet' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Aflys mødet' }).click();
    await tab.getByText('Mødet er aflyst', { exact: true }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Aflys mødet' }).count()).toBe(0);
    await leave();
    const again = await show('/wheel/meetings/{off}', { person: 'coordinator' });
    await again.tab.getByText('Mødet er aflyst', { exact: true }).waitFor();
    expect(await again.tab.getByRole('group', { name: 'Kommer du?' }).count()).toBe(0);
  });

  it('say when the next one is and who came to the last, take attendance by one press, get minutes, and give tasks', async () => {
    const { tab } = await show('/wheel/meetings');
    await tab.getByRole('heading', { level: 1, name: 'Næste netværksmøde er 7. december kl. 09.30.' }).waitFor();
    await tab.getByText('10 af 13 kom').waitFor();
    await goTo(tab, '/wheel/meetings/netvaerk-vinter');
    await tab.getByText('11 er inviteret', { exact: true }).waitFor();
    expect(await tab.getByRole('button', { name: 'Kom', exact: true }).count()).toBe(0);
    const { title, minutes, place, agenda } = await ask('ciso', 'GET /api/wheel/meetings/:meetingKey', {
      params: { meetingKey: 'netvaerk-vinter' },
    });
    const body = { title, on: today, startsAt: '08:00', minutes, place, agenda };
    const { key, people } = await ask('ciso', 'POST /api/wheel/meetings', { body });
    const all = people.length;
    await goTo(tab, `/wheel/meetings/${key}`);
    await tab.getByText(`${all} er inviteret. Fremmødet er ikke skrevet ind`, { exact: true }).waitFor();
    const first = tab.locator('[data-part="attendance"] li').first();
    fails('PUT /api/wheel/meetings/:meetingKey/attendance', 503, { body: refusal('test', 'Væk lidt'), times: 1 });
    await first.getByRole('button', { name: 'Kom', exact: true }).click();
    await tab.getByRole('alert').getByText('Væk lidt').waitFor();
    await tab.getByText(`${all} er inviteret. Fremmødet er ikke skrevet ind`, { exact: true }).waitFor();
    await first.getByRole('button', { name: 'Kom', exact: true }).click();
    await tab.getByText(`1 af ${all} kom`).waitFor();
    await tab.getByRole('button', { name: 'Resten kom' }).click();
    await tab.getByText(`${all} af ${all} kom`).waitFor();
    await first.getByRole('button', { name: 'Afbud' }).click();
    await tab.getByText(`${all - 1} af ${all} kom`).waitFor();
    await goTo(tab, '/wheel/meetings/netvaerk-vinter/edit');
    await tab.getByLabel('Link til referatet').fill('referatet ligger der');
    await tab.getByRole('button', { name: 'Gem ændringerne' }).click();
    await tab.getByText('Skriv en adresse, der begynder med https://').waitFor();
    await tab.getByLabel('Link til referatet').fill('https://kommune.example/referat');
    await tab.getByRole('button', { name: 'Gem ændringerne' }).click();
    await tab.getByRole('link', { name: 'Læs referatet' }).waitFor();
    await goTo(tab, '/wheel/meetings/netvaerk-efteraar');
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
    await tab.getByText('Mødet er indkaldt. 11 ISK’er er inviteret.').waitFor();
    await expect
      .poll(() => tab.locator('[data-part="meeting-agenda"] li').allInnerTexts())
      .toEqual(['Nyt fra teamet', 'Øvelser']);
    await tab.getByText('2. mar. 2027 kl. 10.00, 90 minutter').waitFor();
  });
});

describe('my tasks in Outlook', () => {
  it('come by a link of one’s own that is made, copied and stopped, in a dialog that fits any width', async () => {
    const { tab, page } = await show('/wheel', { person: 'coordinator' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.getByRole('button', { name: 'Vis mine opgaver i Outlook' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Mine opgaver i Outlook' });
    await dialog.getByRole('button', { name: 'Lav mit link' }).click();
    await dialog.getByRole('button', { name: 'Kopiér' }).click();
    await dialog.getByRole('button', { name: 'Kopieret' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/calendar\/[\w-]{20,}\.ics$/);
    expect(await axe(tab)).toEqual([]);
    await resize({ page, tab }, 320, 640);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab), '320 px').toEqual([]);
    await dialog.getByRole('button', { name: 'Stop linket' }).click();
    await tab.getByText('Linket virker ikke mere.').waitFor();
    await dialog.getByRole('button', { name: 'Lav mit link' }).waitFor();
    await expect.poll(() => dialog.getByLabel('Dit link').count()).toBe(0);
  });
});

describe('what two change at once', () => {
  const byTeam = (name: string) => ({ heading: `${name} har ændret det imens`, theirs: `Brug det fra ${name}` });

  it('is merged on a page: what only the other changed is taken, the rest chosen, and nothing is lost', async () => {
    const params = { meetingKey: 'netvaerk-vinter' };
    const { tab } = await show('/wheel/meetings/netvaerk-vinter/edit');
    await tab.getByLabel('Sted (valgfrit)').fill('Lokale 4');
    await tab.getByLabel('Titel').fill('Vintermøde');
    const now = await ask('ciso', 'GET /api/wheel/meetings/:meetingKey', { params });
    const { title, on, startsAt, minutes, minutesLink } = now;
    const body = { title, on, startsAt, minutes, minutesLink, place: 'Byrådssalen', agenda: ['Nyt punkt'] };
    await ask('securityTeam', 'PUT /api/wheel/meetings/:meetingKey', { params, body: { ...body, expected: now.etag } });
    const { name } = await person('securityTeam');
    const said = byTeam(name);
    await tab.getByRole('button', { name: 'Gem ændringerne' }).click();
    await tab.getByRole('heading', { name: said.heading }).waitFor();
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual(['Dagsorden']);
    expect(await tab.getByRole('group', { name: 'Sted' }).innerText()).toMatch(/Lokale 4[^]*Byrådssalen/);
    await expect.poll(() => axe(tab)).toEqual([]);
    await tab.getByRole('group', { name: 'Sted' }).getByRole('radio', { name: said.theirs }).check();
    await tab.getByRole('button', { name: 'Gem igen' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Vintermøde', exact: true }).waitFor();
    expect(await ask('ciso', 'GET /api/wheel/meetings/:meetingKey', { params })).toMatchObject({
      ...{ title: 'Vintermøde', place: 'Byrådssalen', agenda: ['Nyt punkt'] },
    });
  });

  it('is merged in a dialog, which can be used again at once', async () => {
    const body = { days: 400, isOn: false };
    const { tab } = await show('/operations/retention');
    const change = tab.getByRole('button', { name: /^Ret/ }).first();
    await change.click();
    const dialog = tab.getByRole('dialog');
    const [kind] = (await ask('ciso', 'GET /api/retention', {})).kinds;
    if (!kind) throw new Error('no kinds');
    const most = kind.leastDays + 100;
    await dialog.getByLabel(/dage/i).fill(String(most));
    await ask('ciso', 'PUT /api/retention/:kind', { params: { kind: kind.kind }, body: { ...body, days: most + 50 } });
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByRole('heading', { name: /har ændret det imens/ }).waitFor();
    await dialog.getByRole('button', { name: 'Gem igen' }).click();
    await expect.poll(() => tab.getByRole('dialog').count()).toBe(0);
    const daysNow = async () => (await ask('ciso', 'GET /api/retention', {})).kinds[0]?.days;
    expect(await daysNow()).toBe(most);
    await change.click();
    await dialog.getByLabel(/dage/i).fill(String(most + 10));
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await expect.poll(daysNow).toBe(most + 10);
  });
});
