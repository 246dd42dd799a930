import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';
import { axe } from './tab-page/axe.ts';

describe('the search', () => {
  let world: JourneyWorld;
  let desk: DeskPage;
  let page: Page;
  let employee: WorldPerson;

  const tab = () => desk.tab();
  const frame = () => desk.frame();
  const field = () => tab().getByRole('textbox', { name: 'Hvad leder du efter?' });
  const focused = () => frame().evaluate(() => document.activeElement?.textContent ?? '');

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    const [found] = (await world.people()).filter(({ roles, centre }) => roles.length === 1 && centre);
    if (!found) throw new Error('nobody is without a role');
    employee = found;
    desk = await openDeskPage(world.program.address);
    ({ page } = desk);
    await desk.become(employee);
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });

  it('opens by Ctrl+K, is gone through by the arrow keys, and arrives at the paragraph', async () => {
    await tab().getByRole('link', { name: 'Mit overblik' }).press('Control+k');
    await field().waitFor();
    expect(await field().evaluate((one) => one === document.activeElement)).toBe(true);
    await field().fill('enhden bilen');
    await tab().getByRole('heading', { name: 'Procedurer og retningslinjer' }).waitFor();
    const first = tab().locator('[data-find-stop]').first();
    await field().press('ArrowDown');
    expect(await focused()).toBe(await first.textContent());
    await first.press('Escape');
    expect(await field().evaluate((one) => one === document.activeElement)).toBe(true);
    await field().press('Enter');
    await tab().locator('[data-found]').waitFor();
    expect((await tab().locator('[data-found]').textContent())?.toLowerCase()).toContain('synligt i bilen');
    expect(await focused()).toBe(await tab().locator('[data-found]').textContent());
  });

  it('begins anew from the menu and by Ctrl+K, also on the page itself, and “back” returns to what was found', async () => {
    await tab().getByRole('link', { name: 'Søg' }).click();
    const found = tab().locator('[data-find-stop]').first();
    for (const press of [() => tab().getByRole('link', { name: 'Søg' }).click(), () => found.press('Control+k')]) {
      await field().fill('enhden bilen');
      await found.filter({ hasText: /./ }).waitFor();
      await frame().waitForFunction(() => location.search.includes('bilen'));
      await found.focus();
      await press();
      await expect.poll(() => field().inputValue()).toBe('');
      expect(await field().evaluate((one) => one === document.activeElement)).toBe(true);
      await frame().evaluate(() => history.back());
      await expect.poll(() => field().inputValue()).toBe('enhden bilen');
    }
  });

  it('remembers on this device what led somewhere, says when there is nothing, and fits a phone', async () => {
    await tab().getByRole('link', { name: 'Søg' }).click();
    await tab().getByRole('button', { name: 'enhden bilen' }).waitFor();
    await field().fill('xyzzyqq');
    await tab().getByText('Vi fandt ikke noget med “xyzzyqq”').waitFor();
    await field().press('Escape');
    await tab().getByRole('button', { name: 'enhden bilen' }).waitFor();
    await field().fill('informationssikkerhed');
    await tab().getByRole('heading', { name: 'Politik', exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Lille telefon, 320 px', exact: true }).check({ force: true });
    await frame().waitForFunction(() => innerWidth <= 320);
    expect(await frame().evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await axe(frame())).toEqual([]);
    expect(desk.trouble).toEqual([]);
  });

  it('is there in the chat too: one question has one card, with version and paragraph', async () => {
    const [answer, ...more] = await world.write(employee, 'hvad siger politikken om adgangskoder');
    expect(more).toEqual([]);
    expect(answer?.summary).toContain('adgangskode');
    expect(JSON.stringify(answer?.card)).toMatch(/Version \d\.\d, gælder fra [^"]*, afsnit \d+/);
  });
});
