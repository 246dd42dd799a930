import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/index.ts';
import { axe, axeColours, goTo, overflows, ownTab, resize, today, type Opened } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const centreId = 'voksne-og-velfaerd';
const tabs = ownTab({}, async ({ ask, person, goToDay }) => {
  // A centre lost its only ISK.
  await goToDay(addDays(today, -1));
  const { assignments } = await ask('ciso', 'GET /api/organisation/assignments', {});
  const only = assignments.find(({ role, person: { name } }) => role === 'coordinator' && name.startsWith('Gitte'));
  await ask('ciso', 'POST /api/organisation/assignments/:key/end', {
    params: { key: only?.key ?? 'none' },
    body: { endsOn: addDays(today, -1) },
  });
  await goToDay(today);
  // One ISK gets a task of the centre manager and those of the other ISK, on leave.
  const [manager, isk, other] = [
    await person('centreManager'),
    await person('coordinator'),
    await person('Omar Hassan'),
  ];
  await ask('centreManager', 'POST /api/obligations/hand-over', {
    body: {
      fromPersonId: manager.id,
      toPersonId: isk.id,
      keys: [`catalogue.centreAccessReview_2026-12-01_${centreId}`],
      note: 'Listen ligger i arkivet',
    },
  });
  await ask('Omar Hassan', 'PUT /api/absences/:personId', {
    params: { personId: other.id },
    body: { from: today, to: addDays(today, 60) },
  });
  return { line: (await person('Line Bach Eriksen')).id };
});
const { ask, asked, filled, leave, person } = tabs;
let opened: Opened[] = [];
afterEach(() => {
  const complaints = opened.flatMap((one) => one.complaints);
  opened = [];
  expect(complaints).toEqual([]);
});
const show = async (path: string, person = 'coordinator', screen: { width?: number; height?: number } = {}) => {
  const one = await tabs.openTab({ person, path: filled(path) }, screen);
  opened.push(one);
  return one;
};
const manager = 'Jakob Engell Simonsen';
const lastAsked = (part: string) =>
  asked()
    .filter((request) => request.includes(part))
    .at(-1) ?? '';
const titlesOf = (tab: Frame) => tab.locator('[data-part="task-group"] [data-part="task-title"]').allInnerTexts();

/** Chooses the new owner, with a reason. */
async function fillHandOver(tab: Frame, search = 'jens thomsen', name = /Jens Thomsen/) {
  const dialog = tab.getByRole('dialog', { name: 'Overdrag opgaver' });
  await dialog.getByRole('searchbox').fill(search);
  await dialog.getByRole('button', { name }).first().click();
  await dialog.getByLabel(/Hvad skal den nye vide/).fill('Jeg er på kursus.');
  return dialog;
}

