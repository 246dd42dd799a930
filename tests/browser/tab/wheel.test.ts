import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, axeColours, fieldRefusal, goTo, overflows, ownTab, resize } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const { openTab, ask, asked, fails, leave } = ownTab({}, async ({ ask }) => {
  // One centre has the most overdue tasks.
  await ask('Troels Winther Bruun', 'POST /api/wheel/tasks/:taskKey/complete', {
    params: { taskKey: 'catalogue.recordsOfProcessing_2026-09-01_park-vej-og-miljoe' },
    body: {},
  });
});
const show = async (path = '/wheel', opening: object = {}, screen: object = {}) =>
  openTab({ person: 'ciso', path, ...opening }, screen);

const arc = (tab: Frame, name: string | RegExp) => tab.locator('[data-part="wheel"]').getByRole('link', { name });
const focusedName = (tab: Frame) => tab.evaluate(() => document.activeElement?.getAttribute('aria-label'));
/** The centre manager's access review, one task a centre. */
const review = 'Gennemgå adgange i centret';
const taskOf = (centreId: string) => `/wheel/tasks/catalogue.centreAccessReview_2026-12-01_${centreId}`;
const plan = '/wheel/tasks/catalogue.implementationPlan_2026-12-10';

describe('Årshjul', () => {
  it('is in the menu for those with a role, and for nobody else', async () => {
    const other = await show('/', { person: 'employee' });
    await other.tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => other.tab.getByRole('link', { name: 'Årshjul' }).count()).toBe(0);
    await leave();
    const { tab } = await show('/', { person: 'coordinator' });
    await tab.getByRole('link', { name: 'Årshjul' }).click();
    await tab.getByRole('heading', { level: 1, name: '161 af 200 opgaver i 2026 er klaret.' }).waitFor();
  });

  it('answers first, every number and arc leads to its rows, and other years are a press away', async () => {
    const { tab, complaints } = await show();
    await tab.getByRole('link', { name: 'flest i Center for Kultur, Idræt og Fritid' }).waitFor();
    await arc(tab, /Gennemgå adgange i centret, 1\.\sdecember/).click();
    await tab.getByRole('heading', { name: 'Gennemgå adgange i centret, 1. december' }).waitFor();
    await tab.getByText('9 fundet').waitFor();
    await goTo(tab, '/wheel');
    await tab.getByRole('link', { name: '8 er over tiden' }).click();
    await tab.getByText('8 fundet').waitFor();
    const looks = await tab.locator('tbody [data-part="look-tag"]').allInnerTexts();
    expect(looks).toEqual(Array.from({ length: 8 }, () => 'Over tiden'));
    await goTo(tab, '/wheel');
    await tab.getByRole('button', { name: 'Se 2027' }).click();
    await tab.getByRole('heading', { level: 1, name: '0 af 206 opgaver i 2027 er klaret.' }).waitFor();
    await tab.getByText('Intet er over tiden.').waitFor();
    await tab.getByRole('button', { name: 'Se 2026' }).click();
    await tab.getByRole('heading', { level: 1, name: / opgaver i 2026 er klaret\.$/ }).waitFor();
    await goTo(tab, '/wheel?year=2025');
    await tab.getByRole('heading', { name: 'Årshjulet for 2025 er tomt' }).waitFor();
    await tab.getByRole('link', { name: 'Tag fra det færdige år' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('has a ring for each body, outermost the city council, still when motion is reduced; the list follows it', async () => {
    const { tab } = await show();
    const rings = tab.locator('[data-part="wheel"]').getByRole('list');
    await rings.first().waitFor();
    expect(await rings.evaluateAll((lists) => lists.map((list) => list.getAttribute('aria-label')))).toEqual([
      'Byrådet',
      'Direktionen',
      'Koncernledelsen',
      'Informationssikkerhedsudvalget',
      'CISO',
      'Informationssikkerhedsteamet',
      'Centerchef',
      'ISK',
    ]);
    const wheel = await ask('ciso', 'GET /api/wheel', { query: { year: 2026 } });
    const dates = wheel.rings[5]?.activities.flatMap(({ slots }) => slots) ?? [];
    expect(dates.length).toBeGreaterThan(40);
    await expect.poll(() => rings.nth(5).getByRole('listitem').count()).toBe(dates.length);
    const ring = tab.locator('[data-part="wheel-arcs"]').first();
    expect(await ring.evaluate((group) => getComputedStyle(group).animationName)).toBe('none');
    const list = tab.getByRole('region', { name: 'Årets opgaver, måned for måned' });
    await list.getByRole('heading', { name: /november \d+ opgaver/i }).waitFor();
    await arc(tab, /Øv håndtering af et sikkerhedsbrud/).hover();
    await expect
      .poll(() => list.locator('[data-part="wheel-row"][data-active]').innerText())
      .toContain('Øv håndtering af et sikkerhedsbrud');
    await expect.poll(() => list.locator('[data-part="wheel-list-month"][data-here]').innerText()).toContain('Juni');
    await list.locator('[data-part="wheel-row"]').filter({ hasText: 'Gennemgå SoA-dokumentet' }).first().hover();
    await expect
      .poll(() => tab.locator('[data-part="wheel-arc"][data-active]').getAttribute('aria-label'))
      .toContain('Gennemgå SoA-dokumentet');
  });

  it('is one stop for Tab and is turned by arrow keys, and says what is focused, in every theme', async () => {
    const { tab, page } = await show();
    // An element under the mouse would be named, not the focused.
    await page.mouse.move(0, 0);
    await arc(tab, /Gennemgå centrets lokale procedurer/).waitFor();
    await expect.poll(() => tab.locator('[data-part="wheel-arc"][tabindex="0"]').count()).toBe(1);
    await tab.locator('[data-part="wheel-arc"][tabindex="0"]').focus();
    const named = (name: string) => expect.poll(() => focusedName(tab)).toBe(name);
    await named('Gennemgå centrets del af artikel 30-fortegnelsen, 1.\u00a0september, Over tiden');
    await tab.getByRole('status').filter({ hasText: 'ISK, over tiden, 8 af 9 centre er klar' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await named('Hold internt tilsyn i centret, 5.\u00a0oktober, Over tiden');
    await page.keyboard.press('ArrowUp');
    await named('Tal om informationssikkerhed på et møde i centret, 15.\u00a0november, Over tiden');
    await tab.getByRole('status').filter({ hasText: 'Centerchef, over tiden, 8 af 9 centre er klar' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await named('Gennemgå centrets lokale procedurer, 5.\u00a0november, Over tiden');
    await page.keyboard.press('ArrowLeft');
    await named('Tjek, at nye ansatte har fået politik og kursus, 20.\u00a0oktober, Over tiden');
    await page.keyboard.press('Home');
    await named('Tjek, at nye ansatte har fået politik og kursus, 20.\u00a0januar, Udført');
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('ArrowUp');
    await named('Byrådet godkender politikken, 20.\u00a0november, Udført');
    expect(await axe(tab)).toEqual([]);
    for (const theme of ['dark', 'contrast']) {
      await page.evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
      await tab.locator(`[data-theme=${theme}]`).waitFor();
      expect(await axeColours(tab), theme).toEqual([]);
    }
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Byrådet godkender politikken' }).waitFor();
  });

  it('keeps its arcs apart by more than colour, in sight in forced colours, and fits at 400 % zoom', async () => {
    const { tab, page } = await show('/wheel', {}, { forcedColors: true });
    const overdue = tab.locator('[data-part="wheel"] [data-look="overdue"]');
    await overdue.first().waitFor();
    await expect.poll(() => overdue.locator('[data-part="arc-mark"]').count()).toBe(6);
    await expect.poll(() => overdue.locator('[data-part="arc-late"]').count()).toBe(6);
    const edge = (look: string) =>
      tab
        .locator(`[data-part="wheel"] [data-look="${look}"] [data-part="arc-edge"]`)
        .first()
        .evaluate((path) => getComputedStyle(path).strokeDasharray);
    expect(await edge('cancelled')).not.toBe('none');
    expect(await edge('done')).toBe('none');
    await resize({ page, tab }, 320, 256);
    const wheel = await tab.locator('[data-part="wheel"]').boundingBox();
    const list = await tab.locator('[data-part="wheel-list"]').boundingBox();
    expect(wheel?.width).toBeGreaterThan(240);
    expect(list?.y).toBeGreaterThan((wheel?.y ?? 0) + (wheel?.height ?? 0));
    await expect.poll(() => overflows(tab)).toBe(false);
  });

  it('moves an arc to another month by mouse, which opens the form with the date filled in', async () => {
    const { tab, page } = await show('/wheel?year=2027');
    const moved = arc(tab, /Byrådet godkender politikken/);
    await moved.waitFor();
    const to = await arc(tab, /Direktionen orienterer Byrådet/).boundingBox();
    const from = await moved.boundingBox();
    if (!to || !from) throw new Error('the arcs are not on the screen');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await tab
      .getByRole('status')
      .filter({ hasText: /Slip for at flytte til \d+\.\smarts/ })
      .waitFor();
    await page.mouse.up();
    const dialog = tab.getByRole('dialog', { name: 'Flyt “Byrådet godkender politikken”' });
    await expect.poll(() => dialog.getByLabel('Ny frist').inputValue()).toMatch(/^2027-03-\d\d$/);
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.getByText('Skriv mindst tre tegn').waitFor();
    await dialog.getByLabel('Hvorfor flyttes den?').fill('Byrådet har flyttet punktet');
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await tab.getByText('Byrådet godkender politikken er flyttet.').waitFor();
    await arc(tab, /Byrådet godkender politikken, \d+\.\smarts/).waitFor();
  });

  it('fills an arc as the centres answer', async () => {
    const { tab } = await show('/wheel', { person: 'Gitte Rosenlund Madsen' });
    const fill = () =>
      arc(tab, /Gennemgå centrets lokale procedurer, 5\.\snovember/)
        .locator('[data-part="arc-fill"]')
        .getAttribute('d');
    const before = await fill();
    await arc(tab, /Gennemgå centrets lokale procedurer, 5\.\snovember/).click();
    await tab.locator('tbody tr').filter({ hasText: 'Center for Dagtilbud' }).getByRole('link').click();
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByText('Gennemgå centrets lokale procedurer er udført.').waitFor();
    await tab.getByRole('link', { name: 'Tilbage til årshjulet for 2026' }).click();
    await tab.getByRole('heading', { level: 1, name: '162 af 200 opgaver i 2026 er klaret.' }).waitFor();
    const row = tab.locator('[data-part="wheel-row"]').filter({ hasText: 'Gennemgå centrets lokale procedurer' });
    await row.getByText('8 af 9 centre er klar').waitFor();
    expect(await fill()).not.toBe(before);
  });
});

describe('the table of tasks', () => {
  it('searches, filters by centre, clears, sorts both ways, has pages, and comes as a workbook of what is shown', async () => {
    const { tab, page } = await show('/wheel?as=table');
    await tab.getByText('201 fundet').waitFor();
    await tab.getByRole('searchbox', { name: 'Søg efter opgave' }).click();
    await page.keyboard.type('internt tilsyn i');
    await tab.getByText('9 fundet').waitFor();
    await tab.getByRole('combobox', { name: 'Center' }).selectOption({ label: 'Center for Børn og Unge' });
    await tab.getByText('1 fundet').waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await tab.getByText('201 fundet').waitFor();
    const first = () => tab.getByRole('row').nth(1).getByRole('cell').first().innerText();
    await tab.getByRole('button', { name: 'Opgave', exact: true }).click();
    await expect.poll(first).toBe('Afprøv centrets beredskabsplan');
    await tab.getByRole('button', { name: 'Opgave', exact: true }).click();
    await expect.poll(first).toBe('Åbn årets GDPR-kursus');
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–100 af 201').waitFor();
    await goTo(tab, '/wheel?as=table&look=overdue');
    await tab.getByText('7 fundet').waitFor();
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await download;
    const workbooks = asked().filter((request) => request.includes('tasks.xlsx'));
    expect(workbooks).toEqual([expect.stringContaining('look=overdue')]);
  });
});

describe('a task', () => {
  it('says what, why, whose and by when; is called off and taken back; is moved, and says where it usually falls', async () => {
    const { tab } = await show(taskOf('dagtilbud'));
    await tab.getByText('Frist om 7 dage (1. december)').waitFor();
    await tab.getByText(/Informationssikkerhedspolitikken: centerchefen følger op i sit center/).waitFor();
    await tab.getByText('Annette Juul Mikkelsen').first().waitFor();
    await tab.getByRole('link', { name: '1. jun. 2026' }).waitFor();
    const dialog = tab.getByRole('dialog');
    await tab.getByRole('button', { name: 'Aflys' }).click();
    await dialog.getByLabel('Hvorfor?').fill('Centret lukkes');
    await dialog.getByRole('button', { name: 'Aflys opgaven' }).click();
    await tab.getByText('Aflyst. Fristen var 1. dec. 2026').waitFor();
    await tab.getByRole('button', { name: 'Åbn igen' }).click();
    await dialog.getByLabel('Hvorfor?').fill('Det lukkes ikke');
    await dialog.getByRole('button', { name: 'Åbn opgaven igen' }).click();
    await tab.getByText('Frist om 7 dage (1. december)').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Flyt', exact: true }).click();
    await dialog.getByLabel('Hvorfor flyttes den?').fill('Ny centerchef');
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.getByText('Det er den frist, opgaven har nu. Vælg en anden dag.').waitFor();
    await dialog.getByLabel('Ny frist').fill('2027-01-20');
    fails('POST /api/wheel/tasks/:taskKey/move', 422, { body: fieldRefusal('to', 'Datoen er passeret'), times: 1 });
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.getByText('Datoen er passeret').waitFor();
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Opgaven falder normalt 1. dec. 2026 og er flyttet til 20. jan. 2027.').waitFor();
    await tab.getByText('Flyttede fra 1. dec. 2026 til 20. jan. 2027').waitFor();
    await tab.getByText('Ny centerchef').waitFor();
  });

  it('is begun, ticked on the way, and done with a note; only what that changes is refetched', async () => {
    const { tab } = await show(taskOf('voksne-og-velfaerd'), { person: 'centreManager' });
    const fetched = (view: string) => asked().filter((line) => line.startsWith(`GET /api/${view}`)).length;
    await tab.getByRole('button', { name: 'Gå i gang' }).click();
    await tab.getByText('Gik i gang').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Gå i gang' }).count()).toBe(0);
    const before = { task: fetched('wheel/tasks/'), controls: fetched('control-links') };
    expect(before.controls).toBeGreaterThan(0);
    await tab.getByLabel('Hent listerne over adgange').check();
    await tab.getByRole('heading', { name: 'Trin: 1 af 2' }).waitFor();
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Der er 1 trin, som ikke er krydset af.').waitFor();
    await dialog.getByLabel('Note').fill('To brugere fjernet');
    await dialog.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByText(`${review} er udført.`).waitFor();
    await tab.getByText('To brugere fjernet').first().waitFor();
    await expect.poll(() => fetched('wheel/tasks/')).toBeGreaterThan(before.task);
    expect(fetched('control-links')).toBe(before.controls);
    await expect.poll(() => tab.getByRole('button', { name: 'Markér som udført' }).count()).toBe(0);
  });

  it('asks for the evidence that is wanted, in a dialog that fits any width and keeps what was written', async () => {
    const { tab, page } = await show(plan, { person: 'Lone Friis Albrechtsen' });
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Note').fill('Drøftet i udvalget');
    await dialog.getByRole('button', { name: 'Markér som udført' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('evidence');
    expect(await axe(tab)).toEqual([]);
    await resize({ page, tab }, 320, 640);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab), '320 px').toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    await expect.poll(() => dialog.getByLabel('Note').inputValue()).toBe('Drøftet i udvalget');
    await dialog.getByLabel('Dokumentation').fill('Planen ligger på intranettet');
    await dialog.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByText('Planen ligger på intranettet').waitFor();
  });

  it('offers nothing to those who may do nothing, and is closed to those who may not see it', async () => {
    const path = taskOf('job-og-borgerservice');
    const { tab } = await show(path, { person: 'auditor' });
    await tab.getByRole('heading', { level: 1, name: review }).waitFor();
    await expect.poll(() => tab.locator('[data-part="page-actions"]').getByRole('button').count()).toBe(0);
    await expect.poll(() => tab.getByLabel('Hent listerne over adgange').isDisabled()).toBe(true);
    await leave();
    const { tab: other } = await show(path, { person: 'employee' });
    await other.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});
