import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, open, overflows, type Opened } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { sharedMock, type MockServer } from './mock/server.ts';
import { launch, leaveBrowser } from '../launch.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([sharedMock(), launch()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});
beforeEach(() => mock.reset());
afterEach(async () => {
  const complaints = opened?.complaints ?? [];
  await opened?.close();
  opened = undefined;
  expect(complaints).toEqual([]);
});
const show = async (path: string, person = 'isk', screen: { width?: number; height?: number } = {}) =>
  (opened = await open(browser, mock, { person, path }, screen));
const lastAsked = (part: string) => mock.asked.filter((request) => request.includes(part)).at(-1) ?? '';
const titlesOf = (tab: Frame) => tab.locator('[data-part="task-group"] [data-part="task-title"]').allInnerTexts();

/** Chooses who takes over, and says why. */
async function fillHandOver(tab: Frame) {
  const dialog = tab.getByRole('dialog', { name: 'Overdrag opgaver' });
  await dialog.getByRole('searchbox').fill('jens holm');
  await dialog
    .getByRole('button', { name: /^JH Jens Holm|Jens Holm/ })
    .first()
    .click();
  await dialog.getByLabel(/Hvad skal den nye vide/).fill('Jeg er på kursus.');
  return dialog;
}

describe('Mine opgaver', () => {
  it('answers first, then rows by how soon they are due, each with one button', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('heading', { level: 1, name: 'Du har 5 ting at gøre, 1 er over tiden' }).waitFor();
    await tab.getByText('Den næste frist er om 3 dage (27. november).').waitFor();
    await expect
      .poll(() => tab.locator('[data-part="task-group-title"]').allInnerTexts())
      .toEqual(['Over tiden 1', 'Denne uge 1', 'Senere 3']);
    const overdue = tab.getByRole('region', { name: /^Over tiden/ });
    await overdue.getByText('4 dage over tiden (20. november)').waitFor();
    await expect.poll(() => overdue.getByRole('link').allInnerTexts()).toEqual(['Åbn kurset']);
    await expect.poll(() => tab.locator('[data-part="task-group"] [data-part="task"] a').count()).toBe(5);
  });

  it('shows in Outlook too, by a link that anybody can make', async () => {
    const { tab } = await show('/tasks', 'employee');
    await tab.getByRole('button', { name: 'Vis mine opgaver i Outlook' }).click();
    await tab
      .getByRole('dialog', { name: 'Mine opgaver i Outlook' })
      .getByRole('button', { name: 'Lav mit link' })
      .click();
    await tab.getByLabel('Dit link').waitFor();
  });

  it('says why a task is mine when it was somebody else’s', async () => {
    const { tab } = await show('/tasks');
    await tab.getByText('Årshjul · Åse Jensen er på ferie eller orlov').waitFor();
    await tab.getByText('Årshjul · Overdraget fra Fatima Kaya').waitFor();
    await tab.getByText('»Nøglen til rummet har Åse«').waitFor();
  });

  it('filters by kind, sorts, searches, keeps it in the address, and teaches when nothing matches', async () => {
    const { tab, page } = await show('/tasks');
    await tab.getByLabel('Slags').selectOption('doWheelTask');
    await tab.getByText('3 fundet').waitFor();
    await tab.getByLabel('Sortér').selectOption('title');
    await expect
      .poll(() => titlesOf(tab))
      .toEqual([
        'Afprøv nødproceduren for omsorgssystemet',
        'Gennemgå adgangsrettigheder i fagsystemerne',
        'Ryd op i fællespostkasser',
      ]);
    await tab.getByLabel('Søg i opgaver').click();
    await page.keyboard.type('fatima');
    await tab.getByText('1 fundet').waitFor();
    await expect.poll(() => tab.url()).toContain('kind=doWheelTask&sort=title&q=fatima');
    await page.keyboard.type('zz');
    await tab.getByRole('heading', { name: 'Ingen passer til søgningen' }).waitFor();
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await expect.poll(() => titlesOf(tab)).toHaveLength(5);
    await expect.poll(() => tab.getByLabel('Søg i opgaver').inputValue()).toBe('');
  });

  it('shows what is done, and teaches who has done nothing yet', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('button', { name: 'Det er gjort' }).click();
    await tab.getByText('Tilsyn med papirarkivet').waitFor();
    await tab.getByText('Fristen var 4. nov. 2026').waitFor();
    await opened?.close();
    const employee = await show('/tasks?show=done', 'employee');
    await employee.tab.getByRole('heading', { name: 'Her kommer det, du har gjort' }).waitFor();
  });

  it('is empty with a word on what comes, and the way to choose when to be reminded', async () => {
    const { tab } = await show('/tasks', 'done');
    await tab.getByRole('heading', { level: 1, name: 'Du har ingenting at gøre lige nu' }).waitFor();
    const choose = tab.getByRole('link', { name: 'Vælg, hvornår du vil mindes' });
    await expect.poll(() => choose.getAttribute('href')).toBe('/tab/tasks/reminders');
  });

  it('hands over what is picked after saying what it means, and undoes it', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('button', { name: 'Overdrag opgaver' }).click();
    const dialog = await fillHandOver(tab);
    await dialog.getByLabel(/^Ryd op i fællespostkasser/).check();
    await dialog.getByLabel(/^Gennemgå adgangsrettigheder/).check();
    await dialog.getByText('2 opgaver går fra dig til Jens Holm.').waitFor();
    await dialog.getByText('2 personlige bliver hos dig.').waitFor();
    await dialog.getByLabel(/Går tilbage efter/).fill('2026-12-18');
    await dialog.getByText('De går tilbage efter 18. dec. 2026').waitFor();
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab.getByText('2 opgaver er gået til Jens Holm.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du har 3 ting at gøre' }).waitFor();
    const handed = tab.getByRole('region', { name: 'Det har du overdraget' });
    await expect.poll(() => handed.getByText('Hos Jens Holm').count()).toBe(2);
    await tab.getByRole('button', { name: 'Fortryd overdragelsen' }).click();
    await tab.getByText('Overdragelsen er fortrudt. Opgaverne er tilbage.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du har 5 ting at gøre' }).waitFor();
    await expect.poll(() => handed.getByText('Hos Jens Holm').count()).toBe(0);
  });

  it('says of what is personal why it stays, and of a field what is wrong, with the focus on the first', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('button', { name: 'Overdrag opgaver' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Overdrag opgaver' });
    await expect.poll(() => dialog.getByText('Kan ikke overdrages: kun du kan gøre det').count()).toBe(2);
    await expect.poll(() => dialog.getByRole('checkbox', { name: /Informationssikkerhedspolitik/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await dialog.getByText('Vælg mindst én opgave').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    await dialog.getByText('Skriv mindst tre tegn').waitFor();
  });

  it('keeps the note when the dialog is left', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('button', { name: 'Overdrag opgaver' }).click();
    await tab
      .getByRole('dialog')
      .getByLabel(/Hvad skal den nye vide/)
      .fill('Nøglen ligger i skabet.');
    await tab.getByRole('dialog').getByRole('button', { name: 'Fortryd' }).click();
    await tab.getByRole('dialog').waitFor({ state: 'hidden' });
    await tab.getByRole('button', { name: 'Overdrag opgaver' }).click();
    expect(
      await tab
        .getByRole('dialog')
        .getByLabel(/Hvad skal den nye vide/)
        .inputValue(),
    ).toBe('Nøglen ligger i skabet.');
  });

  it('takes back what was handed over before', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('button', { name: /^Tag tilbage: Opdatér listen/ }).click();
    await tab.getByText('Opdatér listen over nøgler til serverrummet er taget tilbage.').waitFor();
    await tab.getByRole('heading', { name: 'Det har du overdraget' }).waitFor({ state: 'hidden' });
  });
});

