import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withdrawApproval } from '../../../api/approvals/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import { addDays, localDate } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { Assessments } from '../../../api/risks/index.ts';
import { raiseTrigger, takeBackTrigger } from '../../../api/risks/assessments/triggers.ts';
import { assessmentTerm } from '../../../api/risks/obligations/assess-asset.ts';
import { addAction, cancelAction, reportProgress } from '../../../api/risks/treatment/save-action.ts';
import { centre, day, person, the } from '../organisation/builders.ts';
import { anAsset, aStage, at } from './register-world.ts';
import {
  anAcceptedTown,
  aRiskyTown,
  ask,
  assessAgain,
  owes,
  requestOf,
  until,
  usual,
  vote,
} from './treatment-world.ts';

const atNine = (date: string) => `${date}T09:00:00.000Z`;
const kinds = (town: Parameters<typeof owes>[0], who: string) => owes(town, who).map(({ kind }) => kind);

describe('an asset that must be assessed', () => {
  // It was assessed on 1 June 2026, for twelve months.
  it('is owed by its owner from thirty days before its review, and until it is assessed again', async () => {
    const town = await aRiskyTown();
    town.setNow(atNine('2027-05-01'));
    expect(owes(town, 'anne')).toEqual([]);
    town.setNow(atNine('2027-05-02'));
    expect(owes(town, 'anne')).toMatchObject([
      {
        ...{ kind: 'assessAsset', subject: { key: 'journal', title: 'Journalsystemet' }, centreId: 'nord' },
        ...{ since: '2027-05-02', due: '2027-06-01', path: '/risks/assets/journal', personal: false },
      },
    ]);
    await assessAgain(town, usual, { heldOn: day('2027-05-02') });
    expect(owes(town, 'anne')).toEqual([]);
  });

  it('leads to the draft when one is begun', async () => {
    const town = await aRiskyTown();
    town.setNow(atNine('2027-05-20'));
    await assessAgain(town, usual, { state: 'draft', finishedAt: undefined });
    expect(owes(town, 'anne')).toMatchObject([{ path: '/risks/assessments/assessment-journal-2' }]);
  });

  it('is owed at once when something has happened, and no more when that is taken back', async () => {
    const town = await aRiskyTown();
    const { context } = town;
    const given = {
      assetKey: 'journal',
      reason: 'incident',
      note: 'Uvedkommende så sager',
      due: day('2026-12-01'),
    } as const;
    const key = await raiseTrigger(context, the(context, 'isk-nord'), given);
    const [owed] = owes(town, 'anne');
    expect(owed).toMatchObject({ kind: 'assessAsset', since: '2026-11-24', due: '2026-12-01' });
    await raiseTrigger(context, the(context, 'isk-nord'), { ...given, reason: 'newData', due: day('2026-11-28') });
    expect(owes(town, 'anne')).toMatchObject([{ key: owed?.key, due: '2026-11-28' }]);
    await assessAgain(town, usual, { finishedAt: at('2026-11-25') });
    expect(owes(town, 'anne')).toEqual([]);
    const again = await raiseTrigger(context, the(context, 'isk-nord'), { ...given, due: day('2026-12-24') });
    await takeBackTrigger(context, the(context, 'isk-nord'), key);
    await takeBackTrigger(context, the(context, 'isk-nord'), again);
    expect(owes(town, 'anne')).toEqual([]);
  });

  it('is owed within thirty days when it is in use, matters and never was assessed', async () => {
    const town = await aRiskyTown();
    const { context } = town;
    const add = (key: string, changes: Parameters<typeof anAsset>[1]) =>
      context.list(Assets).create(anAsset(key, { changedAt: at('2026-11-10'), ownerId: person('bo'), ...changes }));
    await add('vital', { criticality: 'vital' });
    await add('high', { criticality: 'high' });
    await add('medium', { criticality: 'medium' });
    await add('planned', { criticality: 'vital', state: 'planned' });
    await add('retired', { criticality: 'vital', state: 'retired' });
    const notNeeded = { reason: 'Kun åbne data', by: person('ciso'), at: at('2026-11-10') };
    await add('not-needed', { criticality: 'vital', notNeeded });
    const owed = owes(town, 'bo');
    expect(owed.map(({ subject, due }) => [subject.key, due])).toEqual([
      ['vital', '2026-12-10'],
      ['high', '2026-12-10'],
    ]);
  });

  it('is owed by the centre’s ISK without an owner, and by the team without a centre', async () => {
    const town = await aRiskyTown({ asset: { ownerId: undefined } });
    town.setNow(atNine('2027-05-20'));
    expect(kinds(town, 'isk-nord')).toEqual(['assessAsset']);
    await town.context.list(Assets).update('journal', () => ({ centreId: undefined }));
    expect(kinds(town, 'isk-nord')).toEqual([]);
    expect(kinds(town, 'team')).toEqual(['assessAsset']);
    await town.context.list(Assets).update('journal', () => ({ ownerId: person('anne'), centreId: centre('nord') }));
    await town.context.list(People).update('anne', () => ({ leftOn: day('2027-05-10') }));
    expect(owes(town, 'isk-nord')).toMatchObject([{ passed: { reason: 'left', from: 'anne' } }]);
  });

  it('is never owed for what is retired or needs none, and never later than anything that asks for it', () => {
    const date = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const when = date.map((one) => localDate(one));
    fc.assert(
      fc.property(
        fc.constantFrom('planned', 'inUse', 'retired'),
        fc.constantFrom('low', 'medium', 'high', 'vital'),
        fc.boolean(),
        fc.option(when),
        fc.array(fc.record({ due: when, raisedAt: date.map((one) => one.toISOString()) })),
        (state, criticality, isNotNeeded, heldOn, raised) => {
          const notNeeded = isNotNeeded ? { reason: '', by: person('ciso'), at: at('2026-01-01') } : undefined;
          const finished = heldOn === null ? [] : [{ heldOn, reviewMonths: 12 }];
          const asset = { state, criticality, notNeeded, changedAt: at('2026-01-01') } as const;
          const term = assessmentTerm(asset, finished, raised);
          if (state === 'retired' || isNotNeeded) expect(term).toBeUndefined();
          else {
            for (const { due } of raised) expect(term && term.due <= due).toBe(true);
            const asks = raised.length > 0 || heldOn !== null;
            const isFirst = state === 'inUse' && (criticality === 'high' || criticality === 'vital');
            expect(term !== undefined).toBe(asks || isFirst);
          }
        },
      ),
    );
  });
});

