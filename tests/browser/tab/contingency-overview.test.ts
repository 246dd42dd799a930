import { describe, expect, it } from 'vitest';
import { axe, axeColours, overflows } from './mock/browser.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path = '/contingency', person = 'ciso', screen: object = {}) => openTab({ person, path }, screen);
const lastAsked = (part: string) => mock.asked.filter((request) => request.includes(part)).at(-1) ?? '';
const ladderOf = (tab: Awaited<ReturnType<typeof show>>['tab']) =>
  tab.getByRole('list', { name: 'Hvad skal være tilbage hvornår?' });

describe('the overview of vital systems', () => {
  it('answers first in one sentence, and every number leads to its rows', async () => {
    const { tab } = await show();
    await tab
      .getByRole('heading', {
        level: 1,
        name: '12 vitale systemer. 5 uden nødprocedure, 2 ikke afprøvet i et år.',
      })
      .waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: '2 ikke afprøvet i et år' }).click();
    const table = tab.getByRole('table', { name: /Vitale systemer med frister/ });
    await expect.poll(() => table.getByRole('row').count()).toBe(3);
    await expect.poll(() => lastAsked('/contingency/overview')).toContain('testing=notInAYear');
  });

  it('offers a calm way on when something is down, to those who may say so', async () => {
    const { tab } = await show();
    expect(await tab.getByRole('link', { name: 'Noget er nede' }).getAttribute('href')).toMatch(
      /\/contingency\/downtime\/new$/,
    );
    mock.override('GET /api/contingency/overview', {
      change: (body) => ({ ...body, abilities: { reportDowntime: false, addService: false } }),
    });
    const { tab: reader } = await show();
    await reader.getByRole('heading', { level: 1 }).waitFor();
    expect(await reader.getByRole('link', { name: 'Noget er nede' }).count()).toBe(0);
  });

  it('shows gaps first, each with its next step on the same row', async () => {
    const { tab } = await show();
    const first = tab.getByRole('table').getByRole('row').nth(1);
    await first.getByText('Der mangler en nødprocedure').waitFor();
    const step = first.getByRole('link', { name: 'Lav nødproceduren: Nødkaldssystem' });
    expect(await step.getAttribute('href')).toContain('/contingency/plans?begin=emergencyProcedure&asset=alarms');
    await first.getByText('Bestemt af Nødkald og tilsyn i hjemmet').waitFor();
  });

  it('says when the measured recovery took longer than it may be down', async () => {
    const { tab } = await show();
    const row = tab.getByRole('table').getByRole('row', { name: /^Netværk/ });
    await row.getByText('længere end accepteret').waitFor();
  });

  it('is narrowed by what is missing, sorted, and handed out as Excel as it stands', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: /5\s*Der mangler en nødprocedure/ }).click();
    await tab.getByText('5 fundet').waitFor();
    await tab.getByRole('button', { name: /^Nedetid/ }).click();
    await expect.poll(() => lastAsked('/contingency/overview')).toContain('sort=mtd');
    mock.override('GET /api/contingency/overview.xlsx', { status: 200, body: {} });
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await expect.poll(() => lastAsked('/overview.xlsx')).toContain('gap=noPlan');
  });

  it('teaches when nothing is vital yet', async () => {
    mock.override('GET /api/contingency/overview', {
      change: (body) => ({
        ...body,
        counts: { vital: 0, noPlan: 0, notInAYear: 0, withGaps: 0, services: 0, total: 0 },
        ...{ gaps: [], ladder: [], rows: [] },
      }),
    });
    const { tab } = await show();
    await tab.getByText('Begynd med en ydelse', { exact: false }).waitFor();
    expect(await tab.getByRole('link', { name: 'Tilføj en kritisk ydelse' }).getAttribute('href')).toMatch(
      /\/contingency\/services\/new$/,
    );
    expect(await axe(tab)).toEqual([]);
  });
});

describe('the time ladder', () => {
  it('says of each what it is, what it has and how many gaps there are', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Inden for 1 time' }).waitFor();
    await ladderOf(tab)
      .getByRole('button', {
        name: 'Nødkaldssystem System. Nødprocedure mangler. 4 mangler.',
      })
      .waitFor();
    await ladderOf(tab).getByRole('button', { name: 'Hjemmepleje døgnet rundt Ydelse.', exact: true }).waitFor();
    await tab.getByRole('heading', { name: 'Ingen har sagt, hvor længe det må vente' }).waitFor();
  });

  it('lights up what is connected with what is pressed, lets the rest fade, and shows figures and next steps', async () => {
    const { tab } = await show();
    await ladderOf(tab)
      .getByRole('button', { name: /^Omsorgsjournal/ })
      .click();
    await tab.getByRole('heading', { level: 3, name: 'Omsorgsjournal' }).waitFor();
    await expect.poll(() => tab.locator('[data-light="lit"]').count()).toBe(6);
    expect(
      await ladderOf(tab)
        .getByRole('button', { name: /^Hjemmepleje/ })
        .getAttribute('data-light'),
    ).toBe('lit');
    expect(
      await ladderOf(tab)
        .getByRole('button', { name: /^Ydelsessystem/ })
        .getAttribute('data-light'),
    ).toBe('faded');
    await tab.locator('[data-part="item-panel"]').getByText('Bestemt af Hjemmepleje døgnet rundt').waitFor();
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
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toBe('asset:alarms');
    await page.keyboard.press('ArrowDown');
    await expect.poll(here).toBe('service:medicine');
    await page.keyboard.press('End');
    await expect.poll(here).toBe('asset:archive');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 3, name: 'Nødkald og tilsyn i hjemmet' }).waitFor();
    await tab.getByRole('link', { name: 'Få nedetiden accepteret: Nødkald og tilsyn i hjemmet' }).waitFor();
  });

  it('has a table that says the same', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    const table = tab.getByRole('table', { name: /efter hvornår de skal være tilbage/ });
    expect(await table.getByRole('row').count()).toBe(20);
    await table.getByRole('row', { name: /^Omsorgsjournal.*Inden for 4 timer.*Afprøvet/ }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('becomes a list at 320 pixels, and goes with every theme', async () => {
    const narrow = await show('/contingency?item=asset:journal', 'isk', { width: 320 });
    await narrow.tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflows(narrow.tab)).toBe(false);
    expect(await axe(narrow.tab)).toEqual([]);
    for (const theme of ['dark', 'contrast'] as const) {
      const { tab } = await openTab({ person: 'ciso', path: '/contingency?item=asset:journal', theme });
      await tab.locator('[data-light="lit"]').first().waitFor();
      expect(await axeColours(tab)).toEqual([]);
    }
  });
});
