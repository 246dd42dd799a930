import { describe, expect, it } from 'vitest';
import { axe, axeColours, overflows, sharedTab } from '../tab-page.ts';

const { openTab, ask, asked } = sharedTab();
const show = async (path = '/contingency', person = 'coordinator', screen: object = {}) =>
  openTab({ person, path }, screen);
const lastAsked = (part: string) => asked().findLast((request) => request.includes(part)) ?? '';
const overview = () => ask('coordinator', 'GET /api/contingency/overview', { query: { centreId: 'mine' } });
const ladderOf = (tab: Awaited<ReturnType<typeof show>>['tab']) =>
  tab.getByRole('list', { name: 'Hvad skal være tilbage hvornår?' });

describe('the overview of vital systems', () => {
  it('answers first in one sentence, and every number leads to its rows', async () => {
    const { counts } = await overview();
    const { tab } = await show();
    const untested = `${counts.notInAYear} ikke afprøvet i et år`;
    const name = `${counts.vital} vitale systemer. ${counts.noPlan} uden nødprocedure, ${untested}.`;
    await tab.getByRole('heading', { level: 1, name }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: untested }).click();
    const table = tab.getByRole('table', { name: /Vitale systemer med frister/ });
    await expect.poll(() => table.getByRole('row').count()).toBe(counts.notInAYear + 1);
    await expect.poll(() => lastAsked('/contingency/overview')).toContain('testing=notInAYear');
  });

  it('offers a calm way on when something is down, to those who may say so', async () => {
    const { tab } = await show();
    expect(await tab.getByRole('link', { name: 'Noget er nede' }).getAttribute('href')).toMatch(
      /\/contingency\/downtime\/new$/,
    );
    const { tab: reader } = await show('/contingency', 'auditor');
    await reader.getByRole('heading', { level: 1 }).waitFor();
    expect(await reader.getByRole('link', { name: 'Noget er nede' }).count()).toBe(0);
  });

  it('shows gaps first, each with its next step on the same row', async () => {
    const { tab } = await show();
    const first = tab.getByRole('table').getByRole('row').nth(1);
    await first.getByText('Der mangler en nødprocedure').waitFor();
    const step = first.getByRole('link', { name: /^Lav nødproceduren: / });
    expect(await step.getAttribute('href')).toMatch(/\/contingency\/plans\?begin=emergencyProcedure&asset=[\w-]+/);
    await first.getByText(/^Bestemt af /).waitFor();
  });

  it('says when the measured recovery took longer than it may be down', async () => {
    const { tab } = await show();
    const row = tab.getByRole('table').getByRole('row', { name: /^Omsorgsjournalen/ });
    await row.getByText('længere end accepteret').waitFor();
  });

  it('is narrowed by what is missing, sorted, and handed out as Excel as it stands', async () => {
    const { tab } = await show();
    const { counts } = await overview();
    await tab.getByRole('link', { name: /^\d+\s*Der mangler en nødprocedure/ }).click();
    await tab.getByText(`${counts.noPlan} fundet`).waitFor();
    await tab.getByRole('button', { name: /^Nedetid/ }).click();
    await expect.poll(() => lastAsked('/contingency/overview')).toContain('sort=mtd');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await expect.poll(() => lastAsked('/overview.xlsx')).toContain('gap=noPlan');
  });
});

describe('the time ladder', () => {
  it('says of each what it is, what it has and how many gaps there are', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Inden for 1 time' }).waitFor();
    await ladderOf(tab)
      .getByRole('button', {
        name: 'Nødkald på plejecentre System. Nødprocedure gælder. Afprøvning halter. 7 mangler.',
      })
      .waitFor();
    await ladderOf(tab).getByRole('button', { name: 'Pleje og nødkald på plejecentre Ydelse.', exact: true }).waitFor();
    await tab.getByRole('heading', { name: 'Inden for 2 uger' }).waitFor();
  });

  it('lights up what is connected with what is pressed, lets the rest fade, and shows figures and next steps', async () => {
    const { tab } = await show();
    await ladderOf(tab)
      .getByRole('button', { name: /^Omsorgsjournalen Nærcare/ })
      .click();
    await tab.getByRole('heading', { level: 3, name: 'Omsorgsjournalen Nærcare' }).waitFor();
    await expect.poll(() => tab.locator('[data-light="lit"]').count()).toBeGreaterThan(2);
    expect(
      await ladderOf(tab)
        .getByRole('button', { name: /^Pleje og nødkald/ })
        .getAttribute('data-light'),
    ).toBe('lit');
    expect(
      await ladderOf(tab)
        .getByRole('button', { name: /^Økonomisystemet/ })
        .getAttribute('data-light'),
    ).toBe('faded');
    await tab
      .locator('[data-part="item-panel"]')
      .getByText('Bestemt af Pleje og nødkald på plejecentre')
      .first()
      .waitFor();
    expect(await tab.evaluate(() => location.search)).toContain('item=asset');
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Luk' }).click();
    await expect.poll(() => tab.locator('[data-light="faded"]').count()).toBe(0);
  });

  it('is one stop for the keyboard, and is walked with arrow keys', async () => {
    const { tab, page } = await show();
    await ladderOf(tab).getByRole('button').first().focus();
    expect(await ladderOf(tab).locator('button[tabindex="0"]').count()).toBe(1);
    const here = () => tab.evaluate(() => document.activeElement?.getAttribute('data-item'));
    const items = await ladderOf(tab)
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-item')));
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toBe(items[1]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(here).not.toBe(items[1]);
    await page.keyboard.press('End');
    await expect.poll(here).toBe(items.at(-1));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 3, name: 'Pleje og nødkald på plejecentre' }).waitFor();
  });

  it('has a table that says the same', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    const table = tab.getByRole('table', { name: /efter hvornår de skal være tilbage/ });
    expect(await table.getByRole('row').count()).toBeGreaterThan(10);
    await table.getByRole('row', { name: /^Omsorgsjournalen Nærcare.*Inden for 1 time/ }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('becomes a list at 320 pixels, and goes with every theme', async () => {
    const narrow = await show('/contingency?item=asset:sys-omsorg', 'coordinator', { width: 320 });
    await narrow.tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflows(narrow.tab)).toBe(false);
    expect(await axe(narrow.tab)).toEqual([]);
    for (const theme of ['dark', 'contrast'] as const) {
      const { tab } = await openTab({ person: 'coordinator', path: '/contingency?item=asset:sys-omsorg', theme });
      await tab.locator('[data-light="lit"]').first().waitFor();
      expect(await axeColours(tab)).toEqual([]);
    }
  });
});