describe('an action that somebody owes', () => {
  it('is no more when it is done, given up, or the risk is not in force', async () => {
    for (const end of ['done', 'cancelled', 'retired'] as const) {
      const town = await aRiskyTown();
      const { context, riskKey } = town;
      const isk = the(context, 'isk-nord');
      const { key } = await addAction(context, isk, riskKey, {
        title: 'Øv nødplanen',
        ownerId: 'bo',
        due: '2026-12-01',
      });
      expect(kinds(town, 'bo'), end).toEqual(['doRiskAction']);
      if (end === 'done') await reportProgress(context, the(context, 'bo'), riskKey, key, { progress: 100, note: '' });
      if (end === 'cancelled') await cancelAction(context, isk, riskKey, key, 'Ikke nødvendig');
      if (end === 'retired') await context.list(Assets).update('journal', () => ({ state: 'retired' }));
      expect(kinds(town, 'bo'), end).toEqual([]);
    }
  });

  it('goes to the centre’s ISK while its owner is on leave', async () => {
    const town = await aRiskyTown();
    const { context, riskKey } = town;
    const isk = the(context, 'isk-nord');
    const { key } = await addAction(context, isk, riskKey, { title: 'Øv nødplanen', ownerId: 'bo', due: '2026-12-01' });
    await context.list(People).update('bo', () => ({ absentFrom: day('2026-11-20') }));
    expect(owes(town, 'isk-nord')).toMatchObject([{ passed: { reason: 'onLeave', from: 'bo' }, since: '2026-11-24' }]);
    await reportProgress(context, isk, riskKey, key, { progress: 100, note: '' });
    expect(owes(town, 'isk-nord')).toEqual([]);
  });
});

describe('an acceptance that must be renewed', () => {
  it('is owed by the owner from thirty days before it ends, until somebody has asked again', async () => {
    const town = await anAcceptedTown();
    await assessAgain(town, usual, { heldOn: day('2027-11-01') });
    town.setNow(atNine(addDays(until, -31)));
    expect(kinds(town, 'anne')).toEqual([]);
    town.setNow(atNine(addDays(until, -30)));
    expect(owes(town, 'anne')).toMatchObject([
      {
        ...{ kind: 'renewAcceptance', subject: { key: town.riskKey, title: 'Trussel nedetid – Journalsystemet' } },
        ...{ since: addDays(until, -30), due: until, centreId: 'nord' },
        path: `/risks/register/${town.riskKey}`,
      },
    ]);
    town.setNow(atNine(addDays(until, 5)));
    expect(owes(town, 'anne')).toMatchObject([{ due: until }]);
    await ask(town, 'anne', { until: day('2028-11-01') });
    expect(owes(town, 'anne')).toEqual([]);
    await withdrawApproval(town.context, the(town.context, 'anne'), { requestKey: requestOf(town).key, reason: '' });
    expect(kinds(town, 'anne')).toEqual(['renewAcceptance']);
    await ask(town, 'anne', { until: day('2028-10-01') });
    await vote(town, 'manager-nord', 'reject');
    expect(owes(town, 'anne')).toEqual([]);
  });

  it('is owed at once when the risk has moved, within fourteen days or before it ends', async () => {
    const town = await anAcceptedTown();
    expect(owes(town, 'anne')).toEqual([]);
    town.setNow(atNine('2027-01-10'));
    await assessAgain(town, { current: aStage(4, 4) });
    expect(owes(town, 'anne')).toMatchObject([{ kind: 'renewAcceptance', since: '2027-01-10', due: '2027-01-24' }]);
    await ask(town);
    expect(owes(town, 'anne')).toEqual([]);
    await vote(town, 'manager-nord');
    await vote(town, 'committee');
    expect(owes(town, 'anne')).toEqual([]);
  });

  it('is not owed for a risk that nobody ever accepted, or that is no risk any more', async () => {
    const never = await aRiskyTown();
    await ask(never);
    await vote(never, 'manager-nord', 'reject');
    await assessAgain(never, { current: aStage(4, 4) });
    expect(owes(never, 'anne')).toEqual([]);
    const gone = await anAcceptedTown();
    await assessAgain(gone, { notRelevant: 'Systemet er væk' });
    expect(gone.context.list(Assessments).all()).toHaveLength(2);
    expect(owes(gone, 'anne')).toEqual([]);
  });
});
