import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, open, overflows, type Opened } from './mock/browser.ts';
import { refusal, sharedMock, type MockServer } from './mock/server.ts';
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
  await opened?.close();
  opened = undefined;
});
const show = async (path = '/wheel', opening: object = {}, screen: object = {}) =>
  (opened = await open(browser, mock, { person: 'ciso', path, ...opening }, screen));

const arc = (tab: Frame, name: string | RegExp) => tab.locator('[data-part="wheel"]').getByRole('link', { name });
const focusedName = (tab: Frame) => tab.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const task = '/wheel/tasks/manager-risk.2026-12-12.c6';

describe('Årshjul', () => {
  it('stands in the menu for those with a role, and for nobody else', async () => {
    const { tab } = await show('/', { person: 'isk' });
    await tab.getByRole('link', { name: 'Årshjul' }).click();
    await tab.getByRole('heading', { level: 1, name: '70 af 82 opgaver i 2026 er klaret.' }).waitFor();
    await opened?.close();
    const other = await show('/', { person: 'employee' });
    await other.tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => other.tab.getByRole('link', { name: 'Årshjul' }).count()).toBe(0);
  });

  it('answers first, and every number leads to its rows', async () => {
    const { tab, complaints } = await show();
    await tab.getByRole('link', { name: 'flest i Direktionssekretariatet' }).waitFor();
    await tab.getByRole('link', { name: '4 er over tiden' }).click();
    await tab.getByText('4 fundet').waitFor();
    const looks = await tab.locator('tbody [data-part="look-tag"]').allInnerTexts();
    expect(looks).toEqual(Array.from({ length: 4 }, () => 'Over tiden'));
    expect(complaints).toEqual([]);
  });

  it('has a ring for each body, outermost the city council, and an arc for each date', async () => {
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
    await expect.poll(() => rings.nth(5).getByRole('listitem').count()).toBe(18);
  });

  it('is one stop for Tab and is turned by arrow keys, and says what is focused', async () => {
    const { tab, page } = await show();
    await arc(tab, /Gennemgå lokale procedurer/).waitFor();
    await expect.poll(() => tab.locator('[data-part="wheel-arc"][tabindex="0"]').count()).toBe(1);
    await tab.locator('[data-part="wheel-arc"][tabindex="0"]').focus();
    await expect.poll(() => focusedName(tab)).toBe('Følg op på centrets tiltag, 15. september, Over tiden');
    await tab.getByRole('status').filter({ hasText: 'Centerchef, over tiden, 8 af 9 centre er klar' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focusedName(tab)).toBe('Risikovurdering i centret, 12. december, Snart');
    await tab.getByRole('status').filter({ hasText: 'Centerchef, 5 af 9 centre er klar' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedName(tab)).toBe('Netværksmøde for ISK’er, 8. december, Snart');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focusedName(tab)).toBe('Gennemgå lokale procedurer, 30. oktober, Over tiden');
    await page.keyboard.press('Home');
    await expect.poll(() => focusedName(tab)).toBe('Netværksmøde for ISK’er, 24. februar, Udført');
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusedName(tab)).toBe('Byrådet orienteres om sikkerheden, 14. april, Udført');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Byrådet orienteres om sikkerheden' }).waitFor();
  });

  it('opens the tasks of all centres from an arc that stands for them', async () => {
    const { tab } = await show();
    await arc(tab, /Risikovurdering i centret, 12\. december/).click();
    await tab.getByRole('heading', { name: 'Risikovurdering i centret, 12. december' }).waitFor();
    await tab.getByText('9 fundet').waitFor();
  });

  it('lets the list follow the wheel, and the wheel follow the list', async () => {
    const { tab } = await show();
    const list = tab.getByRole('region', { name: 'Årets opgaver, måned for måned' });
    await list.getByRole('heading', { name: /november 3 opgaver/i }).waitFor();
    await arc(tab, /Årlig opfølgning og ressourcer/).hover();
    await expect
      .poll(() => list.locator('[data-part="wheel-row"][data-active]').innerText())
      .toContain('Årlig opfølgning og ressourcer');
    await expect.poll(() => list.locator('[data-part="wheel-list-month"][data-here]').innerText()).toContain('Maj');
    await list.locator('[data-part="wheel-row"]').filter({ hasText: 'Internt tilsyn' }).first().hover();
    await expect
      .poll(() => tab.locator('[data-part="wheel-arc"][data-active]').getAttribute('aria-label'))
      .toContain('Internt tilsyn');
  });

  it('shows another year', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Se 2027' }).click();
    await tab.getByRole('heading', { level: 1, name: '0 af 83 opgaver i 2027 er klaret.' }).waitFor();
    await tab.getByText('Intet er over tiden.').waitFor();
    await tab.getByRole('button', { name: 'Se 2026' }).click();
    await tab.getByRole('button', { name: 'Se 2025' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Alle 82 opgaver i 2025 er klaret.' }).waitFor();
  });

  it('moves an arc to another month by mouse, which opens the form with the date filled in', async () => {
    const { tab, page } = await show();
    const moved = arc(tab, /Byrådet godkender politikken/);
    await moved.waitFor();
    const to = await arc(tab, /Byrådet orienteres/).boundingBox();
    const from = await moved.boundingBox();
    if (!to || !from) throw new Error('the arcs are not on the screen');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await tab
      .getByRole('status')
      .filter({ hasText: /Slip for at flytte til 1\d\. april/ })
      .waitFor();
    await page.mouse.up();
    const dialog = tab.getByRole('dialog', { name: 'Flyt Byrådet godkender politikken' });
    await expect.poll(() => dialog.getByLabel('Ny frist').inputValue()).toMatch(/^2026-04-1\d$/);
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.getByText('Skriv mindst tre tegn').waitFor();
    await dialog.getByLabel('Hvorfor flyttes den?').fill('Byrådet har flyttet punktet');
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await tab.getByText('Byrådet godkender politikken er flyttet.').waitFor();
    await arc(tab, /Byrådet godkender politikken, 1\d\. april/).waitFor();
  });

  it('fills an arc as the centres answer', async () => {
    const { tab } = await show();
    const fill = () =>
      arc(tab, /Risikovurdering i centret, 12\. december/)
        .locator('[data-part="arc-fill"]')
        .getAttribute('d');
    const before = await fill();
    await arc(tab, /Risikovurdering i centret, 12\. december/).click();
    await tab.locator('tbody tr').filter({ hasText: 'Center for Kultur og Fritid' }).getByRole('link').click();
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByText('Risikovurdering i centret er udført.').waitFor();
    await tab.getByRole('link', { name: 'Tilbage til årshjulet for 2026' }).click();
    await tab.getByRole('heading', { level: 1, name: '71 af 82 opgaver i 2026 er klaret.' }).waitFor();
    const row = tab.locator('[data-part="wheel-row"]').filter({ hasText: 'Risikovurdering i centret' });
    await row.getByText('6 af 9 centre er klar').waitFor();
    expect(await fill()).not.toBe(before);
  });

  it('teaches what comes while the year is empty', async () => {
    mock.override('GET /api/wheel', {
      change: (view) => ({
        ...view,
        rings: [],
        counts: { planned: 0, due: 0, overdue: 0, done: 0, cancelled: 0 },
      }),
    });
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Årshjulet for 2026 er tomt' }).waitFor();
    await tab.getByRole('link', { name: 'Tag fra det færdige år' }).waitFor();
  });

  it('keeps its arcs apart by more than colour, and in sight in forced colours', async () => {
    const { tab } = await show('/wheel', {}, { forcedColors: true });
    await tab.locator('[data-part="wheel"] [data-look="overdue"]').first().waitFor();
    await expect
      .poll(() => tab.locator('[data-part="wheel"] [data-look="overdue"] [data-part="arc-mark"]').count())
      .toBe(3);
    await expect
      .poll(() => tab.locator('[data-part="wheel"] [data-look="overdue"] [data-part="arc-late"]').count())
      .toBe(3);
    const edge = (look: string) =>
      tab
        .locator(`[data-part="wheel"] [data-look="${look}"] [data-part="arc-edge"]`)
        .first()
        .evaluate((path) => getComputedStyle(path).strokeDasharray);
    expect(await edge('cancelled')).not.toBe('none');
    expect(await edge('done')).toBe('none');
  });

  it('stands still when motion is reduced', async () => {
    const { tab } = await show();
    const ring = tab.locator('[data-part="wheel-arcs"]').first();
    await ring.waitFor();
    expect(await ring.evaluate((group) => getComputedStyle(group).animationName)).toBe('none');
  });

  it.each(['default', 'dark', 'contrast'] as const)(
    'breaks no accessibility rule while turned in %s',
    async (theme) => {
      const { tab, page } = await show('/wheel', { theme });
      await tab.locator('[data-part="wheel-arc"][tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      expect(await axe(tab)).toEqual([]);
    },
  );

  it('fits at 400 % zoom, wheel first and list below', async () => {
    const { tab } = await show('/wheel', {}, { width: 320, height: 256 });
    const wheel = await tab.locator('[data-part="wheel"]').boundingBox();
    const list = await tab.locator('[data-part="wheel-list"]').boundingBox();
    expect(wheel?.width).toBeGreaterThan(240);
    expect(list?.y).toBeGreaterThan((wheel?.y ?? 0) + (wheel?.height ?? 0));
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});

describe('the table of tasks', () => {
  it('searches, filters by centre, and clears', async () => {
    const { tab, page } = await show('/wheel?as=table');
    await tab.getByText('83 fundet').waitFor();
    await tab.getByRole('searchbox', { name: 'Søg efter opgave' }).click();
    await page.keyboard.type('risiko');
    await tab.getByText('9 fundet').waitFor();
    await tab.getByRole('combobox', { name: 'Center' }).selectOption({ label: 'Borger- og Socialservice' });
    await tab.getByText('1 fundet').waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await tab.getByText('83 fundet').waitFor();
  });

  it('sorts both ways and walks through its pages', async () => {
    const { tab } = await show('/wheel?as=table');
    const first = () => tab.getByRole('row').nth(1).getByRole('cell').first().innerText();
    await tab.getByRole('button', { name: 'Opgave', exact: true }).click();
    await expect.poll(first).toBe('Afprøv nødproceduren');
    await tab.getByRole('button', { name: 'Opgave', exact: true }).click();
    await expect.poll(first).toBe('Årsrapporten behandles');
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–83 af 83').waitFor();
  });

  it('comes as a workbook of what is shown', async () => {
    const { tab, page } = await show('/wheel?as=table&look=overdue');
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await download;
    await expect
      .poll(() => mock.asked.some((request) => request.includes('tasks.xlsx') && request.includes('look=overdue')))
      .toBe(true);
  });
});

describe('a task', () => {
  it('says what, why, whose and by when, and where the demand comes from in words', async () => {
    const { tab } = await show(task);
    await tab.getByText('Frist om 18 dage (12. december)').waitFor();
    await tab.getByText('Informationssikkerhedspolitikken: alt, der betyder noget, risikovurderes').waitFor();
    await tab.getByText('Anne Kaya').first().waitFor();
    await tab.getByRole('link', { name: '12. dec. 2025' }).waitFor();
  });

  it('is begun, ticked on the way, and done with a note', async () => {
    const { tab } = await show(task);
    await tab.getByRole('button', { name: 'Gå i gang' }).click();
    await tab.getByText('Gik i gang').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Gå i gang' }).count()).toBe(0);
    await tab.getByLabel('Vurder de vigtigste').check();
    await tab.getByRole('heading', { name: 'Trin: 1 af 3' }).waitFor();
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Der er 2 trin, som ikke er krydset af.').waitFor();
    await dialog.getByLabel('Note').fill('Tre systemer vurderet');
    await dialog.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByText('Risikovurdering i centret er udført.').waitFor();
    await tab.getByText('Tre systemer vurderet').first().waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Markér som udført' }).count()).toBe(0);
  });

  it('asks for the evidence that is wanted at its field, and keeps what was written', async () => {
    const { tab } = await show('/wheel/tasks/team-restore.2026-11-17');
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Note').fill('Lønsystemet');
    await dialog.getByRole('button', { name: 'Markér som udført' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('evidence');
    await tab.page().keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    await expect.poll(() => dialog.getByLabel('Note').inputValue()).toBe('Lønsystemet');
    await dialog.getByLabel('Dokumentation').fill('Løn, 42 minutter');
    await dialog.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByText('Løn, 42 minutter').waitFor();
  });

  it('puts the API’s refusal at its field', async () => {
    mock.override('POST /api/wheel/tasks/:taskKey/move', {
      status: 422,
      body: refusal('Ret felterne', [{ path: 'to', message: 'Datoen er passeret' }]),
    });
    const { tab } = await show(task);
    await tab.getByRole('button', { name: 'Flyt', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvorfor flyttes den?').fill('Ferie');
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.getByText('Datoen er passeret').waitFor();
  });

  it('is moved with a reason, and says where it usually falls', async () => {
    const { tab } = await show(task);
    await tab.getByRole('button', { name: 'Flyt', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Ny frist').fill('2027-01-20');
    await dialog.getByLabel('Hvorfor flyttes den?').fill('Ny centerchef');
    await dialog.getByRole('button', { name: 'Flyt opgaven' }).click();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Opgaven falder normalt 12. dec. 2026 og er flyttet til 20. jan. 2027.').waitFor();
    await tab.getByText('Flyttede fra 12. dec. 2026 til 20. jan. 2027').waitFor();
    await tab.getByText('Ny centerchef').waitFor();
  });

  it('is called off with a reason, and taken back', async () => {
    const { tab } = await show(task);
    await tab.getByRole('button', { name: 'Aflys' }).click();
    await tab.getByRole('dialog').getByLabel('Hvorfor?').fill('Centret lukkes');
    await tab.getByRole('dialog').getByRole('button', { name: 'Aflys opgaven' }).click();
    await tab.getByText('Aflyst. Fristen var 12. dec. 2026').waitFor();
    await tab.getByRole('button', { name: 'Fortryd' }).click();
    await tab.getByRole('dialog').getByLabel('Hvorfor?').fill('Det lukkes ikke');
    await tab.getByRole('dialog').getByRole('button', { name: 'Åbn opgaven igen' }).click();
    await tab.getByText('Frist om 18 dage (12. december)').waitFor();
  });

  it('offers nothing to those who may do nothing, and leads them home', async () => {
    const { tab } = await show(task, { person: 'employee' });
    await tab.getByRole('heading', { level: 1, name: 'Risikovurdering i centret' }).waitFor();
    await expect.poll(() => tab.locator('[data-part="page-actions"]').getByRole('button').count()).toBe(0);
    await tab.getByRole('link', { name: 'Tilbage til Mit overblik' }).waitFor();
    await expect.poll(() => tab.getByLabel('Vurder de vigtigste').isDisabled()).toBe(true);
  });

  it.each([320, 1280])('asks in a dialog that breaks no accessibility rule and fits at %i px', async (width) => {
    const { tab } = await show('/wheel/tasks/team-restore.2026-11-17', {}, { width, height: 640 });
    await tab.getByRole('button', { name: 'Markér som udført' }).click();
    await tab.getByRole('dialog').getByLabel('Note').waitFor();
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});
