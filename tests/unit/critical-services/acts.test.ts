import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { declareApprovalSubjects, latestRequest, openStage, voteOnApproval } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  acceptanceOf,
  CriticalServices,
  serviceGapsOf,
  serviceReferencesTo,
  serviceSubjectKind,
  settingsNow,
  shippedSettings,
} from '../../../api/critical-services/index.ts';
import { acceptanceWay } from '../../../api/critical-services/ask-acceptance.ts';
import { askAcceptance } from '../../../api/critical-services/ask-acceptance.ts';
import { continuityView } from '../../../api/critical-services/continuity-view.ts';
import { serviceGaps, type ServiceBody } from '../../../api/critical-services/contract.ts';
import { keepSettings } from '../../../api/critical-services/keep-settings.ts';
import { reinstateService, retireService } from '../../../api/critical-services/retire-service.ts';
import { reviewTerm } from '../../../api/critical-services/review-obligation.ts';
import { saveRecovery } from '../../../api/critical-services/save-recovery.ts';
import { addService, changeService, reviewService } from '../../../api/critical-services/save-service.ts';
import { serviceGapsOn } from '../../../api/critical-services/service-gaps.ts';
import { seenService, serviceList, serviceView } from '../../../api/critical-services/service-views.ts';
import { setVital, undoVital } from '../../../api/critical-services/set-vital.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import { instant } from '../../../api/kernel/index.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aService } from '../contingency/builders.ts';
import { aTown, centre, day, person, refusal, the } from '../organisation/builders.ts';
import { anAsset } from '../risks/register-world.ts';

async function town() {
  const { context: bare, setNow } = await aTown();
  const context: Context = { ...bare, texts: translator };
  declareApprovalSubjects(context, approvalSubjects);
  declareObligationSources(context, obligationSources);
  await context.list(Assets).create(anAsset('network'));
  await context.list(Assets).create(anAsset('journal', { dependsOn: ['network'] }));
  await context.list(Assets).create(anAsset('old', { state: 'retired' }));
  return { context, setNow };
}
const body = (changes: Partial<ServiceBody> = {}): ServiceBody => ({
  ...{ title: 'Medicin', audience: 'citizens', centreId: 'nord', needs: ['journal'], mtd: 4, rto: 2, rpo: 1 },
  ...{ mtdReason: 'Medicin gives hver dag', impacts: [{ hours: 4, level: 3, words: 'Skade' }] },
  ...changes,
});
const query = { sort: 'gaps', descending: false, state: 'inUse', offset: 0, limit: 50 } as const;
const vote = (context: Context, who: string, key: string) => {
  const request = latestRequest(context, serviceSubjectKind, key);
  const open = request && openStage(request);
  if (!request || !open) throw new Error('nothing is open');
  return voteOnApproval(context, the(context, who), {
    ...{ requestKey: request.key, stage: open.number, contentHash: request.contentHash, choice: 'approve' },
    via: 'tab',
  });
};

