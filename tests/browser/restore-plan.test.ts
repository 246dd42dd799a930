import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetsContract } from '../../api/assets/contract.ts';
import { contingencyContract } from '../../api/contingency/contract.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';
import { choosePerson } from './choose-person.ts';
import { launch, leaveBrowser, newWindow } from './launch.ts';

describe('the owner of a system, without any role', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  let owner: WorldPerson;
  let ciso: WorldPerson;
  let assetKey: string;

  const tab = () => page.frameLocator('iframe');
  const goTo = async (path: string) => {
    const frame = page.frames().find((one) => one.url().includes('/tab'));
    await frame?.evaluate((address) => history.pushState(null, '', address), `/tab${path}`);
  };
  const plans = async (who: WorldPerson) => {
    const { body } = await world.as(who, 'GET', `/api/contingency/plans?kind=restorePlan&assetKey=${assetKey}`);
    return contingencyContract['GET /api/contingency/plans'].answer.parse(body).plans;
  };
  const begin = () => tab().getByRole('link', { name: 'Skriv genetableringsplanen' });

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    ciso = await world.personWith('ciso');
    const found = (await world.people()).find(({ roles, centre }) => roles.length === 1 && centre);
    if (!found) throw new Error('nobody is without a role');
    owner = found;
    const made = await world.as(ciso, 'POST', '/api/assets', {
      ...{ title: 'Fagsystem X', kind: 'system', criticality: 'medium', ownerId: owner.id, usedBy: [] },
    });
    assetKey = assetsContract['POST /api/assets'].answer.parse(made.body).key;
    const vital = { is: true, reason: 'Uden det kan vi ikke udbetale' };
    expect((await world.save(ciso, `/api/assets/${assetKey}/vital`, vital)).status).toBe(200);
    browser = await launch();
    page = await newWindow(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(world.program.address);
    await choosePerson(page, owner.name);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    await world?.close();
  });

  it('finds the way to its restore plan on the page of the system, on its figures, and in the own tasks', async () => {
    const way = `/tab/contingency/plans?begin=restorePlan&asset=${assetKey}`;
    for (const path of [`/risks/assets/${assetKey}`, `/contingency/systems/${assetKey}`]) {
      await goTo(path);
      await tab().getByText('Der er endnu ingen plan for, hvordan IT får systemet i gang igen.').waitFor();
      expect([path, await begin().getAttribute('href')]).toEqual([path, way]);
    }
    await goTo('/tasks');
    await tab().locator(`#main a[href="${way}"]`).first().click();
    await tab().getByRole('dialog', { name: 'Skriv en ny plan' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('begins it with one press, since all is known already, and cannot begin any other', async () => {
    await goTo(`/risks/assets/${assetKey}`);
    await begin().click();
    const dialog = tab().getByRole('dialog', { name: 'Skriv en ny plan' });
    await dialog.getByText('Fagsystem X').waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Begynd planen' }).click();
    await tab()
      .getByRole('heading', { level: 1, name: /Fagsystem X/ })
      .waitFor();
    await tab()
      .getByText(/Der mangler \d ting, før den kan sendes/)
      .waitFor();
    expect(await plans(owner)).toMatchObject([{ kind: 'restorePlan', state: 'draft', asset: { key: assetKey } }]);
  });

  it('writes it and sends it, and the page of the system leads to it', async () => {
    await tab()
      .getByRole('button', { name: /^Indsæt:/ })
      .click();
    await tab().getByRole('button', { name: 'Tilføj en kontakt' }).click();
    const contact = tab().getByRole('group', { name: 'Kontakt 1' });
    await contact.getByLabel('Rolle').fill('IT-vagten');
    await contact.getByLabel('Telefon').fill('43 57 70 00');
    await tab().getByLabel('Kort fortalt, hvad der er nyt').fill('Den første plan.');
    await tab().getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab().getByRole('dialog').getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab()
      .getByText(/er sendt til godkendelse/)
      .waitFor();
    const [plan] = await plans(ciso);
    expect(plan).toMatchObject({ state: 'waiting' });
    await goTo(`/risks/assets/${assetKey}`);
    const section = tab().getByRole('region', { name: 'Genetableringsplan' });
    await section.getByRole('link', { name: plan?.title ?? '' }).waitFor();
    expect(await begin().count()).toBe(0);
  });

  it('is told whose a plan is that others write', async () => {
    const other = await world.as(ciso, 'POST', '/api/assets', {
      ...{ title: 'Fagsystem Y', kind: 'system', criticality: 'medium', usedBy: [] },
    });
    const { key } = assetsContract['POST /api/assets'].answer.parse(other.body);
    await goTo(`/contingency/plans?begin=restorePlan&asset=${assetKey}`);
    const dialog = tab().getByRole('dialog', { name: 'Skriv en ny plan' });
    await dialog.getByRole('button', { name: 'Vælg et andet' }).click();
    await dialog.getByRole('searchbox').fill('Fagsystem Y');
    await dialog.getByRole('button', { name: /Fagsystem Y/ }).click();
    await dialog.getByText('Systemet har en anden ejer.').waitFor();
    const begun = await world.as(owner, 'POST', '/api/contingency/plans', { kind: 'restorePlan', assetKey: key });
    expect(begun.status).toBe(403);
  });
});
