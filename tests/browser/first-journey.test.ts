import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type JourneyWorld } from '../support/world.ts';
import { launch } from './launch.ts';

const acknowledge = 'Jeg har læst og følger den';

describe('the first journey, within the page', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  const trouble: string[] = [];

  const tab = () => page.frameLocator('iframe');
  const become = async (name: string) => {
    await page.getByRole('searchbox').fill(name);
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    await tab().getByRole('heading', { level: 1 }).waitFor();
  };

  beforeAll(async () => {
    world = await startWorld();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(world.program.address) && !request.url().startsWith('data:'))
        trouble.push(`asked ${request.url()}`);
    });
    await page.goto(world.program.address);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('publishes, sees the card arrive, presses it, and finds the receipt in tab and coverage', async () => {
    const ciso = await world.personWith('ciso');
    await become(ciso.name);
    await tab().getByRole('link', { name: 'Politik og procedurer', exact: true }).first().click();
    await tab().getByRole('link', { name: /5\.0/ }).first().click();
    await tab()
      .getByRole('button', { name: /^Udgiv/ })
      .click();
    const dialog = tab().getByRole('dialog');
    await dialog.getByText(/Der sendes et kort til \d+ medarbejdere/).waitFor();
    await dialog.getByRole('textbox').fill('Vedtaget af udvalget på mødet i dag');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: /^Udgiv/ }).click();
    await tab()
      .getByText(/er behandlet/)
      .first()
      .waitFor();
    await world.process();

    const employee = (await world.people()).find(({ roles, name }) => roles.length === 1 && name === 'Anne Jensen')!;
    await become(employee.name);
    await tab().getByRole('heading', { name: 'Du skylder 3 ting' }).waitFor();
    const press = page.getByRole('button', { name: acknowledge }).last();
    await press.click();
    await page.getByText('Du bekræftede version 5.0').last().waitFor();
    await tab().getByRole('heading', { name: 'Du skylder 2 ting' }).waitFor({ timeout: 20_000 });
    await tab()
      .getByText(/Du bekræftede den/)
      .waitFor();

    await become(ciso.name);
    await tab().getByRole('link', { name: 'Politik og procedurer', exact: true }).first().click();
    await tab().getByRole('link', { name: 'Dækning' }).first().click();
    await tab()
      .getByRole('heading', { level: 1, name: /1,\d % har bekræftet/ })
      .waitFor();
    expect(trouble).toEqual([]);
  }, 90_000);
});
