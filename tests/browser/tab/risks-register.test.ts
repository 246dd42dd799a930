import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawn } from './mock/browser.ts';
import { busyWhile, type Busy } from './mock/busy.ts';
import { registerOf } from './mock/risks-overview-answers.ts';
import { risks } from './mock/risks-rows.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path = '/risks/register', person = 'ciso', screen: object = {}) =>
  openTab({ person, path }, screen);
const lastAsked = (part: string) => mock.asked.filter((request) => request.includes(part)).at(-1) ?? '';
const many = 5_000;
const withMany = () => {
  const rows = risks(many);
  mock.override('GET /api/risks/register', { answer: ({ query }) => registerOf(rows, query) });
};
const table = (tab: Frame) => tab.getByRole('table', { name: /^Risici/ });
const searchOf = (tab: Frame) => tab.evaluate(() => location.search);

describe('the risk register', () => {
  it('says how many there are, and of 5,000 rows has only those in view in the page', async () => {
    withMany();
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: '5.000 risici' }).waitFor();
    expect(await table(tab).getAttribute('aria-rowcount')).toBe('5001');
    const rows = await table(tab).getByRole('row').count();
    expect(rows).toBeGreaterThan(8);
    expect(rows).toBeLessThan(50);
    expect(await table(tab).getByRole('row').nth(1).getAttribute('aria-rowindex')).toBe('2');
  });

  it('fetches the rows that are scrolled to, a window at a time', async () => {
    withMany();
    const { tab } = await show();
    await tab.locator('[data-index="0"] a').first().waitFor();
    await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTo({ top: 60 * 4_210 }));
    await tab.locator('[data-index="4212"] a').first().waitFor();
    const windows = mock.asked.filter((request) => request.includes('/register?'));
    expect(windows.map((request) => /offset=(\d+)/.exec(request)?.[1])).toEqual(['0', '4200']);
    const head = await tab.locator('[data-part="register-heads"]').boundingBox();
    const frame = await tab.locator('[data-part="register-scroll"]').boundingBox();
    expect(Math.round((head?.y ?? 0) - (frame?.y ?? 0))).toBeLessThanOrEqual(1);
  });

  it('is walked from row to row by keyboard, also to the last of 5,000', async () => {
    withMany();
    const { tab, page } = await show();
    await tab.locator('[data-index="0"] a').first().focus();
    const here = () => tab.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('data-index'));
    await page.keyboard.press('ArrowDown');
    await expect.poll(here).toBe('1');
    await page.keyboard.press('PageDown');
    await expect.poll(async () => Number(await here())).toBeGreaterThan(5);
    await page.keyboard.press('End');
    await expect.poll(here).toBe('4999');
    await page.keyboard.press('Home');
    await expect.poll(here).toBe('0');
  });

  it('takes the focus along also when a key is pressed while rows are being drawn', async () => {
    withMany();
    const { tab } = await show();
    await tab.locator('[data-index="2"] a').first().focus();
    await tab.locator('[data-part="register"]').evaluate((grid) => {
      const drawing = new MutationObserver(() => {
        drawing.disconnect();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      });
      drawing.observe(grid, { childList: true, subtree: true });
      grid.closest('[data-part="register-scroll"]')?.scrollTo({ top: 60 * 900 });
    });
    await tab.locator('[data-index="4999"]:focus-within').waitFor();
  });

  it('keeps the row that has the focus while it is scrolled away', async () => {
    withMany();
    const { tab } = await show();
    await tab.locator('[data-index="2"] a').first().focus();
    await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTo({ top: 60 * 900 }));
    await tab.locator('[data-index="903"] a').first().waitFor();
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
    await tab.getByRole('searchbox').fill('ransomware');
    await tab.getByRole('heading', { level: 1, name: '8 risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('combobox', { name: 'Behandling' }).selectOption('accept');
    await tab.getByLabel('Niveau nu').selectOption({ label: 'Meget høj' });
    await tab.getByRole('heading', { level: 1, name: 'Ingen risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('button', { name: 'Ryd alle filtre' }).click();
    await tab.getByRole('heading', { level: 1, name: '64 risici' }).waitFor();
    await tab.getByText('Flere filtre').click();
    await tab.getByLabel('Kun med handlinger over tiden').check();
    await tab.getByRole('heading', { level: 1, name: '6 risici passer til det, du har valgt' }).waitFor();
    await tab.getByText('Flere filtre (1)').waitFor();
  });

  it('shows the cell it was opened with as a chip that can be taken off', async () => {
    const { tab } = await show('/risks/register?cell=current.4.3');
    await tab.getByRole('heading', { level: 1, name: '5 risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('button', { name: /^Fjern Celle: Nu, konsekvens 4 – Graverende/ }).click();
    await tab.getByRole('heading', { level: 1, name: '64 risici' }).waitFor();
  });

  it('groups with a heading that counts and names the worst', async () => {
    const { tab } = await show();
    await tab.getByLabel('Gruppér efter').selectOption('centre');
    await table(tab)
      .getByRole('row', { name: /^Center for Børn og Forebyggelse, 8 risici Værst: / })
      .waitFor();
    await expect.poll(() => table(tab).getAttribute('aria-rowcount')).toBe('73');
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

  it('saves what is seen as a view, opens it again, and deletes it', async () => {
    const { tab } = await show('/risks/register?treatment=accept&sort=asset');
    await tab.getByText('Gemte visninger', { exact: true }).click();
    await tab.getByText(/^Delt af /).waitFor();
    await tab.getByRole('button', { name: 'Gem denne visning' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Navn').fill('Det, vi accepterer');
    await dialog.getByLabel('Del med alle, der ser registret').check();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Visningen Det, vi accepterer er gemt.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('link', { name: 'Åbne handlinger i hele kommunen' }).click();
    await tab.getByRole('heading', { level: 1, name: '6 risici passer til det, du har valgt' }).waitFor();
    await tab.getByRole('link', { name: 'Det, vi accepterer' }).click();
    await expect.poll(() => searchOf(tab)).toBe('?treatment=accept&sort=asset');
    await tab.getByRole('button', { name: 'Slet Det, vi accepterer' }).click();
    await dialog.getByText('Den forsvinder også for dem, du har delt den med.').waitFor();
    await dialog.getByRole('button', { name: 'Slet visningen' }).click();
    await tab.getByText('Visningen er slettet.').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Det, vi accepterer' }).count()).toBe(0);
  });

  it('is a list of cards on a phone, with the order chosen above', async () => {
    const { tab } = await show('/risks/register', 'ciso', { width: 320 });
    await tab.getByRole('listitem').filter({ hasText: 'Uvedkommende får adgang' }).first().waitFor();
    expect(await tab.locator('[data-part="register-cards"] > li').first().getAttribute('aria-setsize')).toBe('64');
  });

  it('teaches what comes here while it is empty', async () => {
    mock.override('GET /api/risks/register', { change: (answer) => ({ ...answer, rows: [], total: 0 }) });
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Registret er tomt' }).waitFor();
    await tab.getByRole('link', { name: 'Se aktiver' }).waitFor();
  });

  it('says when rows further down could not be fetched, and gets them when tried again', async () => {
    withMany();
    const { tab } = await show();
    await tab.locator('[data-index="0"] a').first().waitFor();
    mock.override('GET /api/risks/register', { status: 500, body: refusal('Noget gik galt hos os.') });
    await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTo({ top: 60 * 2_000 }));
    await tab.getByText('Nogle rækker kunne ikke hentes.').waitFor();
    withMany();
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.locator('[data-index="2003"] a').first().waitFor();
  });
});

const longestMilliseconds = 100;

describe(`the register of ${many} risks`, () => {
  it(`keeps no frame over ${longestMilliseconds} ms while it is scrolled, grouped, narrowed and searched`, async ({
    annotate,
  }) => {
    withMany();
    const { tab, page } = await show();
    await tab.locator('[data-index="0"] a').first().waitFor();
    let frames = 0;
    const scrolling = await busyWhile(page, async () => {
      frames = await tab.locator('[data-part="register-scroll"]').evaluate(
        (scroller) =>
          new Promise<number>((resolve) => {
            let drawnFrames = 0;
            const further = () => {
              scroller.scrollTop += 900;
              drawnFrames += 1;
              if (drawnFrames < 120) requestAnimationFrame(further);
              else resolve(drawnFrames);
            };
            requestAnimationFrame(further);
          }),
      );
      await drawn(tab);
    });
    expect(await tab.locator('[data-part="register-scroll"]').evaluate((scroller) => scroller.scrollTop)).toBe(
      120 * 900,
    );

    const arrivedAgain = async () => {
      await expect.poll(() => mock.pending(), { interval: 10 }).toEqual([]);
      await drawn(tab);
    };
    const filtering = await busyWhile(page, async () => {
      for (const group of ['asset', 'level', '']) {
        await tab.getByLabel('Gruppér efter').selectOption(group);
        await arrivedAgain();
      }
      for (const level of ['2', '1', '']) {
        await tab.getByLabel('Niveau nu').selectOption(level);
        await arrivedAgain();
      }
      await tab.getByRole('searchbox').fill('ransomware');
      await tab.getByRole('heading', { level: 1, name: '625 risici passer til det, du har valgt' }).waitFor();
      await tab.getByRole('searchbox').fill('');
      await tab.getByRole('heading', { level: 1, name: '5.000 risici' }).waitFor();
      await drawn(tab);
    });

    const figures = (what: string, { longest, longestOnTheClock }: Busy) =>
      `${what}: longest task ${longest} ms of processor time, ${longestOnTheClock} ms on the clock`;
    await annotate(`${figures('scrolling', scrolling)}; ${figures('filtering', filtering)}`);
    expect(scrolling.tasks, 'the trace saw the page at work').toBeGreaterThan(frames);
    expect(scrolling.longest, figures('scrolling', scrolling)).toBeLessThan(longestMilliseconds);
    expect(filtering.longest, figures('filtering', filtering)).toBeLessThan(longestMilliseconds);
  });
});
