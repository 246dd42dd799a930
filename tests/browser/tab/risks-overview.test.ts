import { describe, expect, it } from 'vitest';
import { drawn, sharedTab } from '../tab-page.ts';

const { openTab, asked } = sharedTab();
const show = async (path = '/risks', person = 'ciso', screen: object = {}) => openTab({ person, path }, screen);
const lastAsked = (part: string) => asked().findLast((request) => request.includes(part)) ?? '';
/** Few enough to be dots. */
const fewRisks = /^Konsekvens 4 – Graverende, sandsynlighed 3 – Sandsynligt/;
const cell = /^Konsekvens 3 – Meget alvorlig, sandsynlighed 3 – Sandsynligt/;

describe('the risk overview', () => {
  it('answers first in words: how many are serious, against last year', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: '6 risici er alvorlige, 8 færre end sidste år' }).waitFor();
    await tab.getByText('Alvorlige er de øverste niveauer: Høj.').waitFor();
  });

  it('names every cell with the words of the scale, its level and how many it holds', async () => {
    const { tab } = await show();
    const grid = tab.getByRole('grid', { name: 'Risikobillede' });
    await grid.waitFor();
    expect(await grid.getByRole('gridcell').count()).toBe(16);
    await grid
      .getByRole('button', {
        name: 'Konsekvens 4 – Graverende, sandsynlighed 4 – Forventet: Høj, 0 risici',
      })
      .waitFor();
    expect(await grid.getByRole('columnheader').allInnerTexts()).toContain('2 – Mindre sandsynligt');
    expect(await grid.getByRole('rowheader').first().innerText()).toBe('4 – Graverende');
  });

  it('is walked with arrow keys, and Enter lists the risks of the cell beside it', async () => {
    const { tab, page } = await show();
    const grid = tab.getByRole('grid');
    await grid.getByRole('button').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const name = await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(name).toMatch(cell);
    expect(await grid.locator('button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Risici i cellen' }).waitFor();
    await expect.poll(() => lastAsked('/register')).toContain('cell=current.3.3');
    expect(await grid.getByRole('button', { name: cell }).getAttribute('aria-pressed')).toBe('true');
    await tab.getByRole('link', { name: 'Se alle 18 i registret' }).click();
    await tab.getByRole('heading', { level: 1, name: '18 risici passer til det, du har valgt' }).waitFor();
    await tab
      .getByText('Celle: Nu, konsekvens 3 – Meget alvorlig, sandsynlighed 3 – Sandsynligt', { exact: true })
      .waitFor();
  });

  it('moves the dots when another stage is chosen by keyboard, and keeps it in the address', async () => {
    const { tab, page } = await show('/risks', 'ciso', { reducedMotion: false });
    await tab.locator('[data-part="heat-dot"]').first().waitFor({ state: 'attached' });
    const places = () =>
      tab
        .locator('[data-part="heat-dot"]')
        .evaluateAll((dots) => dots.map((dot) => (dot as HTMLElement).style.transform));
    const before = await places();
    await tab.getByRole('radio', { name: 'Nu', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tab.getByRole('radio', { name: 'Når planen er gennemført' }).isChecked()).toBe(true);
    await expect.poll(() => tab.evaluate(() => location.search)).toContain('stage=target');
    const after = await places();
    expect(after).toHaveLength(before.length);
    expect(after.filter((place, position) => place !== before[position]).length).toBeGreaterThan(5);
    const seconds = () =>
      tab
        .locator('[data-part="heat-dot"]')
        .first()
        .evaluate((dot) => getComputedStyle(dot).transitionDuration);
    expect(await seconds()).toContain('0.7s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await seconds()).toBe('0s');
  });

  it('shows where the risks move as arrows, and says between which stages', async () => {
    const { tab } = await show('/risks?stage=target');
    await tab.getByLabel('Vis flytninger').check();
    await tab.getByText('Fra »Nu« til »Når planen er gennemført«.').waitFor();
    await expect.poll(() => tab.locator('[data-part="heat-arrow"]').count()).toBe(12);
  });

  it('writes the number where the risks are many', async () => {
    const { tab } = await show();
    const full = tab.getByRole('button', { name: /^Konsekvens 2 – Mindre alvorlig, sandsynlighed 1.*30 risici$/ });
    await full.getByText('30').waitFor();
    const few = tab.getByRole('button', { name: fewRisks });
    expect(await few.locator('[data-part="heat-count"]').evaluate((count) => getComputedStyle(count).visibility)).toBe(
      'hidden',
    );
  });

  it('says in tables what the picture shows, each number a link to its rows', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    const row = tab.getByRole('row', { name: /^Høj 4 – Graverende 3 – Sandsynligt/ });
    await row.waitFor();
    await tab.getByRole('table', { name: 'Flytninger' }).waitFor();
    await row.getByRole('link').nth(1).click();
    await expect.poll(() => lastAsked('/register?')).toContain('cell=current.4.3');
  });

  it('narrows by centre, perspective, dimension, kind and owner in the address', async () => {
    const { tab } = await show();
    const filters = tab.getByRole('group', { name: 'Hvad billedet viser' });
    await filters.getByLabel('Konsekvens for').selectOption('dataSubject');
    await filters.getByLabel('Dimension').selectOption('integrity');
    await filters.getByLabel('Slags aktiv').selectOption('system');
    await filters.getByLabel('Center').selectOption({ label: 'Center for Voksne og Velfærd' });
    await filters.getByLabel('Ejer').selectOption({ index: 1 });
    await expect
      .poll(() => lastAsked('/overview'))
      .toMatch(/centreId=voksne-og-velfaerd&kind=system&dimension=integrity&ownerId=[^&]+&view=dataSubject/);
    expect(await tab.evaluate(() => location.search)).toContain('dimension=integrity');
  });

  it('begins an ISK with the own centre, first among the choices, and leads to the register', async () => {
    const { tab } = await show('/risks', 'coordinator');
    await tab.getByRole('grid').waitFor();
    const overviews = asked().filter((request) => request.includes('/risks/overview'));
    expect(overviews.every((request) => request.includes('centreId=mine'))).toBe(true);
    const centre = tab.getByLabel('Center', { exact: true });
    expect((await centre.locator('option').allInnerTexts()).slice(0, 3)).toEqual([
      'Mine centre',
      'Alt, du må se',
      'Center for Voksne og Velfærd',
    ]);
    await centre.selectOption('all');
    await expect.poll(() => lastAsked('/overview')).not.toContain('centreId');
    await tab.getByRole('link', { name: /ud af .* i registret/ }).click();
    await tab.getByRole('heading', { level: 1, name: '130 risici' }).waitFor();
  });

  it('gives everything that is late a next step on its row', async () => {
    const { tab } = await show();
    await tab
      .getByRole('link', { name: /^Følg op på / })
      .first()
      .waitFor();
    const late = tab.getByRole('region', { name: 'Handlinger over tiden' });
    expect(await late.getByRole('listitem').count()).toBe(await late.getByRole('link', { name: /^Følg op/ }).count());
    await tab.getByText('Skulle være lavet 28. okt. 2026').waitFor();
    expect(await tab.getByRole('link', { name: 'Vurder Udbetaling af ydelser' }).getAttribute('href')).toBe(
      '/tab/risks/assets/sys-ydelse',
    );
    await tab.getByRole('link', { name: 'Se risici med de 4 handlinger over tiden' }).click();
    await tab.getByRole('heading', { level: 1, name: '4 risici passer til det, du har valgt' }).waitFor();
  });

  it('tells the movement since last year and what the quality checks found', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Siden november 2025' }).waitFor();
    await tab.getByRole('row', { name: 'Høj 14 6 8 færre' }).waitFor();
    await tab.getByRole('link', { name: '72 advarsler' }).click();
    await expect.poll(() => lastAsked('/checks')).toContain('severity=warning');
  });

  it('compares with last year only what is frozen, and says so when it is narrowed further', async () => {
    const { tab } = await show('/risks?kind=system');
    await tab.getByText('Tallene fra før findes for hele kommunen og for hvert center.').waitFor();
  });

  it('says when nothing fits the filters, with the way back to all', async () => {
    const { tab } = await show('/risks?ownerId=nobody');
    await tab.getByText('Ingen risici passer til det, du har valgt').waitFor();
    await tab.getByRole('button', { name: 'Vis alle risici' }).click();
    await tab.getByRole('heading', { level: 1, name: /^6 risici er alvorlige/ }).waitFor();
  });

  it('prints white cells with hatching and their numbers, without the dots', async () => {
    const { tab, page } = await show();
    await tab.getByRole('grid').waitFor();
    await page.emulateMedia({ media: 'print' });
    await drawn(tab);
    const look = await tab.getByRole('button', { name: fewRisks }).evaluate((button) => ({
      background: getComputedStyle(button).backgroundImage,
      number: getComputedStyle(button.querySelector('[data-part="heat-count"]') ?? button).visibility,
      dots: getComputedStyle(document.querySelector('[data-part="heat-over"]') ?? button).display,
    }));
    await page.emulateMedia({ media: null });
    expect(look.background).toContain('repeating-linear-gradient');
    expect(look).toMatchObject({ number: 'visible', dots: 'none' });
  });

  it('prints what is narrowed to, and never says of the chosen what is said of all', async () => {
    const onPaper = async (path: string) => {
      const { tab, page } = await show(path);
      await tab.getByRole('heading', { level: 1 }).waitFor();
      await tab.locator('[data-part="risk-filters"]').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      const seen = await tab.locator('body').innerText();
      const title = await tab.getByRole('heading', { level: 1 }).innerText();
      await page.emulateMedia({ media: null });
      return { seen, title };
    };
    const all = await onPaper('/risks?centreId=all');
    expect(all.seen).not.toContain('Slags aktiv:');
    const some = await onPaper('/risks?kind=workProcess&view=society&dimension=integrity&centreId=voksne-og-velfaerd');
    expect(some.title).toMatch(/^(Ingen|En|\d+) af de valgte risici er alvorlige?/);
    for (const chosen of ['Center: ', 'Slags aktiv: ', 'Konsekvens for: ', 'Dimension: '])
      expect(some.seen).toContain(chosen);
    const register = await onPaper('/risks/register?kind=workProcess&q=data&overdue=true&level=1&centreId=all');
    const wanted = ['Slags aktiv: ', 'Niveau nu: ', 'data', 'Kun med handlinger over tiden'];
    for (const chosen of wanted) expect(register.seen).toContain(chosen);
    expect(register.seen).not.toContain('Vælg kolonner');
  });
});
