import { describe, expect, it } from 'vitest';
import type { MeView } from '../../../api/organisation/contract.ts';
import { ownPageOf } from '../../../tab/shared/ui/no-access.ts';

const nothing = {
  seeCoverage: false,
  publishPolicy: false,
  assignRoles: false,
  seeOperations: false,
  seeRoles: false,
  keepAll: false,
  keep: [],
};
const me = (abilities: Partial<MeView['abilities']> = {}): MeView => ({
  ...{ person: { id: 'anne', name: 'Anne', language: 'da' }, organisation: 'Ishøj Kommune', today: '2026-11-24' },
  ...{ roles: [], coordinators: [], managers: [], obligations: [] },
  abilities: { ...nothing, ...abilities },
  freshness: { asOf: '2026-11-24T09:00:00.000Z', stale: false },
});
const employee = me();
const wayOf = (path: string, who = employee) => ownPageOf(path, who)?.to;

describe('somebody who may not see a page is led', () => {
  it.each(['', '/services', '/services/journal', '/coverage', '/tests', '/packs', '/dependencies', '/settings'])(
    'from /contingency%s to what to do when it is down',
    (below) => expect(wayOf(`/contingency${below}`)).toBe('/contingency/mine'),
  );

  it.each(['/risks', '/risks/register/r1', '/standards/gaps', '/approvals/a1', '/wheel/heat', '/measures'])(
    'from %s to the own tasks',
    (path) => expect(wayOf(path)).toBe('/tasks'),
  );

  it.each([
    ['/operations/reminders', '/tasks/reminders'],
    ['/operations', '/'],
    ['/centre', '/organisation'],
    ['/organisation/roles', '/organisation'],
    ['/policy/coverage', '/policy'],
    ['/procedures/areas', '/procedures'],
    ['/learning/rounds/new', '/learning'],
    ['/appointments/kasseret', '/organisation'],
  ])('from %s to %s', (path, own) => expect(wayOf(path)).toBe(own));

  it.each([
    ['/contingency/settings', { seeRisks: true }, '/contingency'],
    ['/risks/assets/import', { seeRisks: true }, '/risks'],
    ['/standards/import', { seeRisks: true }, '/standards'],
    ['/approvals/agendas/new', { seeApprovals: true }, '/approvals'],
    ['/wheel/activities/new', { seeWheel: true }, '/wheel'],
    ['/measures/new', { seeMeasures: true }, '/measures'],
    ['/appointments/kasseret', { seeRoles: true }, '/appointments'],
  ])('from %s to the rest of it, where that is theirs', (path, abilities, own) =>
    expect(wayOf(path, me(abilities))).toBe(own),
  );

  it('nowhere from the own page itself, nor from a page that belongs to nothing', () => {
    expect(ownPageOf('/contingency/mine', employee)).toBeUndefined();
    expect(ownPageOf('/policy', employee)).toBeUndefined();
    expect(ownPageOf('/policyholders', employee)).toBeUndefined();
  });
});