describe('Mine opgaver', () => {
  it('answers first, then rows by how soon they are due, each with one button', async () => {
    const { tab } = await show('/tasks', 'securityTeam');
    await tab.getByRole('heading', { level: 1, name: 'Du har 9 opgaver, 4 er over tiden' }).waitFor();
    await tab.getByText('Den næste frist er om 6 dage (30. november).').waitFor();
    await expect
      .poll(() => tab.locator('[data-part="task-group-title"]').allInnerTexts())
      .toEqual(['Over tiden 4', 'Senere 5']);
    const overdue = tab.getByRole('region', { name: /^Over tiden/ });
    await overdue.getByText('12 dage over tiden (12. november)').waitFor();
    await expect
      .poll(() => overdue.getByRole('link').allInnerTexts())
      .toEqual(['Åbn opgaven', 'Skriv planen', 'Skriv planen', 'Skriv planen']);
    await expect.poll(() => tab.locator('[data-part="task-group"] [data-part="task"] a').count()).toBe(9);
    await leave();
    const ciso = await show('/tasks', 'ciso');
    await expect
      .poll(() => ciso.tab.locator('[data-part="task-group-title"]').allInnerTexts())
      .toEqual(['Denne uge 2', 'Senere 3']);
    const { obligations } = await ask('ciso', 'GET /api/obligations', { query: { show: 'done' } });
    await ciso.tab.getByRole('button', { name: 'Det er gjort' }).click();
    await ciso.tab
      .getByText(obligations[0]?.title ?? 'nothing is done')
      .first()
      .waitFor();
    await ciso.tab.getByText('Fristen var 5. jun. 2026').first().waitFor();
  });

  it('filters by kind, sorts, searches, keeps it in the address, and teaches when nothing matches', async () => {
    const { tab, page } = await show('/tasks', 'securityTeam');
    await tab.getByLabel('Slags').selectOption('doWheelTask');
    await tab.getByText('3 fundet').waitFor();
    await tab.getByLabel('Sortér').selectOption('title');
    await expect
      .poll(() => titlesOf(tab))
      .toEqual(['Gennemgå kravene til it-leverandører', 'Køb nøglekort og læsere', 'Skriv status til udvalget']);
    await tab.getByLabel('Søg i opgaver').click();
    await page.keyboard.type('status');
    await tab.getByText('1 fundet').waitFor();
    await expect.poll(() => tab.url()).toContain('kind=doWheelTask&sort=title&q=status');
    await page.keyboard.type('zz');
    await tab.getByRole('heading', { name: 'Ingen passer til søgningen' }).waitFor();
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await expect.poll(() => titlesOf(tab)).toHaveLength(9);
    await expect.poll(() => tab.getByLabel('Søg i opgaver').inputValue()).toBe('');
  });

  it('hands over what is picked after saying what it means, and undoes it', async () => {
    const one = await show('/tasks', 'securityTeam');
    const { tab, page } = one;
    expect(await axe(tab), 'tasks').toEqual([]);
    const begin = tab.getByRole('button', { name: 'Overdrag opgaver' });
    await begin.click();
    const dialog = tab.getByRole('dialog', { name: 'Overdrag opgaver' });
    await expect.poll(() => dialog.getByText('Kan ikke overdrages: kun du kan gøre det').count()).toBe(3);
    await expect.poll(() => dialog.getByRole('checkbox', { name: /Sikker mail/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await dialog.getByText('Vælg mindst én opgave').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    await dialog.getByText('Skriv mindst tre tegn').waitFor();
    // The note outlives the dialog.
    await dialog.getByLabel(/Hvad skal den nye vide/).fill('Nøglen ligger i skabet.');
    await dialog.getByRole('button', { name: 'Fortryd' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await begin.click();
    await expect.poll(() => dialog.getByLabel(/Hvad skal den nye vide/).inputValue()).toBe('Nøglen ligger i skabet.');
    await fillHandOver(tab);
    // Whom it goes to does not: it asks.
    await page.keyboard.press('Escape');
    await dialog.getByRole('alert').getByText('Kassér det, du har skrevet?').waitFor();
    await dialog.getByRole('button', { name: 'Skriv videre' }).click();
    await dialog.getByLabel(/^Skriv status til udvalget/).check();
    await dialog.getByLabel(/^Gennemgå kravene til it-leverandører/).check();
    await dialog.getByText('2 opgaver går fra dig til Jens Thomsen.').waitFor();
    await dialog.getByText('3 personlige bliver hos dig.').waitFor();
    await dialog.getByLabel(/Går tilbage efter/).fill('2026-12-18');
    await dialog.getByText('De går tilbage efter 18. dec. 2026').waitFor();
    expect(await axe(tab), 'hand over').toEqual([]);
    await resize(one, 320, 640);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab), 'narrow').toEqual([]);
    for (const theme of ['dark', 'contrast']) {
      await page.evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
      await tab.locator(`[data-theme=${theme}]`).waitFor();
      expect(await axeColours(tab), theme).toEqual([]);
    }
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab.getByText('2 opgaver er gået til Jens Thomsen.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du har 7 opgaver, 4 er over tiden' }).waitFor();
    expect(await axeColours(tab), 'tasks, contrast').toEqual([]);
    const handed = tab.getByRole('region', { name: 'Det har du overdraget' });
    await expect.poll(() => handed.getByText('Hos Jens Thomsen').count()).toBe(2);
    await tab.getByRole('button', { name: 'Fortryd overdragelsen' }).click();
    await tab.getByText('Overdragelsen er fortrudt. Opgaverne er tilbage.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du har 9 opgaver, 4 er over tiden' }).waitFor();
    await expect.poll(() => handed.getByText('Hos Jens Thomsen').count()).toBe(0);
  });

  it('is empty with a word on what comes, and the way to choose when to be reminded', async () => {
    const { tab } = await show('/tasks', 'Priya Singh');
    await tab.getByRole('heading', { level: 1, name: 'Du har ingen opgaver lige nu' }).waitFor();
    const choose = tab.getByRole('link', { name: 'Vælg, hvornår du vil mindes' });
    await expect.poll(() => choose.getAttribute('href')).toBe('/tab/tasks/reminders');
  });

  it('says why a task is mine when it was somebody else’s', async () => {
    const { tab } = await show('/tasks');
    await tab.getByText('Risikovurdering · Omar Hassan er på ferie eller orlov').first().waitFor();
    await tab.getByText('Årshjul · Overdraget fra Hanne Toft Lauridsen').waitFor();
    await tab.getByText('»Listen ligger i arkivet«').waitFor();
  });

  it('takes back what was handed over before', async () => {
    const { tab } = await show('/tasks', 'centreManager');
    await tab.getByRole('button', { name: /^Tag tilbage: Gennemgå adgange/ }).click();
    await tab.getByText('Gennemgå adgange i centret er taget tilbage.').waitFor();
    await tab.getByRole('heading', { name: 'Det har du overdraget' }).waitFor({ state: 'hidden' });
  });

  it('is open to an employee, who makes a link for Outlook and records leave, and follows up nobody', async () => {
    const { tab } = await show('/', 'employee');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Mit center' }).count()).toBe(0);
    await goTo(tab, '/tasks?show=done');
    await tab.getByRole('heading', { name: 'Her kommer det, du har gjort' }).waitFor();
    await tab.getByRole('button', { name: 'Vis mine opgaver i Outlook' }).click();
    const outlook = tab.getByRole('dialog', { name: 'Mine opgaver i Outlook' });
    await outlook.getByRole('button', { name: 'Lav mit link' }).click();
    await tab.getByLabel('Dit link').waitFor();
    await tab.page().keyboard.press('Escape');
    await outlook.waitFor({ state: 'hidden' });
    await tab.getByRole('button', { name: 'Jeg skal på ferie eller orlov' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Din ferie eller orlov' });
    await dialog.getByLabel(/Sidste dag/).fill('2027-01-31');
    expect(await dialog.getByText(/får et kort i Teams om orloven/).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Gem orloven' }).click();
    await tab.getByText('Din orlov er gemt.').waitFor();
  });
});

describe('Mit center', () => {
  it('is in the menu for those who follow up, and brings the reader to what a link shows', async () => {
    const { tab } = await show('/', 'coordinator');
    await tab.getByRole('link', { name: 'Mit center' }).click();
    await tab.getByRole('heading', { level: 1, name: /^\d+ opgaver? er over tiden$/ }).waitFor();
    const focused = () => tab.evaluate(() => document.activeElement?.textContent?.slice(0, 40));
    await tab
      .getByRole('link', { name: /^\d+ med frist snart$/ })
      .first()
      .click();
    await expect.poll(focused).toBe('Hvem skal gøre hvad');
    await tab.getByRole('link', { name: 'Mette Sørensen' }).first().click();
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Mette Sørensen');
    await tab.getByRole('button', { name: 'Vis alle medarbejdere' }).click();
    await expect.poll(focused).toBe('Hvem skal gøre hvad');
    await tab.getByRole('button', { name: 'Over tiden' }).click();
    await expect.poll(focused).toBe('Over tiden');
  });

  it('orders the centres by what is missing, says the same in a table, and links a number to exactly its rows', async () => {
    const { tab } = await show('/centre', 'ciso');
    await tab.getByText('Flest i Center for Voksne og Velfærd.').waitFor();
    const numbers = (await tab.locator('[data-part="standing-figures"] > :first-child').allInnerTexts()).map((text) =>
      Number.parseInt(text, 10),
    );
    expect(numbers).toHaveLength(10);
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    await tab.getByText('Ingen ISK er udpeget').waitFor();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('row', { name: /^Center for Voksne og Velfærd 26 \d+ \d+ \d+/ }).waitFor();
    const { centres } = await ask('ciso', 'GET /api/obligations/centres', {});
    const overdue = centres.find(({ centre }) => centre?.id === centreId)?.overdue ?? 0;
    expect(overdue).toBeGreaterThan(20);
    await tab.getByRole('button', { name: 'Billede', exact: true }).click();
    await tab.getByRole('link', { name: `${overdue} over tiden` }).click();
    await tab.getByRole('heading', { name: 'Hvem skal gøre hvad i Center for Voksne og Velfærd' }).waitFor();
    await expect.poll(() => lastAsked('/people?')).toContain('show=overdue');
    await expect.poll(() => lastAsked('/people?')).toContain(`centreId=${centreId}`);
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(overdue);
    const [download] = await Promise.all([
      tab.page().waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent som Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await expect.poll(() => lastAsked('people.xlsx')).toContain('show=overdue');
  });

  it('filters, searches, sorts both ways, walks through pages, and finds an employee by name', async () => {
    const { tab } = await show('/centre', 'ciso');
    await tab.getByText(/^1–50 af \d+$/).waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText(/^51–100 af \d+$/).waitFor();
    await tab.getByRole('button', { name: 'Hvem', exact: true }).click();
    const heading = tab.getByRole('columnheader', { name: 'Hvem' });
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await tab.getByRole('button', { name: 'Hvem', exact: true }).click();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending');
    await expect.poll(() => lastAsked('/people?')).toContain('direction=down');
    await tab.getByLabel('Slags').selectOption('takeCourse');
    await tab.getByLabel('Søg efter navn eller opgave').fill('zzz');
    await tab.getByRole('heading', { name: 'Ingen passer til søgningen' }).waitFor();
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await tab.getByText(/^1–50 af \d+$/).waitFor();
    await tab.getByLabel('Center', { exact: true }).selectOption('skoler-og-laering');
    await expect.poll(() => lastAsked('/people?')).toContain('centreId=skoler-og-laering');
    await tab.getByRole('button', { name: 'Find en medarbejder' }).click();
    await tab.getByRole('dialog').getByRole('searchbox').fill('lone friis');
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: /Lone Friis Albrechtsen/ })
      .first()
      .click();
    await tab
      .getByRole('region', { name: 'Lone Friis Albrechtsen' })
      .getByText(/Lone Friis Albrechtsen har/)
      .waitFor();
    await tab.getByRole('button', { name: 'Vis alle medarbejdere' }).click();
    await tab.getByRole('heading', { name: 'Det mangler i hvert center' }).waitFor();
  });

  it('hands over all that a person owes and undoes it, and records leave after saying what it moves', async () => {
    const { page, tab } = await show('/centre', manager);
    await tab.getByRole('button', { name: 'På pause' }).click();
    await tab.getByRole('heading', { name: 'Intet er på pause' }).waitFor();
    await goTo(tab, filled('/centre?person={line}'));
    await tab.getByText('Line Bach Eriksen har 17 opgaver').waitFor();
    await tab.getByRole('button', { name: 'Overdrag det hele' }).click();
    const handing = await fillHandOver(tab);
    await handing.getByText('16 opgaver går fra Line Bach Eriksen til Jens Thomsen.').waitFor();
    await handing.getByText('1 personlig bliver hos Line Bach Eriksen.').waitFor();
    await handing.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab.getByText('16 opgaver er gået til Jens Thomsen.').waitFor();
    await tab.getByText('Line Bach Eriksen har én opgave').waitFor();
    await tab.getByRole('button', { name: 'Fortryd overdragelsen' }).click();
    await tab.getByText('Line Bach Eriksen har 17 opgaver').waitFor();
    await tab.getByRole('button', { name: 'Registrér ferie eller orlov' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Ferie eller orlov for Line Bach Eriksen' });
    await dialog.getByText(/opgaver falder til ISK’en eller centerchefen imens\./).waitFor();
    await dialog.getByText('1 personlig opgave venter, til Line Bach Eriksen er tilbage.').waitFor();
    // At 400 % zoom.
    await resize({ page, tab }, 320, 256);
    const save = tab.getByRole('button', { name: 'Gem orloven' });
    await save.scrollIntoViewIfNeeded();
    await expect.poll(() => save.isVisible()).toBe(true);
    await expect.poll(() => overflows(tab)).toBe(false);
    await resize({ page, tab }, 1280);
    await dialog.getByLabel(/Sidste dag/).fill('2026-01-01');
    await dialog.getByRole('button', { name: 'Gem orloven' }).click();
    await dialog.getByText('Sidste dag skal ligge efter første dag').waitFor();
    await dialog.getByText(/slutter fraværet af sig selv efter et år, 2\d\.\snov\. 2027/).waitFor();
    await dialog.getByText('Line Bach Eriksen får et kort i Teams om orloven og kan selv afslutte den.').waitFor();
    await dialog.getByLabel(/Sidste dag/).fill('2099-12-31');
    await dialog.getByText(/højst vare et år: vælg 2\d\.\snov\. 2027/).waitFor();
    await dialog.getByLabel(/Sidste dag/).fill('2027-01-31');
    await dialog.getByRole('button', { name: 'Gem orloven' }).click();
    await tab.getByText('Orloven for Line Bach Eriksen er gemt.').waitFor();
    await tab.getByText('På orlov fra 24. nov. 2026 til 31. jan. 2027.').waitFor();
    await tab.getByText('Line Bach Eriksen har ingen opgaver').waitFor();
    await tab.getByText(/^1 personlig opgave venter\. \d+ opgaver er hos en anden imens\.$/).waitFor();
    await tab
      .getByRole('cell', { name: /Line Bach Eriksen er på ferie eller orlov/ })
      .first()
      .waitFor();
    await tab.getByRole('button', { name: 'På pause' }).click();
    await tab.getByRole('cell', { name: /Tag kurset Sikker mail/ }).waitFor();
    await tab.getByRole('button', { name: 'Er tilbage' }).click();
    await tab.getByText('Line Bach Eriksen er tilbage. Opgaverne er, hvor de var før.').waitFor();
    await tab.getByRole('button', { name: 'Registrér ferie eller orlov' }).waitFor();
  });

  it('hands over picked rows of several people in one go', async () => {
    const { tab } = await show('/centre?kind=doRiskAction', 'Nadia Khan');
    for (const name of ['Nadia Khan', 'Peter Lund Svendsen'])
      await tab
        .getByRole('checkbox', { name: new RegExp(`^Vælg .* hos ${name}$`) })
        .first()
        .check();
    await tab.getByText('2 valgt').waitFor();
    await tab.locator('[data-part="picked"]').getByRole('button', { name: 'Overdrag' }).click();
    const dialog = await fillHandOver(tab, 'katrine hansen', /Katrine Hansen/);
    await dialog.getByText(/1 opgave går fra Nadia Khan til Katrine Hansen\./).waitFor();
    await dialog.getByText(/1 opgave går fra Peter Lund Svendsen til Katrine Hansen\./).waitFor();
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab.getByText('2 opgaver er gået til Katrine Hansen.').waitFor();
    expect(asked().filter((request) => request.startsWith('POST /api/obligations/hand-over'))).toHaveLength(2);
  });

  it('has the numbers of every centre and whom to ask, and asks for nobody’s name, for the committee', async () => {
    const { tab } = await show('/centre?show=overdue&person={line}', 'Vibeke Ørum Clausen');
    await tab.getByText('Navne på medarbejdere ser centerets egen ISK og leder.', { exact: false }).waitFor();
    await tab
      .getByText(/ISK: .+ · Leder: /)
      .first()
      .waitFor();
    expect(await tab.locator('main').getByRole('link').count()).toBe(0);
    expect(await tab.getByRole('button', { name: /Find|Excel|Hent/ }).count()).toBe(0);
    expect(asked().filter((request) => /people|hand-overs|absences/.test(request))).toEqual([]);
    await tab.getByRole('button', { name: 'Tabel' }).click();
    expect(await tab.getByRole('table').getByRole('link').count()).toBe(0);
  });

  it('begins with the own centre, also for a reader who sees all of them by another role', async () => {
    const { id: personId } = await person('securityTeam');
    await ask('ciso', 'POST /api/organisation/assignments', {
      body: { personId, role: 'coordinator', centreId, startsOn: today },
    });
    const { tab } = await show('/centre', 'securityTeam');
    await tab.getByRole('heading', { name: 'Hvem skal gøre hvad i Center for Voksne og Velfærd' }).waitFor();
    await expect.poll(() => lastAsked('/people?')).toContain(`centreId=${centreId}`);
    expect(await tab.locator('[data-part="standing"]').count()).toBe(1);
    await tab.getByRole('link', { name: 'Se alle centre' }).click();
    await expect.poll(() => tab.locator('[data-part="standing"]').count()).toBe(10);
    await expect.poll(() => lastAsked('/people?')).not.toContain('centreId');
  });

  it('stays that of the own centre beside one of its people, for a manager who sees the numbers of all', async () => {
    const { id } = await person('coordinator');
    const { tab } = await show(`/centre?person=${id}`, 'centreManager');
    await tab.getByRole('button', { name: 'Vis alle medarbejdere' }).waitFor();
    expect(await tab.locator('[data-part="page-above"]').innerText()).toBe('Center for Voksne og Velfærd');
  });
});
