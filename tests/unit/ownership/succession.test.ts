import { beforeEach, describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { ContingencyTests, Improvements } from '../../../api/contingency/index.ts';
import { CriticalServices } from '../../../api/critical-services/index.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { declareObligationSources, handOver, obligationsOf } from '../../../api/obligations/index.ts';
import { People, RoleAssignments } from '../../../api/organisation/index.ts';
import { successionBody, type SuccessionBody } from '../../../api/ownership/contract.ts';
import { continueSuccessions, handOverEverything, successionKind, Successions } from '../../../api/ownership/index.ts';
import { belongingsView, leaversView, successionView } from '../../../api/ownership/succession/succession-views.ts';
import { Controls } from '../../../api/standards/index.ts';
import { successionCardFor } from '../../../bot/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { lintCard, textsOf } from '../bot/lint-card.ts';
import { aPlan, aService, aTest, inForce } from '../contingency/builders.ts';
import { aTown, centre, day, person, refusal, settle, the, anAssignment } from '../organisation/builders.ts';
import { anAsset, at } from '../risks/register-world.ts';

let context: Context;
let setNow: (moment: string) => void;
const leaver = person('bo');
const stamps = { changedAt: at('2026-06-01'), changedBy: person('ciso') };

beforeEach(async () => {
  const town = await aTown('2026-11-24T09:00:00.000Z');
  context = { ...town.context, texts: translator };
  ({ setNow } = town);
  declareObligationSources(context, obligationSources);
  await settle(context, {
    roles: [
      anAssignment('bo', 'centreManager', { key: 'bos-role', centreId: centre('syd'), startsOn: day('2022-01-01') }),
      anAssignment('anne', 'centreManager', { key: 'annes-role', centreId: centre('nord'), deputyId: leaver }),
    ],
  });
  const syd = { centreId: centre('syd') };
  await context
    .list(Assets)
    .create(anAsset('kasse', { title: 'Kassen', ownerId: leaver, criticality: 'high', ...syd }));
  await context.list(Assets).create(anAsset('nord', { title: 'Nords system', ownerId: leaver, criticality: 'low' }));
  await context.list(CriticalServices).create(aService('udbetaling', { ownerId: leaver, ...syd }));
  await context.list(Controls).create({
    ...{
      key: 'adgang',
      title: 'Adgange',
      description: '',
      ownerId: leaver,
      ...syd,
      state: 'running',
      effect: 'effective',
    },
    ...{
      evidence: [],
      reviewMonths: 12,
      assessments: [],
      requirementKeys: [],
      procedureKeys: [],
      wheelActivityKeys: [],
    },
    ...{ startedOn: day('2026-01-01'), ...stamps },
  });
  const { plan } = await inForce(context, aPlan('kasse', { assetKey: 'kasse', ...syd }));
  const test = {
    planKey: plan.key,
    assetKey: 'kasse',
    ...syd,
    leaderId: leaver,
    participantIds: [leaver, person('anne')],
  };
  await context.list(ContingencyTests).create(aTest('oevelse', { ...test, state: 'planned' }));
  await context.list(Improvements).create({
    ...{
      key: 'bedre',
      title: 'Print listen',
      source: 'test',
      subjectKey: 'oevelse',
      ownerId: leaver,
      due: day('2026-12-01'),
    },
    ...{ note: '', ...syd, ...stamps },
  });
});

const body = (changes: Partial<SuccessionBody> = {}): SuccessionBody =>
  successionBody.parse({ fromPersonId: 'bo', toPersonId: 'isk-syd', note: 'Bo er stoppet', ...changes });
const press = (who = 'ciso', changes: Partial<SuccessionBody> = {}, pressKey = 'tryk-0001') =>
  handOverEverything(context, { ...the(context, who), idempotencyKey: pressKey }, body(changes));
const seen = async (who = 'ciso') => {
  const [one] = context.list(Successions).all();
  return successionView(context, the(context, who), one?.key ?? '');
};
const owners = () => [
  context.list(Assets).get('kasse')?.ownerId,
  context.list(CriticalServices).get('udbetaling')?.ownerId,
  context.list(Controls).get('adgang')?.ownerId,
  context.list(ContingencyTests).get('oevelse')?.leaderId,
  context.list(Improvements).get('bedre')?.ownerId,
];

describe('everything of somebody who leaves', () => {
  it('is found, also when the directory has let go of the person, and what each may not give says why', async () => {
    await context.list(People).update('bo', () => ({ leftOn: day('2026-11-20') }));
    const { people } = leaversView(context, the(context, 'ciso'), '');
    expect(people).toMatchObject([{ person: { id: 'bo' }, left: true, records: 9 }]);
    const view = belongingsView(context, the(context, 'ciso'), leaver);
    expect(view.groups.map(({ kind, items }) => [kind, items.length])).toEqual([
      ...[
        ['asset', 2],
        ['service', 1],
        ['control', 1],
        ['improvement', 1],
        ['test', 1],
        ['testPart', 1],
      ],
      ...[
        ['role', 1],
        ['deputy', 1],
      ],
    ]);
    const asIsk = belongingsView(context, the(context, 'isk-syd'), leaver);
    const refused = asIsk.groups.flatMap(({ items }) => items.filter((one) => one.refusal !== undefined));
    expect(refused.map(({ title }) => title)).toEqual([
      'Nords system',
      'Centerchef, Center for syd',
      expect.stringContaining('Stedfortræder for Anne'),
    ]);
    expect(asIsk.movable).toBe(view.movable - 3);
    expect(leaversView(context, the(context, 'isk-nord'), '').people).toEqual([]);
    expect(await refusal(() => belongingsView(context, the(context, 'isk-nord'), leaver))).toBe(
      'obligations.mayNotHandOver',
    );
  });

  it('is one number, in the list and on the person’s page: records, and work that follows none', async () => {
    const vital = { criticality: 'vital', centreId: centre('syd'), changedAt: at('2026-10-01') } as const;
    await context.list(Assets).create(anAsset('ny', { title: 'Nyt system', ...vital }));
    const given = { fromPersonId: person('isk-syd'), toPersonId: leaver, note: '' };
    const { handedOver } = await handOver(context, the(context, 'ciso'), given);
    expect(handedOver).toBeGreaterThan(0);
    const view = belongingsView(context, the(context, 'ciso'), leaver);
    expect(view.groups.find(({ kind }) => kind === 'task')?.items).toHaveLength(handedOver);
    expect(view.records).toBe(view.groups.reduce((sum, { items }) => sum + items.length, 0));
    const { people } = leaversView(context, the(context, 'ciso'), 'Bo');
    expect(people.find(({ person: { id } }) => id === 'bo')?.records).toBe(view.records);
  });

  it('goes by one press, by each record’s own rules, and the trail, the report and one card tell of it', async () => {
    await press('isk-syd', { toPersonId: 'manager-syd' });
    expect(owners()).toEqual(Array.from({ length: 5 }, () => 'manager-syd'));
    expect(context.list(ContingencyTests).get('oevelse')?.participantIds).toEqual(['manager-syd', 'anne']);
    // Another centre's system stays, and so do permissions without a chosen receiver.
    expect(context.list(Assets).get('nord')?.ownerId).toBe('bo');
    expect(context.list(RoleAssignments).get('bos-role')?.endsOn).toBeUndefined();
    const view = await seen('isk-syd');
    expect(view).toMatchObject({ state: 'done', counts: { all: 7, moved: 6, stayed: 1 }, note: 'Bo er stoppet' });
    const stayed = view.items.find(({ outcome }) => outcome === 'stayed');
    expect([stayed?.title, stayed?.why]).toEqual(['Nords system', translator('da')('errors.assets.mayNotEdit')]);
    expect(view.items.every(({ outcome, path }) => outcome === 'stayed' || path !== undefined)).toBe(true);
    const acts = context
      .list(AuditEntries)
      .all()
      .map(({ title }) => title)
      .sort();
    expect(acts).toEqual([
      'giveAsset',
      'giveControl',
      'giveImprovement',
      'giveService',
      'giveTest',
      'giveTestPart',
      'handOverEverything',
    ]);
    expect(successionKind.audience(context, view.key)).toEqual(['manager-syd']);
    expect(context.list(Campaigns).all()).toHaveLength(1);
    const card = successionCardFor(context, view.key, person('manager-syd'));
    expect(lintCard(card)).toEqual([]);
    const words = textsOf(card).join('\n');
    for (const part of ['Du har overtaget 6 ting fra Bo Ærø', 'Bo er stoppet', 'Systemer og arbejdsgange: Kassen'])
      expect(words).toContain(part);
    // A receiver sees their own, others nothing.
    expect((await seen('manager-syd')).items).toHaveLength(7);
    expect(await refusal(() => seen('anne'))).toBe('ownership.mayNotSee');
  });

  it('gives a role to one of two who are chosen at the same moment, and says to the other that it went elsewhere', async () => {
    const made = await Promise.all(
      ['anne', 'isk-nord'].map((to, number) => press('ciso', { receivers: { role: to } }, `press-${number}`)),
    );
    await continueSuccessions(context);
    const holders = context
      .list(RoleAssignments)
      .all()
      .filter(
        ({ role, centreId, startsOn }) => role === 'centreManager' && centreId === 'syd' && startsOn === '2026-11-24',
      );
    expect(holders).toHaveLength(1);
    const roles = made.map(({ key }) =>
      context
        .list(Successions)
        .get(key)
        ?.items.find(({ kind }) => kind === 'role'),
    );
    expect(roles.filter((item) => item?.moved)).toMatchObject([{ to: holders[0]?.personId }]);
    expect(roles.find((item) => !item?.moved)).toMatchObject({ why: 'organisation.anothersNow' });
  });

  it('gives roles only to whoever is chosen for them, and work that is left to the receiver', async () => {
    await press('ciso', { receivers: { role: 'anne', deputy: 'isk-nord', asset: 'anne' } });
    expect(context.list(Assets).get('kasse')?.ownerId).toBe('anne');
    expect(context.list(CriticalServices).get('udbetaling')?.ownerId).toBe('isk-syd');
    expect(context.list(RoleAssignments).get('bos-role')?.endsOn).toBe('2026-11-24');
    const given = context
      .list(RoleAssignments)
      .all()
      .filter(({ personId, centreId }) => personId === 'anne' && centreId === 'syd');
    expect(given).toMatchObject([{ role: 'centreManager', startsOn: '2026-11-24' }]);
    expect(context.list(RoleAssignments).get('annes-role')?.deputyId).toBe('isk-nord');
    expect((await seen()).counts).toMatchObject({ stayed: 0 });
    expect(obligationsOf(context, leaver).filter(({ personal, state }) => !personal && state === 'open')).toEqual([]);
  });

  it('is one press however often it comes, and goes on where a kill left it, telling everybody once', async () => {
    const asset = context.list(Assets);
    const whole = asset.update.bind(asset);
    let killed = true;
    asset.update = (...given) => {
      if (killed && given[0] === 'nord') return Promise.reject(new Error('killed'));
      return whole(...given);
    };
    const list = context.list(Successions);
    const finish = list.update.bind(list);
    list.update = () => Promise.reject(new Error('killed'));
    await press().catch(() => undefined);
    expect(list.all()).toMatchObject([{ state: 'running' }]);
    killed = false;
    list.update = finish;
    await continueSuccessions(context);
    await press();
    await continueSuccessions(context);
    expect(list.all()).toHaveLength(1);
    expect(await seen()).toMatchObject({ state: 'done', counts: { moved: 7, stayed: 0 } });
    expect(context.list(Assets).get('nord')?.ownerId).toBe('isk-syd');
    expect(context.list(Campaigns).all()).toHaveLength(1);
    const acts = context
      .list(AuditEntries)
      .all()
      .filter(({ title }) => title === 'giveAsset');
    expect(acts).toHaveLength(2);
  });

  it('is never taken from somebody who has got it meanwhile', async () => {
    await context.list(Assets).update('kasse', () => ({ ownerId: person('anne') }));
    await press('ciso', { without: ['service', 'control', 'improvement', 'test', 'testPart', 'task'] });
    expect(context.list(Assets).get('kasse')?.ownerId).toBe('anne');
    expect((await seen()).items.map(({ title }) => title)).toEqual(['Nords system']);
    setNow('2026-11-25T09:00:00.000Z');
    expect(await refusal(() => press('ciso', { toPersonId: 'bo' }, 'tryk-0002'))).toBe('obligations.samePerson');
    await context.list(People).update('isk-syd', () => ({ leftOn: day('2026-11-01') }));
    expect(await refusal(() => press('ciso', {}, 'tryk-0003'))).toBe('obligations.unknownReceiver');
  });

  it('goes to nobody on leave, for one kind or for all, and nothing is not handed over', async () => {
    const away = { absentFrom: day('2026-11-20'), absentTo: day('2026-12-20') };
    await context.list(People).update('anne', () => away);
    for (const [changes, field] of [
      [{ toPersonId: 'anne' }, 'toPersonId'],
      [{ receivers: { asset: 'anne' } }, 'receivers.asset'],
    ] as const)
      await expect(press('ciso', changes)).rejects.toMatchObject({
        code: 'obligations.receiverAway',
        details: { field },
      });
    // What is left over may not be given by this reader.
    const without = ['asset', 'service', 'control', 'improvement', 'test', 'testPart', 'task'] as const;
    await expect(press('isk-syd', { toPersonId: 'manager-syd', without: [...without] })).rejects.toMatchObject({
      code: 'ownership.nothingToGive',
      details: { field: 'toPersonId' },
    });
    expect(context.list(Successions).all()).toEqual([]);
    expect(owners()).toEqual(Array.from({ length: 5 }, () => 'bo'));
  });
});
