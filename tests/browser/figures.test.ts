import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresContract } from '../../api/figures/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { Nudges } from '../../api/obligations/index.ts';
import { Retention } from '../../api/retention/index.ts';
import { midMonth } from '../support/danish-time.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';
import { axe } from './tab-page/axe.ts';
import { overflows } from './tab-page/look.ts';

const worse = figuresContract['GET /api/figures/worse'].answer;
const listed = figuresContract['GET /api/figures'].answer;
const frozen = figuresContract['GET /api/figures/frozen'].answer;
const checked = figuresContract['GET /api/figures/frozen/:frozenKey/check'].answer;

describe('figures, on the desk', () => {
  let world: JourneyWorld;
  let desk: DeskPage;
  let page: Page;
  let manager: WorldPerson;
  let ciso: WorldPerson;

  const tab = () => desk.tab();
  const frame = () => desk.frame();
  const open = (path: string) => desk.open(path);
  const narrow = (width: string) =>
    page.locator('iframe').evaluate((element, pixels) => void (element.style.width = pixels), width);

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '300' }, midMonth(new Date()));
    // The job freezes the past month.
    await world.process();
    ciso = await world.personWith('ciso');
    const hanne = (await world.people()).find(({ name }) => name.startsWith('Hanne Toft'));
    if (!hanne) throw new Error('nobody manages a centre');
    manager = hanne;
    desk = await openDeskPage(world.program.address);
    ({ page } = desk);
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });

  it('the month that is over was frozen by the job, and is the same when it is counted again', async () => {
    const { frozen: items } = frozen.parse((await world.as(ciso, 'GET', '/api/figures/frozen')).body);
    expect(items).toHaveLength(1);
    expect(items[0]?.kind).toBe('month');
    const check = checked.parse((await world.as(ciso, 'GET', `/api/figures/frozen/${items[0]?.key}/check`)).body);
    expect(check.same).toBeGreaterThan(100);
    expect(check.differing.filter(({ records }) => records.length === 0)).toEqual([]);
  });

  it('a centre manager’s Monday: what got worse, the one thing to do about it, and the list behind it', async () => {
    const told = worse.parse((await world.as(manager, 'GET', '/api/figures/worse')).body);
    const [first] = told.worse;
    if (!first) throw new Error('nothing got worse');
    await desk.become(manager);
    await open('/centre');
    await tab().getByRole('heading', { level: 2, name: 'Blevet værre siden sidste måned' }).waitFor();
    await tab().getByRole('heading', { level: 3, name: first.name }).waitFor();
    await tab().getByText(first.advice).waitFor();
    expect(await axe(frame())).toEqual([]);
    await tab().getByRole('link', { name: 'Åbn listen' }).focus();
    await page.keyboard.press('Enter');
    await frame().waitForFunction((path) => location.pathname.endsWith(path), (first.link ?? '').split('?')[0] ?? '');
    await tab().getByRole('heading', { level: 1 }).waitFor();
    expect(await tab().getByRole('heading', { name: 'Du har ikke adgang til denne side' }).count()).toBe(0);

    const owed = told.worse.find(({ work }) => work !== undefined)?.work;
    if (!owed) throw new Error('nobody owes what got worse');
    await open(owed.link);
    await tab()
      .getByRole('button', { name: /^Mind om det: / })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await tab()
      .getByText(/bliver mindet om det|kan ikke nås i Teams/)
      .first()
      .waitFor();
    expect(await axe(frame())).toEqual([]);
    await narrow('320px');
    expect(await overflows(frame())).toBe(false);
    await narrow('');
    const { list } = world.program.context;
    expect(list(Nudges).all()).toMatchObject([{ by: manager.id, people: [expect.anything()] }]);
  });

  it('whoever keeps two centres is told of each by name what got worse', async () => {
    const isk = (await world.people()).find(({ name }) => name === 'Troels Winther Bruun');
    if (!isk) throw new Error('nobody coordinates two centres');
    await desk.become(isk);
    await open('/centre');
    for (const centre of ['Center for Kultur, Idræt og Fritid', 'Center for Park, Vej og Miljø'])
      await tab()
        .getByRole('heading', { level: 2, name: `Blevet værre siden sidste måned: ${centre}`, exact: true })
        .waitFor();
    expect(await axe(frame())).toEqual([]);
    await desk.become(manager);
    await open('/centre?centre=all');
    await tab()
      .getByRole('heading', { level: 2, name: 'Blevet værre siden sidste måned: Center for Voksne og Velfærd' })
      .waitFor();
  });

  it('management’s page tells what is red and why, what waits, what it costs, where it goes and what comes next', async () => {
    await desk.become(ciso);
    await open('/figures/management');
    for (const name of ['Hvad er rødt, og hvorfor', 'Venter på en afgørelse', 'Tiltag og penge', 'Tre udviklinger'])
      await tab().getByRole('heading', { level: 2, name }).waitFor();
    expect(await axe(frame())).toEqual([]);
    await narrow('320px');
    expect(await overflows(frame())).toBe(false);
    for (const path of [
      '/figures/keeping',
      '/operations/retention',
      '/figures/team',
      '/figures/coordinator',
      '/approvals/status-reports',
    ]) {
      await open(path);
      await tab().getByRole('heading', { level: 1 }).waitFor();
      await frame().waitForFunction(() => document.querySelector('#main [data-loading]') === null);
      expect([path, await overflows(frame())]).toEqual([path, false]);
      expect(await axe(frame())).toEqual([]);
    }
    await open('/figures');
    await tab().getByRole('heading', { level: 1 }).waitFor();
    expect(await overflows(frame())).toBe(false);
    await narrow('');
    expect(await axe(frame())).toEqual([]);
  });

  it('names what is kept as a month or a day in words', async () => {
    await desk.become(ciso);
    await open('/figures/keeping');
    await tab().getByRole('button', { name: 'Frys nu' }).click();
    await tab()
      .getByRole('row', { name: /^\d{1,2}\. \S+ 20\d\d / })
      .first()
      .waitFor();
    expect(
      await tab()
        .getByRole('row', { name: /^\d{4}-/ })
        .count(),
    ).toBe(0);
  });

  it('a number that is pressed opens as many rows as it says, and the choice is shown and cleared', async () => {
    const { figures } = listed.parse((await world.as(ciso, 'GET', '/api/figures')).body);
    const figureOf = (key: string) => {
      const found = figures.find((figure) => figure.key === key);
      if (!found) throw new Error(`no figure ${key}`);
      return found;
    };
    await desk.become(ciso);
    const press = async (key: string) => {
      await open('/figures');
      await tab()
        .getByRole('link', { name: figureOf(key).name, exact: true })
        .click();
    };
    const chosen = async (name: string) =>
      tab().getByRole('combobox', { name, exact: true }).locator('option:checked').first().innerText();

    const missed = figureOf('wheelMissed').value ?? 0;
    expect(missed).toBeGreaterThan(0);
    await press('wheelMissed');
    await tab().getByText(`${missed} fundet`, { exact: true }).waitFor();
    expect(await tab().locator('tbody tr').count()).toBe(missed);
    expect(await chosen('Status')).toBe('Mere end 60 dage over tiden');
    await tab().getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => chosen('Status')).toBe('Alle statusser');

    const { numerator = 0, denominator = 0 } = figureOf('vitalTested');
    await press('vitalTested');
    await tab()
      .getByText(`${denominator - numerator} fundet`, { exact: true })
      .waitFor();
    expect(await chosen('Afprøvning')).toBe('Ikke afprøvet, som det skal');

    await press('risksWorst');
    const worst = figureOf('risksWorst').value ?? 0;
    await tab()
      .getByRole('heading', { level: 1, name: new RegExp(`^(${worst}|En|Én) `) })
      .waitFor();
    // Beside the search, or on a narrow screen among those that the button counts.
    await tab().getByText('Flere filtre (1)', { exact: true }).click();
    expect(await chosen('Niveau nu')).not.toBe('Alle niveauer');
  });

  it('a kind of personal data is switched on with its limit, and what is kept of one person is fetched as a file', async () => {
    await open('/operations/retention');
    await tab().getByRole('button', { name: 'Ret: Telefonnumre på tidligere ansatte' }).click();
    const dialog = tab().getByRole('dialog');
    await dialog.getByLabel('Dage').fill('20000');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText(/^Skriv et helt tal mellem 1 og/).waitFor();
    await dialog.getByLabel('Dage').fill('60');
    await dialog.getByRole('checkbox', { name: 'Slet det, der er ældre, hver nat' }).check();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab().getByText('Slået til').first().waitFor();
    await expect
      .poll(() => world.program.context.list(Retention).get('leaverPhones'))
      .toMatchObject({ days: 60, isOn: true });
    await tab().getByRole('searchbox', { name: 'Find en person, også en, der er fratrådt' }).fill('Hanne Toft');
    const file = page.waitForEvent('download');
    await tab()
      .getByRole('button', { name: /^Hent alt, der er gemt om Hanne Toft/ })
      .click();
    expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('the yearly report is begun, stands beside the year before, is written over, and is shown as it reads', async () => {
    await desk.become(ciso);
    await open('/figures/reports');
    await tab()
      .getByRole('button', { name: /^Begynd rapporten for \d{4}$/ })
      .first()
      .click();
    const chart = tab().getByRole('img', {
      name: /^Har læst politikken, center for center, ved siden af 31\.\sdec\./,
    });
    const count = tab().getByRole('button', { name: 'Tæl sidste år op' });
    // In January the year before has just been counted.
    await chart.or(count).first().waitFor();
    if (await count.isVisible()) await count.click();
    await chart.waitFor();
    expect(await axe(frame())).toEqual([]);
    await narrow('320px');
    expect(await overflows(frame())).toBe(false);
    await tab().getByRole('link', { name: 'Ret teksterne' }).click();
    const text = tab().getByRole('textbox', { name: 'Tekst i Risici' });
    await text.fill('Vi har set på alle systemer.');
    await tab().getByRole('checkbox', { name: 'Tag afsnittet med: Hændelser' }).uncheck();
    await tab().getByRole('button', { name: 'Tilføj en beslutning' }).click();
    await tab().getByRole('textbox', { name: 'Beslutning 1', exact: true }).fill('Sæt lås på skabene');
    await tab().getByRole('combobox', { name: 'Hvem gør den 1' }).selectOption('securityTeam');
    await tab()
      .getByLabel('Senest, beslutning 1')
      .fill(addDays(todayOf(world.desk.clock), 60));
    expect(await axe(frame())).toEqual([]);
    expect(await overflows(frame())).toBe(false);
    await tab().getByRole('button', { name: 'Gem rapporten' }).click();
    await tab().getByText('Vi har set på alle systemer.').waitFor();
    await tab().getByText('Sæt lås på skabene').waitFor();
    expect(await tab().getByText('Udeladt', { exact: true }).count()).toBe(1);
    await narrow('');
    await tab().getByRole('button', { name: 'Send til udvalget' }).click();
    await tab().getByRole('dialog').getByRole('button', { name: 'Send til udvalget' }).click();
    await tab().getByText('Til godkendelse hos Informationssikkerhedsudvalget').first().waitFor();
    await tab().getByRole('heading', { level: 2, name: 'Det, der blev sendt' }).waitFor();
    expect(await axe(frame())).toEqual([]);
  });
});