describe('writing a service', () => {
  it('is for the team and the centre’s own manager and ISK, and changes by its owner too', async () => {
    const { context } = await town();
    expect(await refusal(() => addService(context, the(context, 'isk-syd'), body()))).toBe('services.mayNotAdd');
    expect(await refusal(() => addService(context, the(context, 'auditor'), body()))).toBe('services.mayNotAdd');
    const { key } = await addService(context, the(context, 'isk-nord'), body({ ownerId: 'anne' }));
    await changeService(context, the(context, 'anne'), key, body({ ownerId: 'anne', mtd: 8 }));
    expect(context.list(CriticalServices).get(key)).toMatchObject({ mtd: 8, changedBy: 'anne' });
    const moved = () => changeService(context, the(context, 'isk-nord'), key, body({ centreId: 'syd' }));
    expect(await refusal(moved)).toBe('services.mayNotMoveThere');
    expect(await refusal(() => seenService(context, the(context, 'bo'), key))).toBe('services.mayNotSee');
    expect(seenService(context, the(context, 'anne'), key).abilities).toMatchObject({ edit: true, retire: false });
  });

  it.each([
    [
      'harm that gets smaller',
      {
        impacts: [
          { hours: 24, level: 1, words: '' },
          { hours: 4, level: 2, words: '' },
        ],
      },
      'services.harmFalls',
    ],
    [
      'a point twice',
      {
        impacts: [
          { hours: 4, level: 1, words: '' },
          { hours: 4, level: 1, words: '' },
        ],
      },
      'services.hoursTwice',
    ],
    ['a system that is not there', { needs: ['none'] }, 'services.unknownAsset'],
    ['a system out of use', { needs: ['old'] }, 'services.assetRetired'],
    ['an unknown owner', { ownerId: 'nobody' }, 'services.unknownPerson'],
    ['an unknown centre', { centreId: 'none' }, 'services.unknownCentre'],
    [
      'days the wrong way round',
      { peaks: [{ title: 'Løn', months: [], days: { from: 9, to: 2 } }] },
      'services.daysReversed',
    ],
  ] satisfies [string, Partial<ServiceBody>, string][])('refuses %s', async (_, changes, code) => {
    const { context } = await town();
    expect(await refusal(() => addService(context, the(context, 'team'), body(changes)))).toBe(code);
  });

  it('takes a target above the downtime, and tells it as a gap', async () => {
    const { context } = await town();
    const { key } = await addService(context, the(context, 'team'), body({ rto: 4 }));
    expect(serviceView(context, the(context, 'team'), key).gaps).toContain('rtoNotBelowMtd');
  });

  it('is refused when somebody has changed it since it was seen', async () => {
    const { context, setNow } = await town();
    const { key, changedAt } = await addService(context, the(context, 'team'), body());
    setNow('2026-11-25T09:00:00.000Z');
    await changeService(context, the(context, 'ciso'), key, body({ title: 'Ny' }));
    const late = () => changeService(context, the(context, 'team'), key, body({ mtd: 9, expected: changedAt }));
    expect(await refusal(late)).toBe('services.changedMeanwhile');
    expect(await refusal(() => reviewService(context, the(context, 'team'), key, changedAt))).toBe(
      'services.changedMeanwhile',
    );
  });

  it('lets nobody end it, begin it again or ask for acceptance of it on what somebody else has changed since', async () => {
    const { context, setNow } = await town();
    const team = the(context, 'team');
    const { key, changedAt } = await addService(context, team, body());
    setNow('2026-11-25T09:00:00.000Z');
    const now = await changeService(context, the(context, 'ciso'), key, body({ mtd: 9 }));
    const retire = (seen: string) => retireService(context, team, key, { reason: 'Nedlagt', expected: seen });
    expect(await refusal(() => retire(changedAt))).toBe('services.changedMeanwhile');
    expect(await refusal(() => askAcceptance(context, team, key, changedAt))).toBe('services.changedMeanwhile');
    expect(context.list(CriticalServices).get(key)?.state).toBe('inUse');
    expect(acceptanceOf(context, key).state).toBe('none');
    await askAcceptance(context, team, key, now.changedAt);
    await retire(now.changedAt);
    // A repeat succeeds for anybody.
    await retire(changedAt);
    expect(await refusal(() => reinstateService(context, team, key, changedAt))).toBe('services.changedMeanwhile');
    await reinstateService(context, team, key, undefined);
    expect(context.list(CriticalServices).get(key)?.state).toBe('inUse');
  });

  it('counts as looked at when the figures change or all is saved unchanged, not when the name does', async () => {
    const { context, setNow } = await town();
    const { key } = await addService(context, the(context, 'team'), body());
    const reviewedOn = () => context.list(CriticalServices).get(key)?.reviewedAt.slice(0, 10);
    setNow('2027-01-02T09:00:00.000Z');
    await changeService(context, the(context, 'team'), key, body({ title: 'Ny' }));
    expect(reviewedOn()).toBe('2026-11-24');
    await changeService(context, the(context, 'team'), key, body({ title: 'Ny' }));
    expect(reviewedOn()).toBe('2027-01-02');
    setNow('2027-02-02T09:00:00.000Z');
    await changeService(context, the(context, 'team'), key, body({ title: 'Ny', mtd: 5 }));
    expect(reviewedOn()).toBe('2027-02-02');
    setNow('2027-03-02T09:00:00.000Z');
    await reviewService(context, the(context, 'team'), key, undefined);
    expect(reviewedOn()).toBe('2027-03-02');
  });
});

