import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetsContract } from '../../api/assets/contract.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';

/** Every page of the rail and beside it, and restricted forms. */
const pages = [
  ...['', '/dependencies', '/services', '/services/new', '/settings', '/plans', '/coverage'].map(
    (below) => `/contingency${below}`,
  ),
  ...['/tests', '/tests/new', '/downtime', '/downtime/new', '/packs', '/mine'].map((below) => `/contingency${below}`),
  ...['', '/register', '/trend', '/checks', '/scales', '/catalogues', '/assets', '/assets/new', '/assets/import'].map(
    (below) => `/risks${below}`,
  ),
  ...['', '/gaps', '/twice', '/crosswalk', '/import', '/controls', '/controls/new'].map(
    (below) => `/standards${below}`,
  ),
  ...['/approvals', '/approvals/agendas', '/approvals/agendas/new', '/measures', '/measures/new'],
  ...['', '/heat', '/activities', '/activities/new', '/catalogue', '/plans', '/meetings', '/meetings/new'].map(
    (below) => `/wheel${below}`,
  ),
  ...['/operations', '/operations/reminders', '/organisation', '/organisation/roles', '/centre', '/tasks'],
  ...['/policy', '/policy/coverage', '/policy/unreachable', '/policy/new'],
  ...['/procedures', '/procedures/new', '/procedures/coverage', '/procedures/areas'],
  ...['', '/coverage', '/exemptions', '/import', '/rounds', '/rounds/new', '/courses/new'].map(
    (below) => `/learning${below}`,
  ),
];
const refused = 'Du har ikke adgang til denne side';

describe('no page is a dead end', () => {
  let world: JourneyWorld;
  let desk: DeskPage;
  let people: Record<'employee' | 'manager' | 'isk' | 'owner', WorldPerson>;
  let assetKey: string;

  const tab = () => desk.tab();
  const linksIn = async (part: string) => {
    const addresses = await tab()
      .locator(`${part} a`)
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    return addresses.map((address) => address.replace(/^\/tab/, '') || '/');
  };
  const nowhere = () => tab().getByRole('heading', { name: refused });
  /** Opens an address; the page is shown, or refused. */
  const open = async (path: string) => {
    await desk.open(path);
    return (await nowhere().count()) > 0 ? 'refused' : 'there';
  };

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    const everybody = await world.people();
    const [employee, owner] = everybody.filter(({ roles, centre }) => roles.length === 1 && centre);
    const [manager, isk, ciso] = [
      await world.personWith('centreManager'),
      await world.personWith('coordinator'),
      await world.personWith('ciso'),
    ];
    if (!employee || !owner) throw new Error('nobody is without a role');
    people = { employee, manager, isk, owner };
    const made = await world.as(ciso, 'POST', '/api/assets', {
      ...{ title: 'Fagsystem X', kind: 'system', criticality: 'medium', ownerId: owner.id, usedBy: [] },
    });
    assetKey = assetsContract['POST /api/assets'].answer.parse(made.body).key;
    desk = await openDeskPage(world.program.address);
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });

  it.each(['employee', 'manager', 'isk', 'owner'] as const)(
    'for the %s: whoever is refused is led to a page that opens, and what stands under a heading opens too',
    async (who) => {
      await desk.become(people[who]);
      const own = [`/risks/assets/${assetKey}`, `/contingency/systems/${assetKey}`];
      const found = new Map<string, 'refused' | 'there'>();
      const ways = new Map<string, string>();
      const beside = new Set<string>();
      // A system's owner is an employee with access to it.
      const seen = who === 'owner' ? pages.filter((path) => /^\/(?:risks|contingency)/.test(path)) : pages;
      for (const path of [...seen, ...own]) {
        const how = await open(path);
        found.set(path, how);
        if (how === 'refused') ways.set(path, (await linksIn('[data-part="blank-actions"]'))[0] ?? '');
        else for (const link of await linksIn('[data-part="subnav"]')) beside.add(link);
      }
      // Most of them were opened in this walk.
      for (const to of new Set([...ways.values(), ...beside]))
        expect([to, found.get(to) ?? (await open(to))]).toEqual([to, 'there']);
      if (who === 'manager' || who === 'isk') return;
      expect(ways.get('/contingency')).toBe('/contingency/mine');
      expect(ways.get('/risks')).toBe(who === 'owner' ? '/systems' : '/tasks');
      expect(own.filter((path) => ways.has(path))).toEqual(who === 'owner' ? [] : own);
    },
  );

  it('is a form of what one may read, and not change', async () => {
    await desk.become(people.manager);
    expect(await open(`/risks/assets/${assetKey}/edit`)).toBe('refused');
    await tab().getByRole('link', { name: 'Læs den uden at rette' }).click();
    await tab().getByRole('heading', { level: 1, name: 'Fagsystem X' }).waitFor();
  });
});
