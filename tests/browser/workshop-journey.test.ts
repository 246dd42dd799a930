import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetView } from '../../api/assets/contract.ts';
import { assessmentView } from '../../api/risks/contract.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';
import { choosePerson } from './choose-person.ts';
import { launch, newWindow } from './launch.ts';

/** Estimated seconds per press, including looking, thinking and typing; and the limit of the whole. */
const [secondsAPress, mostSeconds] = [2, 300];

describe('an assessment in the workshop, in the tab itself on a whole Microsoft 365', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  let isk: WorldPerson;
  let key: string;
  const trouble: string[] = [];
  let presses = 0;

  const tab = () => page.frameLocator('iframe');
  const frame = () => {
    const found = page.frames().find((one) => one.url().includes('/tab'));
    if (!found) throw new Error('the tab is not open');
    return found;
  };
  const open = async (path: string) => {
    await frame().evaluate((address) => history.pushState(null, '', address), `/tab${path}`);
    await tab().getByRole('heading', { level: 1 }).waitFor();
  };
  const assessment = async () =>
    assessmentView.parse((await world.as(isk, 'GET', `/api/risks/assessments/${key}`)).body);
  const press = async (...keys: string[]) => {
    for (const one of keys) {
      await page.keyboard.press(one);
      presses += 1;
    }
  };

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    const found = (await world.people()).find(({ name }) => name === 'Mette Sørensen');
    if (!found) throw new Error('nobody is called Mette Sørensen');
    isk = found;
    const made = await world.as(isk, 'POST', '/api/assets', {
      ...{ title: 'Udlevering af hjælpemidler', kind: 'workProcess', criticality: 'high', ownerId: isk.id },
      ...{
        centreId: 'voksne-og-velfaerd',
        hosting: 'manual',
        personalData: ['sensitive'],
        dataSubjects: ['vulnerable'],
      },
    });
    const assetKey = assetView.parse(made.body).key;
    const begun = await world.as(isk, 'POST', '/api/risks/assessments', {
      ...{ assetKey, form: 'full', catalogueKeys: ['work'] },
    });
    key = assessmentView.parse(begun.body).key;
    const own = { title: 'Hjælpemidler gives til den forkerte' };
    await world.as(isk, 'POST', `/api/risks/assessments/${key}/threats`, own);
    browser = await launch();
    page = await newWindow(browser, { viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => void (message.type() === 'error' && trouble.push(message.text())));
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(world.program.address);
    await choosePerson(page, isk.name);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('types 21 threats in under five minutes, several at once, without a mouse', async () => {
    await open(`/risks/assessments/${key}?part=threats&as=table`);
    await tab().getByRole('grid').waitFor();
    expect((await assessment()).risks).toHaveLength(21);
    await frame().locator('[data-cell="0.0"]').focus();
    // Five in a row are set aside for one reason.
    await press(...Array.from({ length: 4 }, () => 'Shift+ArrowDown'), 'i');
    await tab().getByRole('dialog').getByRole('textbox').waitFor();
    await press(...'Kun papir her', 'Enter');
    await tab().getByRole('dialog').waitFor({ state: 'detached' });
    await expect
      .poll(() => frame().evaluate(() => (document.activeElement as HTMLElement).dataset['cell']))
      .toBe('4.0');
    await press('ArrowDown');
    // Fifteen are typed, one digit a cell; the caret advances.
    for (let row = 5; row < 20; row += 1) await press('3', '4', String((row % 3) + 1), '1');
    // The last is as the one above.
    await press('o');
    // Existing controls make all of them less likely: selected at once, one digit.
    await press('t', 'Control+a', 'ArrowUp', 'Home', '2');
    // What is typed last in a row is saved last.
    await expect
      .poll(async () => (await assessment()).risks.slice(5).map(({ estimates }) => estimates.current.likelihood))
      .toEqual(Array(16).fill(2));
    const { answered, risks } = await assessment();
    expect(answered).toBe(21);
    expect(risks.slice(0, 5).map(({ notRelevant }) => notRelevant)).toEqual(Array(5).fill('Kun papir her'));
    expect(
      risks.slice(5).map(({ estimates }) => [estimates.inherent.likelihood, estimates.current.likelihood]),
    ).toEqual(Array(16).fill([3, 2]));
    expect(risks[20]?.estimates.inherent.consequence).toEqual(risks[19]?.estimates.inherent.consequence);
    expect(presses * secondsAPress).toBeLessThan(mostSeconds);
    expect(trouble).toEqual([]);
  });

  it('shows the numbers of the threats in the matrix before, now and after', async () => {
    const numbers = tab().getByRole('table', { name: /^Trusler efter konsekvens og sandsynlighed/ });
    await expect.poll(() => numbers.count()).toBe(3);
    expect(await numbers.first().innerText()).toContain('6, 7, 8');
  });

  it('keeps the first control on a threat, which is not a change that somebody else has made', async () => {
    const { risks } = await assessment();
    await open(`/risks/assessments/${key}?part=threats&as=one&threat=${risks[6]?.threatKey}`);
    const picker = tab().getByRole('group', { name: 'Kontroller, der virker mod truslen' });
    await picker.getByRole('searchbox').fill('adgang');
    await picker.locator('[data-part="assess-found"] button').first().click();
    await expect.poll(async () => (await assessment()).risks[6]?.controls.length).toBe(1);
    expect(
      await tab()
        .getByText(/en anden har ændret|er ændret imens/i)
        .count(),
    ).toBe(0);
    const [control] = (await assessment()).risks[6]?.controls ?? [];
    await open(`/standards/controls/${control?.key}`);
    await tab()
      .getByRole('heading', { level: 1, name: control?.title ?? '' })
      .waitFor();
    expect(await tab().getByText('Kontrollen er stoppet').count()).toBe(0);
  });

  it('is finished, and the system that it needs says whose risk it has', async () => {
    const { asset } = await assessment();
    expect((await world.as(isk, 'POST', `/api/risks/assessments/${key}/finish`)).status).toBe(200);
    const before = assetView.parse((await world.as(isk, 'GET', `/api/assets/${asset.key}`)).body);
    const made = await world.as(isk, 'POST', '/api/assets', {
      ...{
        title: 'Lagersystemet',
        kind: 'system',
        criticality: 'low',
        centreId: 'voksne-og-velfaerd',
        ownerId: isk.id,
      },
    });
    const system = assetView.parse(made.body).key;
    const { title, kind, criticality, hosting, personalData, dataSubjects } = before;
    const changed = { title, kind, criticality, hosting, personalData, dataSubjects, dependsOn: [system] };
    const given = { ...changed, centreId: 'voksne-og-velfaerd', ownerId: isk.id, expected: before.changedAt };
    expect((await world.as(isk, 'PUT', `/api/assets/${asset.key}`, given)).status).toBe(200);
    await open(`/risks/assets/${system}`);
    await tab().getByText('Risikoen kommer fra det, der ikke kan undvære aktivet:').waitFor();
    expect(trouble).toEqual([]);
  });
});