describe('accepting a downtime', () => {
  it('goes to the manager, to the committee after that when it is vital, and to the committee alone without a manager', () => {
    const way = (mtd: number, centreId = 'nord', isManager = false) =>
      acceptanceWay(mtd, 72, { centreId: centreId === '' ? undefined : centre(centreId), isManager }).map(
        ({ body: who }) => who,
      );
    expect(way(168)).toEqual(['centreManager']);
    expect(way(72)).toEqual(['centreManager', 'securityCommittee']);
    expect(way(168, '')).toEqual(['securityCommittee']);
    expect(way(168, 'nord', true)).toEqual(['securityCommittee']);
  });

  it('is waited for, holds while the figures are those, and is stale when they change', async () => {
    const { context } = await town();
    const { key } = await addService(context, the(context, 'isk-nord'), body({ mtd: 168 }));
    expect(acceptanceOf(context, key).state).toBe('none');
    await askAcceptance(context, the(context, 'isk-nord'), key);
    await askAcceptance(context, the(context, 'isk-nord'), key);
    expect(acceptanceOf(context, key)).toMatchObject({ state: 'waiting' });
    const request = latestRequest(context, serviceSubjectKind, key);
    for (const words of ['1 uge', '2 timer', 'Medicin gives hver dag', 'Efter 4 timer: 3 – Meget alvorlig. Skade'])
      expect(request?.content).toContain(words);
    await vote(context, 'manager-nord', key);
    expect(acceptanceOf(context, key)).toMatchObject({ state: 'accepted', by: ['manager-nord'], on: '2026-11-24' });
    await changeService(context, the(context, 'isk-nord'), key, body({ mtd: 168, minimumOperation: 'Papir' }));
    expect(acceptanceOf(context, key).state).toBe('accepted');
    await changeService(context, the(context, 'isk-nord'), key, body({ mtd: 168, title: 'Et andet navn' }));
    expect(acceptanceOf(context, key).state).toBe('accepted');
    await changeService(context, the(context, 'isk-nord'), key, body({ mtd: 100 }));
    expect(acceptanceOf(context, key).state).toBe('stale');
  });

  it('is not asked for without a downtime, nor by whoever may not change the service', async () => {
    const { context } = await town();
    const { key } = await addService(context, the(context, 'team'), body({ mtd: undefined }));
    const ask = (who: string) => refusal(() => askAcceptance(context, the(context, who), key));
    expect(await ask('team')).toBe('services.nothingToAccept');
    expect(await ask('auditor')).toBe('services.mayNotEdit');
  });
});

