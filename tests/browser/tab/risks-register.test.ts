import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../tab-page/open-tab.ts';
import { brokenWords, refusal, sharedTab } from '../tab-page.ts';

const { openTab, asked, fails, works } = sharedTab();
const show = async (path = '/risks/register', person = 'ciso', screen: Screen = {}) =>
  openTab({ person, path }, screen);
const lastAsked = (part: string) => asked().findLast((request) => request.includes(part)) ?? '';
/** The municipality's risks. */
const many = 352;
const table = (tab: Frame) => tab.getByRole('table', { name: /^Risici/ });
const searchOf = (tab: Frame) => tab.evaluate(() => location.search);

describe('the risk register', () => {
  it('says how many there are, and of many rows has only those in view in the page', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: `${many} risici` }).waitFor();
    expect(await table(tab).getAttribute('aria-rowcount')).toBe(String(many + 1));
    await tab.locator('[data-index="0"] a').first().waitFor();
    const rows = await table(tab).getByRole('row').count();
    expect(rows).toBeGreaterThan(8);
    expect(rows).toBeLessThan(50);
    expect(await table(tab).getByRole('row').nth(1).getAttribute('aria-rowindex')).toBe('2');
  });

  it('has room for the words of a system’s name', async () => {
    const { tab } = await show('/risks/register?q=omsorgsjournalen');
    await tab.locator('[data-index="0"]').getByText('Omsorgsjournalen Nærcare').waitFor();
    expect(await brokenWords(tab)).toEqual([]);
  });

  it('fetches the rows that are scrolled to, a window at a time', async () => {
    const { tab } = await show();
    await tab.locator('[data-index="0"] a').first().waitFor();
    await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTo({ top: 60 * 210 }));
    await tab.locator('[data-index="212"] a').first().waitFor();
    const windows = asked().filter((request) => request.includes('/register?'));
    expect(windows.map((request) => /offset=(\d+)/.exec(request)?.[1])).toEqual(['0', '200']);
    const head = await tab.locator('[data-part="register-heads"]').boundingBox();
    const frame = await tab.locator('[data-part="register-scroll"]').boundingBox();
    expect(Math.round((head?.y ?? 0) - (frame?.y ?? 0))).toBeLessThanOrEqual(1);
  });

  it('is walked from row to row by keyboard, also to the last of many', async () => {
    const { tab, page } = await show();
    await tab.locator('[data-index="0"] a').first().focus();
    const here = () => tab.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('data-index'));
    await page.keyboard.press('ArrowDown');
    await expect.poll(here).toBe('1');
    await page.keyboard.press('PageDown');
    await expect.poll(async () => Number(await here())).toBeGreaterThan(5);
    await page.keyboard.press('End');
    await expect.poll(here).toBe('351');
    await page.keyboard.press('Home');
    await expect.poll(here).toBe('0');
  });

  it('takes the focus along also when a key is pressed while rows are being drawn', async () => {
    const { tab } = await show();
    await tab.locator('[data-index="2"] a').first().focus();
    await tab.locator('[data-part="register"]').evaluate((grid) => {
      const drawing = new MutationObserver(() => {
        drawing.disconnect();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      });
      drawing.observe(grid, { childList: true, subtree: true });
      grid.closest('[data-part="register-scroll"]')?.scrollTo({ top: 60 * 300 });
    });
    await tab.locator('[data-index="351"]:focus-within').waitFor();
  });

  it('keeps the row that has the focus while it is scrolled away', async () => {
    const { tab } = await show();
    await tab.locator('[data-index="2"] a').first().focus();
    await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTo({ top: 60 * 300 }));
    await tab.locator('[data-index="303"] a').first().waitFor();
    expect(
      await tab
        .locator('[data-index="2"] a')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
  });

  it('is ordered by its headings, and says how', async () => {
    const { tab } = await show();
    const now = tab.getByRole('columnheader', { name: 'Nu', exact: true });
    expect(await now.getAttribute('aria-sort')).toBe('descending');
    await tab.getByRole('button', { name: 'Aktiv', exact: true }).click();
    await expect.poll(() => lastAsked('/register?')).toMatch(/sort=asset&descending=false/);
    await tab.getByRole('button', { name: 'Aktiv', exact: true }).click();
    await expect.poll(() => lastAsked('/register?')).toMatch(/sort=asset&descending=true/);
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Aktiv' }).getAttribute('aria-sort'))
      .toBe('descending');
  });

  it('is searched and narrowed, and says when nothing is found', async () => {
    const { tab } = await show();
    await tab.getByRole('searchbox').fill('afpressere');
    await tab.getByRole('heading', { level: 1, name: '16 risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('combobox', { name: 'Håndtering' }).selectOption('accept');
    await tab.getByLabel('Niveau nu').selectOption({ label: 'Høj' });
    await tab.getByRole('heading', { level: 1, name: 'Ingen risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('button', { name: 'Ryd alle filtre' }).click();
    await tab.getByRole('heading', { level: 1, name: `${many} risici` }).waitFor();
    await tab.getByText('Flere filtre').click();
    await tab.getByLabel('Kun med handlinger over tiden').check();
    await tab.getByRole('heading', { level: 1, name: '4 risici passer til det, du har valgt' }).waitFor();
    await tab.getByText('Flere filtre (1)').waitFor();
  });

  it('shows the cell it was opened with as a chip that can be taken off', async () => {
    const { tab } = await show('/risks/register?cell=current.4.3');
    await tab.getByRole('heading', { level: 1, name: '6 risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('button', { name: /^Fjern Celle: Nu, konsekvens 4 – Graverende/ }).click();
    await tab.getByRole('heading', { level: 1, name: `${many} risici` }).waitFor();
  });

  it('groups with a heading that counts and names the worst', async () => {
    const { tab } = await show();
    await tab.getByLabel('Gruppér efter').selectOption('centre');
    await table(tab)
      .getByRole('row', { name: /^Center for Voksne og Velfærd, 49 risici Værst: / })
      .waitFor();
    await expect.poll(() => table(tab).getAttribute('aria-rowcount')).toBe(String(many + 1 + 9));
  });

  it('shows the columns that are chosen, in the address and in the workbook', async () => {
    const { tab, page } = await show('/risks/register?treatment=accept');
    await tab.getByText('Kolonner', { exact: true }).click();
    await tab.getByRole('checkbox', { name: 'Ejer' }).check();
    await tab.getByRole('checkbox', { name: 'Handlinger' }).uncheck();
    await page.keyboard.press('Escape');
    await tab.getByRole('columnheader', { name: 'Ejer' }).waitFor();
    expect(await tab.getByRole('columnheader', { name: 'Handlinger' }).count()).toBe(0);
    expect(await searchOf(tab)).toContain('columns=title%2Casset%2Cowner%2Ccurrent%2Ctarget%2Ctreatment');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    const asked = new URLSearchParams(lastAsked('register.xlsx').split('?')[1]);
    expect(Object.fromEntries(asked)).toEqual({
      treatment: 'accept',
      sort: 'current',
      descending: 'true',
      columns: 'title,asset,owner,current,target,treatment',
    });
  });

  it('is a list of cards on a phone, with the order chosen above', async () => {
    const { tab } = await show('/risks/register', 'ciso', { width: 320 });
    await tab.getByRole('listitem').filter({ hasText: 'Leverandøren er nede eller lukker' }).first().waitFor();
    expect(await tab.locator('[data-part="register-cards"] > li').first().getAttribute('aria-setsize')).toBe(
      String(many),
    );
  });

  it('says when rows further down could not be fetched, and gets them when tried again', async () => {
    const { tab } = await show();
    await tab.locator('[data-index="0"] a').first().waitFor();
    fails('GET /api/risks/register', 500, { body: refusal('test', 'Noget gik galt hos os.') });
    await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTo({ top: 60 * 220 }));
    await tab.getByText('Nogle rækker kunne ikke hentes.').waitFor();
    works('GET /api/risks/register');
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.locator('[data-index="223"] a').first().waitFor();
  });
});
