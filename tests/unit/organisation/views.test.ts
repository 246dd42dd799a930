import { describe, expect, it } from 'vitest';
import { meView, organisationView, centreDetailView } from '../../../api/organisation/contract.ts';
import { meOf, type Mine } from '../../../api/organisation/me-view.ts';
import { assignmentList, centreDetail, organisationOf } from '../../../api/organisation/organisation-views.ts';
import { People, RoleAssignments } from '../../../api/organisation/index.ts';
import { aPerson, aTown, centre, day, person, refusal, settle, the } from './builders.ts';

const mine: Mine = {
  obligationsOf: (_context, actor) =>
    (['open', 'done'] as const).map((state) => ({
      key: state,
      kind: 'acknowledgePolicy',
      personId: actor.personId,
      subject: { key: '4.0', title: 'Politik 4.0' },
      due: day('2026-11-20'),
      since: day('2026-11-01'),
      state,
      personal: true,
      path: '/policy',
    })),
  seesCoverage: () => false,
  publishesPolicy: () => true,
  seesWheel: () => true,
};

describe('meOf', () => {
  it('tells what is owed as an employee apart from a vote, which is that of a member of a body', async () => {
    const { context } = await aTown();
    const votes: Mine = {
      ...mine,
      obligationsOf: (...given) => mine.obligationsOf(...given).flatMap((one) => [one, { ...one, kind: 'vote' }]),
    };
    const { obligations } = meView.parse(meOf(context, the(context, 'anne'), votes));
    expect(obligations.map(({ kind, own }) => [kind, own])).toEqual([
      ['acknowledgePolicy', true],
      ['vote', false],
    ]);
  });

  it('tells who my ISK and manager are, and what I owe with the days left', async () => {
    const { context } = await aTown();
    const me = meView.parse(meOf(context, the(context, 'anne'), mine));
    expect(me.coordinators).toMatchObject([
      { name: 'Mette Sørensen', mail: 'mette@proeve.example', centre: 'Center for nord' },
    ]);
    expect(me.managers).toMatchObject([{ id: 'manager-nord' }]);
    expect(meOf(context, the(context, 'manager-nord'), mine).managers).toEqual([]);
    expect(me.obligations).toMatchObject([{ key: 'open', title: 'Politik 4.0', daysLeft: -4 }]);
    expect(me.abilities).toEqual({
      seeCoverage: false,
      publishPolicy: true,
      assignRoles: false,
      ownAssets: false,
      seeOperations: false,
      seeRoles: false,
      keepAll: false,
      keep: [],
      seeCentres: false,
      seeWheel: true,
      seeApprovals: false,
      seeMeasures: false,
      seeFigures: false,
      seeRisks: false,
      seePeople: false,
    });
  });

  it('tells of which centre a task is that another centre than the own has too, in the reader’s language', async () => {
    const { context } = await aTown();
    const shipped = { key: 'review', title: 'Gennemgå centrets lokale procedurer' };
    const [task] = mine.obligationsOf(context, the(context, 'anne'));
    if (!task) throw new Error('nothing is owed');
    const inBoth: Mine = {
      ...mine,
      obligationsOf: () =>
        ['nord', 'syd'].map((name) => ({ ...task, personal: false, centreId: centre(name), subject: shipped })),
    };
    const titles = (language: 'da' | 'en') =>
      meOf(context, { ...the(context, 'anne'), language }, inBoth).obligations.map(({ title }) => title);
    expect(titles('da')).toEqual([shipped.title, `${shipped.title} – Center for syd`]);
    expect(titles('en')[1]).toMatch(/^(?!Gennemgå).+ – Center for syd$/);
  });

  it('names no ISK for somebody without a centre', async () => {
    const { context } = await aTown();
    await context.list(People).update('anne', () => ({ centreId: undefined }));
    const me = meView.parse(meOf(context, the(context, 'anne'), mine));
    expect(me).toMatchObject({ coordinators: [], managers: [] });
    expect(me.centre).toBeUndefined();
  });
});

