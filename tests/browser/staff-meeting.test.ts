import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyContract } from '../../api/policy/contract.ts';
import { meView } from '../../api/organisation/contract.ts';
import { signSheetsContract } from '../../api/sign-sheets/contract.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { choosePerson } from './choose-person.ts';
import { launch, newWindow } from './launch.ts';

const sheets = signSheetsContract['GET /api/sign-sheets'].answer;
const candidates = signSheetsContract['GET /api/sign-sheet-people'].answer;

describe('a staff meeting of thirty people without Teams', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  let ciso: WorldPerson;
  const trouble: string[] = [];

  const tab = () => page.frameLocator('iframe');
  const become = ({ name }: WorldPerson) => choosePerson(page, name);
  /** People without a receipt and unreachable in Teams. */
  const unreached = async () => {
    const { subjects } = sheets.parse((await world.as(ciso, 'GET', '/api/sign-sheets')).body);
    const policy = subjects.find(({ kind }) => kind === 'acknowledgePolicy');
    if (!policy) throw new Error('nobody owes the policy');
    const query = new URLSearchParams({ kind: policy.kind, subjectKey: policy.key });
    const { people } = candidates.parse((await world.as(ciso, 'GET', `/api/sign-sheet-people?${query}`)).body);
    return { policy, people: people.filter(({ reason }) => reason !== undefined) };
  };

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '1200' });
    await world.process();
    ciso = await world.personWith('ciso');
    browser = await launch();
    page = await newWindow(browser, { viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => void (message.type() === 'error' && trouble.push(message.text())));
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(world.program.address);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('is printed from the list, ticked after it, and gives thirty receipts that stand with who recorded them', async () => {
    const { policy, people } = await unreached();
    expect(people.length).toBeGreaterThanOrEqual(30);
    await become(ciso);
    await tab().getByRole('link', { name: 'Politik og procedurer' }).first().click();
    await tab().getByRole('link', { name: 'Kan ikke nås i Teams' }).first().click();
    await tab().getByRole('link', { name: 'Lav et underskriftsark' }).click();
    await tab()
      .getByRole('link', { name: `Lav et ark til ${policy.title}` })
      .click();
    await tab().getByRole('button', { name: 'Vælg ingen' }).click();
    const thirty = people.slice(0, 30);
    for (const { name } of thirty) await tab().getByLabel(`Sæt ${name} på arket`, { exact: true }).first().check();
    await tab().getByText('30 er valgt').waitFor();
    await tab().getByLabel(/^Sted/).fill('Kantinen');
    await tab().getByRole('button', { name: 'Lav arket' }).click();

    await tab().getByRole('heading', { level: 1, name: '0 af 30 har skrevet under' }).waitFor();
    const paper = tab().locator('[data-part="paper"]');
    expect(await paper.locator('tbody tr').count()).toBe(30);
    await paper.getByText('Jeg har læst politikken og følger den.').waitFor();
    await paper.getByRole('img', { name: 'QR-kode til siden i appen' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await paper.isVisible()).toBe(true);
    expect(await tab().locator('[data-part="sheet-ticks"]').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    await tab().getByRole('button', { name: 'Sæt kryds ved alle' }).click();
    await tab().getByRole('heading', { level: 1, name: '30 af 30 har skrevet under' }).waitFor();
    // One of them was ill: a correction.
    await tab().getByLabel(`${thirty[0]!.name} har skrevet under`, { exact: true }).first().uncheck();
    await tab().getByRole('button', { name: 'Registrér 29 kvitteringer' }).click();
    await tab().getByRole('dialog').getByRole('button', { name: 'Registrér 29 kvitteringer' }).click();
    await tab().getByText('Kvitteringerne er registreret.').waitFor();
    await tab().getByText(`Kvittering registreret af ${ciso.name}`).first().waitFor();

    const left = await unreached();
    expect(left.people.length).toBe(people.length - 29);
    const one = thirty[1]!;
    const me = meView.parse((await world.as(one, 'GET', '/api/me')).body);
    expect(me.obligations.filter(({ kind, state }) => kind === 'acknowledgePolicy' && state === 'open')).toEqual([]);
    const own = policyContract['GET /api/policy'].answer.parse((await world.as(one, 'GET', '/api/policy')).body);
    expect(own.receipts[0]).toMatchObject({ channel: 'signature' });
    expect(own.receipts[0]?.note).toContain(ciso.name);
    expect(trouble).toEqual([]);
  });
});
