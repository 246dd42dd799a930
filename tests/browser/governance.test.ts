import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appointmentsView } from '../../api/appointments/contract.ts';
import { governanceContract } from '../../api/governance/contract.ts';
import { digest } from '../../api/kernel/index.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';
import { axe } from './tab-page/axe.ts';
import { overflows } from './tab-page/look.ts';

const duties = governanceContract['GET /api/governance/duties'].answer;
const management = governanceContract['GET /api/governance/management'].answer;
const orientation = governanceContract['GET /api/governance/orientation'].answer;

describe('who governs, on the desk', () => {
  let world: JourneyWorld;
  let desk: DeskPage;
  let page: Page;
  let ciso: WorldPerson;

  const tab = () => desk.tab();
  const press = (name: string | RegExp) => tab().getByRole('button', { name }).first().click();
  const heading = (name: string | RegExp) => tab().getByRole('heading', { name }).first().waitFor();
  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const isFineEverywhere = async () => {
    expect(await axe(desk.frame())).toEqual([]);
    const width = (pixels: string) =>
      page.locator('iframe').evaluate((element, to) => void (element.style.width = to), pixels);
    await width('320px');
    expect(await overflows(desk.frame())).toBe(false);
    await width('');
  };

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60' });
    ciso = await world.personWith('ciso');
    desk = await openDeskPage(world.program.address);
    ({ page } = desk);
    await desk.become(ciso);
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });

  it('a committee is composed: a proposal is sent, Direktionen decides on cards, and the roles stand with the decision', async () => {
    await desk.open('/appointments');
    await heading('Informationssikkerhedsudvalget');
    await isFineEverywhere();
    await tab()
      .getByRole('link', { name: /Sammensætning af|udvalget, /i })
      .first()
      .click();
    await press('Send til Direktionen');
    await tab().getByRole('dialog').getByRole('button', { name: 'Send til Direktionen' }).click();
    await tab().getByText('Sendt til Direktionen').first().waitFor();
    await world.process();
    for (const name of ['Henrik Bay Mortensen', 'Mads Ravn Jespersen', 'Birgitte Skov Andreasen']) {
      const director = await named(name);
      const card = (await world.chatOf(director)).findLast(
        (line) => line.from === 'bot' && JSON.stringify(line.card ?? '').includes('Sammensætning af'),
      );
      await world.press(director, card?.id ?? '', 'Godkend');
    }
    await world.process();
    const { bodies } = appointmentsView.parse((await world.as(ciso, 'GET', '/api/appointments')).body);
    const members = bodies.find(({ role }) => role === 'securityCommittee')?.members ?? [];
    const given = members.filter(({ state, decision }) => state === 'future' && decision?.by === 'vote');
    expect(given).toHaveLength(3);
    await desk.open('/organisation');
    await desk.open('/appointments');
    await tab()
      .getByRole('link', { name: /Afgjort af Direktionen/ })
      .first()
      .waitFor();
  });

  it('the duties tell which body has done what, with the record that shows it, and as a workbook', async () => {
    await desk.open('/organisation/duties');
    await heading(/opgaver? mangler/);
    await isFineEverywhere();
    await press(/^Direktionen/);
    await tab().getByText('Udpeger CISO’en').waitFor();
    await expect.poll(() => tab().getByText('Forbereder politikken').count()).toBe(0);
    const shown = tab().getByRole('link', { name: 'Udpegning af CISO' });
    await shown.click();
    await heading('Informationssikkerhedsudvalget');
    const bytes = await world.download(ciso, '/api/governance/duties.xlsx?body=executiveBoard');
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
    const board = await world.personWith('executiveBoard');
    const told = duties.parse((await world.as(board, 'GET', '/api/governance/duties')).body);
    expect(told.duties.find(({ key }) => key === 'councilApprovesPolicy')).toMatchObject({ state: 'done' });
    const isk = await world.personWith('coordinator');
    expect((await world.as(isk, 'GET', '/api/governance/duties')).status).toBe(403);
  });

  it('§ 7 tells who approved each of the ten areas, when management supervised, and which courses its members took', async () => {
    await desk.open('/organisation/management');
    for (const name of ['De ti områder i § 6', 'Ledelsens tilsyn', 'Medlemmer og kurser']) await heading(name);
    await tab().getByText('Godkendt af ledelsen').first().waitFor();
    await isFineEverywhere();
    await press('Bed ledelsen godkende: Regler for kryptering');
    await tab().getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await tab()
      .getByRole('link', { name: /Ligger til godkendelse hos Direktionen/ })
      .waitFor();
    await press('Skriv en mødebeslutning ind');
    await tab().getByLabel('Mødets dato').fill('2026-11-10');
    await tab().getByLabel('Punkt eller journalnummer').fill('Punkt 7');
    await press('Gem beslutningen');
    await heading('Ledelsen mangler at godkende ét område');
    await world.process();
    for (const name of ['Henrik Bay Mortensen', 'Mads Ravn Jespersen', 'Birgitte Skov Andreasen']) {
      const director = await named(name);
      const card = (await world.chatOf(director)).findLast(
        (line) => line.from === 'bot' && JSON.stringify(line.card ?? '').includes('Regler for kryptering'),
      );
      await world.press(director, card?.id ?? '', 'Godkend');
    }
    await world.process();
    const { areas } = management.parse((await world.as(ciso, 'GET', '/api/governance/management')).body);
    expect(areas.filter(({ state }) => state !== 'approved')).toEqual([]);
    const bytes = await world.download(ciso, '/api/governance/management.docx');
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
  });

  it('what Byrådet is told is collected from suggestions and own words, sent once, and kept as it was', async () => {
    await desk.open('/figures');
    const open = 'Føj til orienteringen: ';
    const figure = tab().getByRole('button', { name: open }).first();
    const title = ((await figure.getAttribute('aria-label')) ?? '').slice(open.length);
    await figure.click();
    await press(`Fortryd, at “${title}” er med i orienteringen`);
    await tab()
      .getByRole('button', { name: `${open}${title}` })
      .waitFor();
    await desk.open('/organisation/orientation');
    await heading('Der er ikke samlet noget til den næste orientering');
    await press(/^Tag med: \d+ ris/);
    await press('Gem');
    await heading('Ét emne er klar til Byrådet');
    await press('Tilføj et emne');
    await tab().getByLabel('Overskrift').fill('Nye låse på Rådhuset');
    await tab()
      .getByLabel(/Det, Byrådet får at vide/)
      .fill('Alle døre har fået nøglekort.');
    await press('Gem');
    await heading('2 emner er klar til Byrådet');
    await isFineEverywhere();
    await press('Notér som sendt');
    const words = tab().getByLabel(/Det, Byrådet får at vide/);
    await tab().getByText('Skriv det, før orienteringen sendes', { exact: false }).waitFor();
    await press('Gem');
    await tab().getByRole('alert').getByText('Skriv, hvad der bliver gjort', { exact: false }).waitFor();
    await words.fill('Alle får ny beskyttelse i år.');
    await press('Gem');
    await words.waitFor({ state: 'detached' });
    await press('Notér som sendt');
    await press('Ja, gem den som sendt');
    await tab().getByRole('button', { name: 'Hent nr. 1' }).waitFor();
    const { sent } = orientation.parse((await world.as(ciso, 'GET', '/api/governance/orientation')).body);
    const [first] = sent;
    expect(first?.subjects).toHaveLength(2);
    const bytes = await world.download(ciso, `/api/governance/orientations/${first?.key}/document`);
    expect(digest(bytes)).toBe(first?.hash);
    const told = duties.parse((await world.as(ciso, 'GET', '/api/governance/duties')).body);
    expect(told.duties.find(({ key }) => key === 'boardInformsCouncil')?.latest).toMatchObject({
      ...{ title: 'Orientering af Byrådet nr. 1', path: '/organisation/orientation' },
    });
    expect(desk.trouble).toEqual([]);
  });
});