describe('what a service lacks', () => {
  const on = (today: string, acceptance: 'accepted' | 'none' = 'none') => ({
    ...{ acceptance, today: day(today), isOutOfUse: (key: string) => key === 'gone' },
  });

  it('is nothing of one that is whole, accepted and looked at, and nothing of what is retired', () => {
    const whole = aService('a', { needs: ['x'] });
    expect(serviceGapsOn(whole, on('2026-11-24', 'accepted'))).toEqual([]);
    expect(serviceGapsOn(whole, on('2027-06-02', 'accepted'))).toEqual(['reviewOverdue']);
    const bare = { ...whole, mtd: undefined, needs: [], impacts: [] };
    expect(serviceGapsOn(bare, on('2026-11-24'))).toEqual(['noMtd', 'noNeeds', 'noImpact']);
    const onGone = { ...whole, needs: ['x', 'gone'] };
    expect(serviceGapsOn(onGone, on('2026-11-24', 'accepted'))).toEqual(['needsRetired']);
    expect(serviceGapsOn({ ...bare, state: 'retired' }, on('2030-01-01'))).toEqual([]);
  });

  it('names each gap at most once, whatever stands in the list', () => {
    const hours = fc.option(fc.double({ min: 0, max: 9_000, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(hours, hours, fc.integer(), (mtd, rto, reviewMonths) => {
        const gaps = serviceGapsOn(aService('a', { mtd, rto, reviewMonths }), on('2026-11-24'));
        expect(new Set(gaps).size).toBe(gaps.length);
        for (const gap of gaps) expect(serviceGaps).toContain(gap);
      }),
    );
  });
});

describe('the yearly look at a service', () => {
  it('is owed from 30 days before, and a downtime within 30 days when nobody has said it', () => {
    const service = { mtd: 4, reviewMonths: 12, reviewedAt: instant(new Date('2026-06-01T10:00:00Z')) };
    const changedAt = instant(new Date('2026-11-01T10:00:00Z'));
    expect(reviewTerm({ ...service, changedAt })).toEqual({ since: '2027-05-02', due: '2027-06-01' });
    expect(reviewTerm({ ...service, mtd: undefined, changedAt })).toEqual({ since: '2026-11-01', due: '2026-12-01' });
  });

  it('is the owner’s, else the ISK’s, and done when somebody has looked', async () => {
    const { context, setNow } = await town();
    await context
      .list(CriticalServices)
      .create(aService('a', { reviewedAt: instant(new Date('2025-12-01T10:00:00Z')) }));
    await context
      .list(CriticalServices)
      .create(aService('b', { ownerId: undefined, reviewedAt: instant(new Date('2025-12-01T10:00:00Z')) }));
    const owed = (who: string) =>
      obligationsOf(context, person(who)).flatMap(({ kind, subject, state }) =>
        kind === 'reviewService' && state === 'open' ? [subject.key] : [],
      );
    expect(owed('anne')).toEqual(['a']);
    expect(owed('isk-nord')).toEqual(['b']);
    setNow('2026-11-24T10:00:00.000Z');
    await reviewService(context, the(context, 'anne'), 'a', undefined);
    expect(owed('anne')).toEqual([]);
  });
});

describe('the list of services', () => {
  it('shows what lacks most first, and each number is a way to its rows', async () => {
    const { context } = await town();
    await context.list(CriticalServices).create(aService('a', { title: 'A', needs: ['journal'] }));
    await context.list(CriticalServices).create(aService('b', { title: 'B', mtd: undefined, impacts: [] }));
    await context.list(CriticalServices).create(aService('c', { state: 'retired' }));
    const of = (changes: object) => serviceList(context, the(context, 'team'), { ...query, ...changes });
    expect(of({}).services.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(of({}).counts).toEqual({ services: 2, withGaps: 2, accepted: 0 });
    expect(of({ gap: 'any' }).total).toBe(2);
    expect(of({ gap: 'noMtd' }).services.map(({ key }) => key)).toEqual(['b']);
    expect(of({ acceptance: 'accepted' }).total).toBe(0);
    expect(of({ state: 'retired' }).services.map(({ key }) => key)).toEqual(['c']);
    expect(of({ sort: 'mtd', descending: true }).services.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(serviceGapsOf(context, aService('b', { mtd: undefined }))).toContain('noMtd');
  });

  it('asks nothing of systems for what is not given any more', async () => {
    const { context } = await town();
    const { key } = await addService(context, the(context, 'team'), body());
    expect(serviceReferencesTo(context, 'journal')).toEqual([
      { kind: 'criticalService', title: 'Medicin', path: `/contingency/services/${key}` },
    ]);
    await retireService(context, the(context, 'team'), key, { reason: 'Nedlagt' });
    expect(serviceReferencesTo(context, 'journal')).toEqual([]);
    expect(await refusal(() => changeService(context, the(context, 'team'), key, body()))).toBe('services.isRetired');
  });
});

describe('the figures of a system', () => {
  it('come from the service that decides, through what lies between', async () => {
    const { context } = await town();
    const { key } = await addService(context, the(context, 'team'), body());
    const view = continuityView(context, the(context, 'team'), 'network');
    expect(view).toMatchObject({
      vital: { is: true, basis: 'derived' },
      mtd: { hours: 4, decidedBy: { kind: 'service', service: { key } }, through: [{ key: 'journal' }] },
      services: [{ key, direct: false, mtd: 4 }],
    });
    const needed = serviceView(context, the(context, 'team'), key).needed;
    expect(needed.map(({ asset, direct }) => [asset.key, direct])).toEqual([
      ['journal', true],
      ['network', false],
    ]);
  });

  it('stand beside what it can do, which its keepers write', async () => {
    const { context } = await town();
    await addService(context, the(context, 'team'), body());
    const save = (who: string, seen?: string) =>
      saveRecovery(context, the(context, who), 'journal', {
        promise: 8,
        backup: 24,
        redundancy: 'none',
        ...(seen ? { expected: seen } : {}),
      });
    expect(await refusal(() => save('auditor'))).toBe('services.mayNotEditRecovery');
    await save('anne');
    await save('anne');
    expect(continuityView(context, the(context, 'team'), 'journal').gaps).toEqual([
      'supplierAboveRto',
      'backupAboveRpo',
      'singlePoint',
    ]);
    const other = () => saveRecovery(context, the(context, 'anne'), 'journal', { promise: 1 });
    expect(await refusal(other)).toBe('services.changedMeanwhile');
  });

  it('give way to what is set with a reason, until that is taken back', async () => {
    const { context } = await town();
    const vital = () => continuityView(context, the(context, 'team'), 'journal').vital;
    const byFigures = { is: false, etag: vital().etag };
    expect(vital()).toEqual(byFigures);
    const reason = 'Hjemmesiden er vores stemme';
    expect(await refusal(() => setVital(context, the(context, 'isk-nord'), 'journal', { is: true, reason }))).toBe(
      'services.mayNotSetVital',
    );
    await setVital(context, the(context, 'manager-nord'), 'journal', { is: true, reason });
    expect(vital()).toMatchObject({ is: true, basis: 'set', reason, by: { id: 'manager-nord' } });
    await undoVital(context, the(context, 'ciso'), 'journal');
    expect(vital()).toEqual(byFigures);
  });
});

describe('how impact is measured', () => {
  it('is as shipped until the team says otherwise', async () => {
    const { context } = await town();
    expect(settingsNow(context)).toEqual(shippedSettings);
    const shorter = { ...shippedSettings, vitalWithin: 24 };
    expect(await refusal(() => keepSettings(context, the(context, 'isk-nord'), shorter))).toBe(
      'services.mayNotKeepSettings',
    );
    await keepSettings(context, the(context, 'ciso'), shorter);
    await keepSettings(context, the(context, 'ciso'), { ...shorter, vitalWithin: 48 });
    expect(settingsNow(context).vitalWithin).toBe(48);
  });
});
