import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignableRoles } from '../../api/kernel/index.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';
import { axe, axeColours } from './tab-page/axe.ts';
import { drawn, overflows } from './tab-page/look.ts';

/** Governance pages, and a seeded record of each kind. */
const pages = [
  ...['', '/coordinator', '/team', '/keeping', '/management', '/reports'].map((below) => `/figures${below}`),
  ...['', '/findings', '/checklists', '/visits/tilsyn-adgange', '/findings/fund-logkontrol'].map(
    (below) => `/inspections${below}`,
  ),
  ...['/appointments', '/appointments/new', '/centre', '/find?q=adgang'],
  ...['duties', 'management', 'orientation', 'without-centre'].map((page) => `/organisation/${page}`),
  ...['trail', 'retention'].map((page) => `/operations/${page}`),
  ...['/incidents', '/incidents/answers'],
];

/** Pages of which a part is for some of their readers. */
const counted = ['/policy/coverage', '/policy/versions/policy-4-0', '/risks', '/contingency'];

/** The product's own texts that are Danish: stored ones are in their writer's language. */
const danishIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll('#main :is(button, label, th, legend, summary)')]
      // Centre names are not translated.
      .map(({ textContent }) => (textContent ?? '').replaceAll(/Center for [^.]*/g, ''))
      .filter((text) => /\b(og|ikke|skal|med|eller|til|af|kan|har|som|hvis|alle|uden|vis|hent|send)\b/i.test(text)),
  );

describe('the rooms in which the work is governed', () => {
  let world: JourneyWorld;
  let desk: DeskPage;

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    desk = await openDeskPage(world.program.address);
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });
  /** Opens a page, without errors; returns whether the reader has access. It asks for nothing that is refused then. */
  const isTheirs = async (path: string) => {
    await desk.open(path);
    expect([path, desk.trouble]).toEqual([path, []]);
    if ((await desk.tab().getByRole('heading', { name: 'Du har ikke adgang til denne side' }).count()) > 0)
      return false;
    await expect.poll(desk.pending, { interval: 10 }).toBe(0);
    expect([path, desk.refused]).toEqual([path, []]);
    return true;
  };
  const choose = (name: 'theme' | 'width' | 'language', value: string) =>
    desk.page.locator(`input[name=${name}][value=${value}]`).check({ force: true });

  // Centre managers sit in koncernledelsen, which reads municipal figures.
  it('open to each role as the table says, and say to all others where to go', async () => {
    const found = new Map<string, string[]>(pages.map((path) => [path, []]));
    const everybody = await world.people();
    // Byrådet decides in its own meetings: it has no users in the tab.
    for (const role of ['employee', ...assignableRoles.filter((one) => one !== 'cityCouncil')]) {
      // People with further roles are no measure of this one.
      const [reader] = everybody
        .filter(({ roles, centre }) => (role === 'employee' ? centre : roles.includes(role)))
        .toSorted((one, other) => one.roles.length - other.roles.length);
      if (!reader) throw new Error(`nobody is ${role}`);
      await desk.become(reader);
      for (const path of pages) if (await isTheirs(path)) found.get(path)?.push(role);
      for (const path of counted) await isTheirs(path);
    }
    expect([...found].map(([path, readers]) => `${path}: ${readers.join(' ')}`)).toMatchInlineSnapshot(`
      [
        "/figures: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager coordinator auditor",
        "/figures/coordinator: ciso securityTeam centreManager coordinator auditor",
        "/figures/team: ciso securityTeam auditor",
        "/figures/keeping: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager auditor",
        "/figures/management: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager auditor",
        "/figures/reports: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager councilSecretary auditor",
        "/inspections: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager coordinator auditor",
        "/inspections/findings: employee executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager coordinator councilSecretary auditor",
        "/inspections/checklists: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager coordinator auditor",
        "/inspections/visits/tilsyn-adgange: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager auditor",
        "/inspections/findings/fund-logkontrol: executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager auditor",
        "/appointments: executiveBoard corporateManagement securityCommittee ciso securityTeam auditor",
        "/appointments/new: executiveBoard corporateManagement ciso securityTeam",
        "/centre: securityCommittee ciso securityTeam centreManager coordinator auditor",
        "/find?q=adgang: employee executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager coordinator councilSecretary auditor",
        "/organisation/duties: executiveBoard corporateManagement securityCommittee ciso securityTeam auditor",
        "/organisation/management: executiveBoard corporateManagement securityCommittee ciso securityTeam auditor",
        "/organisation/orientation: executiveBoard corporateManagement securityCommittee ciso securityTeam auditor",
        "/organisation/without-centre: ciso securityTeam auditor",
        "/operations/trail: ciso securityTeam auditor",
        "/operations/retention: ciso securityTeam auditor",
        "/incidents: employee executiveBoard corporateManagement securityCommittee ciso securityTeam centreManager coordinator councilSecretary auditor",
        "/incidents/answers: ciso securityTeam auditor",
      ]
    `);
  });

  it('break no accessibility rule in any theme, fit a phone, and are English for who reads English', async () => {
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await choose('language', 'en');
    await desk.become(await world.personWith('ciso'));
    const wrong: string[] = [];
    const { frame } = desk;
    for (const path of pages) {
      await desk.open(path);
      for (const theme of ['default', 'dark', 'contrast']) {
        await choose('theme', theme);
        await frame().locator(`[data-theme=${theme}]`).waitFor();
        await drawn(frame());
        const broken = await (theme === 'default' ? axe : axeColours)(frame());
        wrong.push(...broken.map((rule) => `${path} ${theme}: ${rule}`));
      }
      await choose('width', 'phone320');
      if (await overflows(frame())) wrong.push(`${path} is wider than a phone`);
      await choose('width', 'desktop');
      wrong.push(...(await danishIn(frame())).map((text) => `${path} says: ${text}`));
    }
    expect(wrong).toEqual([]);
  });
});