describe('Mit center', () => {
  it('stands in the menu for those who follow up, and for nobody else', async () => {
    const { tab } = await show('/', 'isk');
    await tab.getByRole('link', { name: 'Mit center' }).click();
    await tab.getByRole('heading', { level: 1, name: '3 ting er over tiden' }).waitFor();
    await opened?.close();
    const employee = await show('/', 'employee');
    await employee.tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => employee.tab.getByRole('link', { name: 'Mit center' }).count()).toBe(0);
  });

  it('orders the centres by what is missing, and says the same in a table', async () => {
    const { tab } = await show('/centre', 'ciso');
    await tab.getByText('Flest i Center for Voksne og Velfærd.').waitFor();
    const overdue = async () =>
      (await tab.locator('[data-part="standing-figures"] > :first-child').allInnerTexts()).map((text) =>
        Number.parseInt(text, 10),
      );
    const numbers = await overdue();
    expect(numbers).toHaveLength(9);
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    await tab.getByText('Ingen ISK er udpeget').waitFor();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('row', { name: /^Center for Voksne og Velfærd 200 3 4 24/ }).waitFor();
  });

  it('begins with the own centre, also for whoever sees all of them by another role', async () => {
    const own = { role: 'centreManager' as const, centre: { id: 'c2', title: 'Center for Børn og Forebyggelse' } };
    mock.override('GET /api/me', { change: (me) => ({ ...me, roles: [own] }) });
    const { tab } = await show('/centre', 'ciso');
    await tab.getByRole('heading', { name: 'Hvem skal gøre hvad i Center for Børn og Forebyggelse' }).waitFor();
    await expect.poll(() => lastAsked('/people?')).toContain('centreId=c2');
    expect(await tab.locator('[data-part="standing"]').count()).toBe(1);
    await tab.getByRole('link', { name: 'Se alle centre' }).click();
    await expect.poll(() => tab.locator('[data-part="standing"]').count()).toBe(9);
    await expect.poll(() => lastAsked('/people?')).not.toContain('centreId');
    await tab.getByLabel('Center', { exact: true }).selectOption('c3');
    await expect.poll(() => lastAsked('/people?')).toContain('centreId=c3');
  });

  it('links a number to exactly its rows', async () => {
    const { tab } = await show('/centre', 'ciso');
    await tab.getByRole('link', { name: '3 over tiden' }).click();
    await tab.getByRole('heading', { name: 'Hvem skal gøre hvad i Center for Voksne og Velfærd' }).waitFor();
    await expect.poll(() => lastAsked('/people?')).toContain('show=overdue');
    await expect.poll(() => lastAsked('/people?')).toContain('centreId=c1');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(3);
  });

  it('brings the reader to what a link shows: the rows of a number, the person of a row, and back', async () => {
    const { tab } = await show('/centre', 'isk');
    const focused = () => tab.evaluate(() => document.activeElement?.textContent?.slice(0, 40));
    await tab.getByRole('link', { name: '4 med frist snart' }).first().click();
    await expect.poll(focused).toBe('Hvem skal gøre hvad');
    await tab.getByRole('link', { name: 'Dorthe Kaya' }).first().click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Dorthe Kaya');
    await tab.getByRole('button', { name: 'Vis alle medarbejdere' }).click();
    await expect.poll(focused).toBe('Hvem skal gøre hvad');
    await tab.getByRole('button', { name: 'Over tiden' }).click();
    await expect.poll(focused).toBe('Over tiden');
  });

  it('filters, searches, sorts both ways and walks through pages', async () => {
    const { tab } = await show('/centre', 'ciso');
    await tab.getByText('1–50 af 145').waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–100 af 145').waitFor();
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
    await tab.getByText('1–50 af 145').waitFor();
    await tab.getByRole('button', { name: 'På pause' }).click();
    await tab.getByRole('heading', { name: 'Intet er på pause' }).waitFor();
  });

  it('hands the rows over as a workbook', async () => {
    const { tab, page } = await show('/centre?show=overdue', 'ciso');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent som Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await expect.poll(() => lastAsked('people.xlsx')).toContain('show=overdue');
  });

  it('hands over all that a person owes, says what stays, and undoes it', async () => {
    const { tab } = await show('/centre?person=p36');
    await tab.getByText('Åse Jensen skal gøre 4 ting').waitFor();
    await tab.getByRole('button', { name: 'Overdrag det hele' }).click();
    const dialog = await fillHandOver(tab);
    await dialog.getByText('3 opgaver går fra Åse Jensen til Jens Holm.').waitFor();
    await dialog.getByText('1 personlig bliver hos Åse Jensen.').waitFor();
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab.getByText('3 opgaver er gået til Jens Holm.').waitFor();
    await tab.getByText('Åse Jensen skal gøre én ting').waitFor();
    await tab.getByRole('button', { name: 'Fortryd overdragelsen' }).click();
    await tab.getByText('Åse Jensen skal gøre 4 ting').waitFor();
  });

  it('hands over picked rows of several people in one go', async () => {
    const { tab } = await show('/centre?kind=doWheelTask', 'isk');
    await tab.getByRole('checkbox', { name: 'Vælg Afprøv nødproceduren for omsorgssystemet hos Åse Jensen' }).check();
    await tab.getByRole('checkbox', { name: 'Vælg Ryd op i fællespostkasser hos Dorthe Kaya' }).check();
    await tab.getByText('2 valgt').waitFor();
    await tab.locator('[data-part="picked"]').getByRole('button', { name: 'Overdrag' }).click();
    const dialog = await fillHandOver(tab);
    await dialog.getByText('1 opgave går fra Åse Jensen til Jens Holm. 1 opgave går fra Dorthe Kaya').waitFor();
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab.getByText('2 opgaver er gået til Jens Holm.').waitFor();
    await expect
      .poll(() => mock.asked.filter((request) => request.startsWith('POST /api/obligations/hand-over')).length)
      .toBe(2);
  });

  it('records leave after saying what it moves, and that the person is back', async () => {
    const { tab } = await show('/centre?person=p36');
    await tab.getByRole('button', { name: 'Registrér ferie eller orlov' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Ferie eller orlov for Åse Jensen' });
    await dialog.getByText(/opgaver falder til ISK’en eller centerchefen imens\./).waitFor();
    await dialog.getByText('1 personlig opgave venter, til Åse Jensen er tilbage.').waitFor();
    await dialog.getByLabel(/Sidste dag/).fill('2026-01-01');
    await dialog.getByRole('button', { name: 'Gem orloven' }).click();
    await dialog.getByText('Sidste dag skal ligge efter første dag').waitFor();
    await dialog.getByText(/slutter fraværet af sig selv efter et år, 25\. nov\. 2027/).waitFor();
    await dialog.getByText('Åse Jensen får et kort i Teams om orloven og kan selv afslutte den.').waitFor();
    await dialog.getByLabel(/Sidste dag/).fill('2099-12-31');
    await dialog.getByText(/højst vare et år: vælg 25\. nov\. 2027/).waitFor();
    await dialog.getByLabel(/Sidste dag/).fill('2027-01-31');
    await dialog.getByRole('button', { name: 'Gem orloven' }).click();
    await tab.getByText('Orloven for Åse Jensen er gemt.').waitFor();
    await tab.getByText('På orlov fra 24. nov. 2026 til 31. jan. 2027.').waitFor();
    await tab.getByText('Åse Jensen skylder ingenting').waitFor();
    await tab.getByText(/^1 personlig opgave venter\. \d opgaver er hos en anden imens\.$/).waitFor();
    await tab.getByRole('cell', { name: /Afprøv nødproceduren .*Åse Jensen er på ferie eller orlov/ }).waitFor();
    await tab.getByRole('button', { name: 'På pause' }).click();
    await tab.getByRole('cell', { name: /Tag kurset Årligt GDPR-kursus/ }).waitFor();
    await tab.getByRole('button', { name: 'Er tilbage' }).click();
    await tab.getByText('Åse Jensen er tilbage. Opgaverne er, hvor de var før.').waitFor();
    await tab.getByRole('button', { name: 'Registrér ferie eller orlov' }).waitFor();
  });

  it('lets everybody record their own leave', async () => {
    const { tab } = await show('/tasks');
    await tab.getByRole('button', { name: 'Jeg skal på ferie eller orlov' }).click();
    const dialog = tab.getByRole('dialog', { name: /^Ferie eller orlov for / });
    await dialog.getByLabel(/Sidste dag/).fill('2027-01-31');
    expect(await dialog.getByText(/får et kort i Teams om orloven/).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Gem orloven' }).click();
    await expect.poll(() => mock.asked.some((request) => request.startsWith('PUT /api/absences/'))).toBe(true);
  });

  it('finds an employee by name, and leads back to all', async () => {
    const { tab } = await show('/centre', 'ciso');
    await tab.getByRole('button', { name: 'Find en medarbejder' }).click();
    await tab.getByRole('dialog').getByRole('searchbox').fill('lone bak');
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: /Lone Bak/ })
      .first()
      .click();
    await tab
      .getByRole('region', { name: 'Lone Bak' })
      .getByText(/Lone Bak (skal gøre|skylder)/)
      .waitFor();
    await tab.getByRole('button', { name: 'Vis alle medarbejdere' }).click();
    await tab.getByRole('heading', { name: 'Det mangler i hvert center' }).waitFor();
  });

  it('has the numbers of every centre and whom to ask, and asks for nobody’s name, for the committee', async () => {
    const abilities = { seePeople: false };
    const row = (title: string, overdue: number) => ({
      ...{ centre: { id: title, title }, people: 200, open: 30, overdue, soon: 4, paused: 1, passed: 0, abilities },
      ...{ managers: [refAt(27)], coordinators: [refAt(9)] },
    });
    const centres = [row('Center for Ældre', 12), row('Center for Børn', 3)];
    mock.override('GET /api/obligations/centres', { change: (view) => ({ ...view, abilities, centres }) });
    // Of accidents the committee is told nothing.
    mock.override('GET /api/incidents', { change: (view) => ({ ...view, follows: false }) });
    const { tab } = await show('/centre?show=overdue&person=p27', 'ciso');
    await tab.getByText('Navne på medarbejdere ser centerets egen ISK og leder.', { exact: false }).waitFor();
    await tab
      .getByText(/ISK: .+ · Leder: /)
      .first()
      .waitFor();
    expect(await tab.locator('main').getByRole('link').count()).toBe(0);
    expect(await tab.getByRole('button', { name: /Find|Excel|Hent/ }).count()).toBe(0);
    expect(mock.asked.filter((request) => /people|hand-overs|absences/.test(request))).toEqual([]);
    await tab.getByRole('button', { name: 'Tabel' }).click();
    expect(await tab.getByRole('table').getByRole('link').count()).toBe(0);
  });

  it('teaches who follows up nobody yet', async () => {
    mock.override('GET /api/obligations/centres', { change: (view) => ({ ...view, centres: [] }) });
    const { tab } = await show('/centre');
    await tab.getByRole('heading', { name: 'Her er ingen at følge op på endnu' }).waitFor();
  });
});

describe('their dialogs and rows', () => {
  it.each(['default', 'dark', 'contrast'] as const)(
    'break no accessibility rule in the theme %s, wide and narrow',
    async (theme) => {
      opened = await open(browser, mock, { person: 'isk', path: '/tasks', theme });
      const { tab, page } = opened;
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await axe(tab), 'tasks').toEqual([]);
      await tab.getByRole('button', { name: 'Overdrag opgaver' }).click();
      await fillHandOver(tab);
      expect(await axe(tab), 'hand over').toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await axe(tab), 'narrow').toEqual([]);
      await expect.poll(() => overflows(tab)).toBe(false);
    },
  );

  it('fit at 400 % zoom', async () => {
    const { tab } = await show('/centre?person=p36', 'isk', { width: 320, height: 256 });
    await tab.getByRole('button', { name: 'Registrér ferie eller orlov' }).click();
    const save = tab.getByRole('button', { name: 'Gem orloven' });
    await save.scrollIntoViewIfNeeded();
    await expect.poll(() => save.isVisible()).toBe(true);
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});
