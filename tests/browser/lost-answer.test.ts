import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proceduresView } from '../../api/procedures/contract.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { choosePerson } from './choose-person.ts';
import { launch, leaveBrowser, newWindow } from './launch.ts';

describe('an answer that is lost', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  let isk: WorldPerson;

  const tab = () => page.frameLocator('iframe');
  const procedures = async (title: string) => {
    const { body } = await world.as(isk, 'GET', `/api/procedures?q=${encodeURIComponent(title)}`);
    return proceduresView.parse(body).procedures.filter((row) => row.title === title);
  };
  /** Opens the ISK's tab at a page. */
  const open = async (path: string) => {
    await page.goto(world.program.address);
    await choosePerson(page, isk.name);
    await tab()
      .locator('body')
      .evaluate((_, to) => history.pushState(null, '', to), `/tab${path}`);
    const own = tab().getByRole('button', { name: 'Skriv selv' });
    await own.or(tab().getByLabel('Titel')).first().waitFor();
    if (await own.isVisible()) await own.click();
    await tab().getByLabel('Titel').waitFor();
  };
  const write = async (title: string) => {
    await tab().getByLabel('Titel').fill(title);
    const centre = tab().getByLabel('Center', { exact: true });
    if ((await centre.count()) > 0) await centre.selectOption({ index: 1 });
    await tab().getByLabel('Område').selectOption({ index: 1 });
  };
  const save = () => tab().getByRole('button', { name: 'Gem kladden' }).click();
  /** The API processes the request, and its response is lost. */
  const loseTheNextAnswer = () =>
    page.route(
      '**/api/procedures',
      async (route: Route) => {
        // An idle connection may be closed on reuse.
        await route.fetch({ maxRetries: 3 });
        await route.abort('connectionreset');
      },
      { times: 1 },
    );

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60' });
    isk = await world.personWith('coordinator');
    browser = await launch();
    page = await newWindow(browser, { viewport: { width: 1440, height: 1000 } });
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    await world?.close();
  });

  it('makes one procedure when the ISK presses again', async () => {
    await open('/procedures/new');
    await write('Nøgler til depotet');
    await loseTheNextAnswer();
    await save();
    await tab().getByRole('alert').first().waitFor();
    expect(await procedures('Nøgler til depotet')).toHaveLength(1);
    await save();
    await tab().getByText('Kladden er gemt.').waitFor();
    expect(await procedures('Nøgler til depotet')).toHaveLength(1);
  });

  it('makes one also when the page was gone meanwhile and the form came back', async () => {
    await open('/procedures/new');
    await write('Koder til alarmen');
    await tab().getByText('Gemt på denne enhed').waitFor();
    await loseTheNextAnswer();
    await save();
    await tab().getByRole('alert').first().waitFor();
    await open('/procedures/new');
    await expect.poll(() => tab().getByLabel('Titel').inputValue()).toBe('Koder til alarmen');
    await save();
    await tab().getByText('Kladden er gemt.').waitFor();
    expect(await procedures('Koder til alarmen')).toHaveLength(1);
  });

  it('keeps what is written while SharePoint is away for an hour, and takes it by the same press when it is back', async () => {
    const clock = world.desk.world?.clock;
    await open('/procedures/new');
    await write('Adgang til serverrummet');
    await world.control('PUT', 'faults', { graph: { away: true } });
    await save();
    const words = 'Microsoft 365 svarer ikke lige nu. Intet er gået tabt. Prøv igen om lidt.';
    await tab().getByText(words).first().waitFor();
    clock?.set(new Date(world.desk.clock.now().getTime() + 3_600_000).toISOString());
    expect(await tab().getByLabel('Titel').inputValue()).toBe('Adgang til serverrummet');
    // Others read on, and are told how old it is.
    expect(await world.as(isk, 'GET', '/api/organisation')).toMatchObject({
      status: 200,
      body: { freshness: { asOf: expect.any(String) as string } },
    });
    await world.control('PUT', 'faults', { graph: { away: false } });
    await save();
    await tab().getByText('Kladden er gemt.').waitFor();
    expect(await procedures('Adgang til serverrummet')).toHaveLength(1);
  });
});