describe('organisationOf', () => {
  it('counts the employed of each centre and shows people without one only to those who can mend it', async () => {
    const { context } = await aTown();
    await settle(context, {
      people: [aPerson('lost', { centreId: undefined }), aPerson('gone', { leftOn: day('2026-01-01') })],
    });
    const seen = organisationView.parse(organisationOf(context, the(context, 'ciso')));
    expect(seen.employees).toBe(15);
    expect(seen.centres.map(({ id, employees }) => [id, employees])).toEqual([
      ['nord', 11],
      ['syd', 3],
    ]);
    expect(seen.withoutCentre).toBe(1);
    expect(organisationOf(context, the(context, 'anne')).withoutCentre).toBe(0);
    expect(seen.bodies.find(({ role }) => role === 'securityCommittee')?.members).toMatchObject([
      { id: 'committee', chair: true, byGroup: false, startsOn: '2021-01-01' },
    ]);
  });

  it('shows a member by group without an appointment', async () => {
    const { context } = await aTown();
    context.groupRoles = (id) => (id === 'bo' ? [{ role: 'auditor' }] : []);
    const seen = organisationView.parse(organisationOf(context, the(context, 'anne')));
    const auditors = seen.bodies.find(({ role }) => role === 'auditor')?.members;
    expect(auditors).toMatchObject([
      { id: 'bo', byGroup: true },
      { id: 'auditor', byGroup: false },
    ]);
  });
});

describe('centreDetail', () => {
  it.each([
    ['anne', false],
    ['isk-syd', false],
    ['committee', false],
    ['isk-nord', true],
    ['manager-nord', true],
    ['team', true],
    ['ciso', true],
    ['auditor', true],
  ])('%s sees the people of nord: %s', async (who, sees) => {
    const { context } = await aTown();
    const seen = centreDetailView.parse(centreDetail(context, the(context, who), centre('nord')));
    expect(seen.people !== undefined).toBe(sees);
    expect(seen.centre.coordinators).toHaveLength(1);
  });

  it('is missing when the centre is unknown', async () => {
    const { context } = await aTown();
    expect(await refusal(() => centreDetail(context, the(context, 'ciso'), centre('vest')))).toBe(
      'organisation.noSuchCentre',
    );
  });
});

describe('assignmentList', () => {
  it('lets end only what has not ended, and only those who may', async () => {
    const { context } = await aTown();
    const abilities = (who: string) =>
      assignmentList(context, the(context, who)).assignments.map(({ role, abilities: { end } }) => (end ? role : ''));
    expect(abilities('team').filter(Boolean)).toEqual(['centreManager', 'centreManager', 'coordinator', 'coordinator']);
    expect(abilities('auditor').filter(Boolean)).toEqual([]);
  });

  it('tells that the holder or the deputy of a role has left, and names neither to whoever looks a centre up', async () => {
    const { context } = await aTown();
    await context.list(RoleAssignments).update('coordinator_isk-syd_syd', () => ({ deputyId: person('bo') }));
    const states = () =>
      assignmentList(context, the(context, 'ciso'))
        .assignments.filter((one) => one.centre?.id === 'syd')
        .map(({ person: { id }, state, deputy, abilities }) => [id, state, deputy?.left, abilities.end]);
    const seen = () =>
      centreDetail(context, the(context, 'anne'), centre('syd')).assignments.map((one) => one.person.id);
    expect(states()).toContainEqual(['isk-syd', 'current', undefined, true]);
    expect(seen()).toContain('isk-syd');
    await context.list(People).update('bo', () => ({ leftOn: day('2026-11-01') }));
    expect(states()).toContainEqual(['isk-syd', 'current', true, true]);
    await context.list(People).update('isk-syd', () => ({ leftOn: day('2026-11-01') }));
    expect(states()).toContainEqual(['isk-syd', 'left', true, true]);
    expect(seen()).not.toContain('isk-syd');
    await context.list(People).update('isk-syd', () => ({ leftOn: undefined, hiredOn: day('2030-01-01') }));
    expect(states()).toContainEqual(['isk-syd', 'current', true, true]);
  });
});
