import { describe, expect, it } from 'vitest';
import { Acknowledgements, acknowledgementKey } from '../../../../api/acknowledgements/index.ts';
import type { Context } from '../../../../api/context.ts';
import {
  ContingencyPlans,
  confirmPart,
  continuePlanParts,
  partCampaignKey,
  planPartCampaign,
} from '../../../../api/contingency/index.ts';
import { Campaigns } from '../../../../api/deliveries/index.ts';
import { nowOf } from '../../../../api/kernel/index.ts';
import { allObligations, obligationsOf } from '../../../../api/obligations/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { day, person, refusal, the } from '../../organisation/builders.ts';
import { annesContent, aPocket, nextVersion } from './a-pocket.ts';

const owed = (context: Context, who = 'anne') =>
  obligationsOf(context, person(who)).filter(({ kind }) => kind === 'confirmPart');
const confirm = (context: Context, who = 'anne', versionKey = 'p1-v1') =>
  confirmPart(context, the(context, who), { planKey: 'p1', versionKey, channel: 'tab' });

describe('a part in a plan', () => {
  it('is owed by those named for 14 days from when it came into force, and paused on leave', async () => {
    const { context } = await aPocket();
    expect(owed(context)).toEqual([
      {
        ...{ key: acknowledgementKey('p1-v1', person('anne')), kind: 'confirmPart', personId: 'anne', personal: true },
        ...{ subject: { key: 'p1-v1', title: 'Nødprocedure p1' }, due: '2026-12-04', since: '2026-11-20' },
        ...{ state: 'open', path: '/contingency/mine/p1', centreId: 'nord' },
      },
    ]);
    expect(allObligations(context).filter(({ kind }) => kind === 'confirmPart')).toEqual(owed(context));
    expect(owed(context, 'isk-nord')).toEqual([]);
    await context.list(People).update('anne', () => ({ absentFrom: day('2026-11-01'), absentTo: day('2026-12-31') }));
    expect(owed(context)).toMatchObject([{ state: 'paused' }]);
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect(owed(context)).toEqual([]);
  });

  it('is confirmed once, with the first receipt the second time', async () => {
    const { context, setNow } = await aPocket();
    const first = await confirm(context);
    setNow('2026-11-25T09:00:00.000Z');
    const second = await confirm(context);
    expect([first.result, second.result]).toEqual(['confirmed', 'alreadyConfirmed']);
    expect(second.receipt.at).toBe('2026-11-24T09:00:00.000Z');
    expect(owed(context)).toMatchObject([{ state: 'done' }]);
    expect(context.list(Acknowledgements).all()).toHaveLength(1);
  });

  it('is confirmed only by those named, in the version in force', async () => {
    const { context } = await aPocket();
    expect(await refusal(() => confirm(context, 'bo'))).toBe('contingency.notNamed');
    expect(await refusal(() => confirm(context, 'anne', 'p1-v9'))).toBe('contingency.noSuchPlan');
    await nextVersion(context, annesContent());
    expect(await refusal(() => confirm(context))).toBe('contingency.planNotCurrent');
  });

  it('is asked for by one card a version, to those at work who have not confirmed', async () => {
    const { context } = await aPocket();
    await continuePlanParts(context);
    await continuePlanParts(context);
    expect(context.list(Campaigns).all()).toMatchObject([
      { key: partCampaignKey('p1-v1'), kind: 'planPart', subjectKey: 'p1-v1', state: 'sending' },
    ]);
    expect(planPartCampaign.audience(context, 'p1-v1')).toEqual(['anne']);
    expect(planPartCampaign.recheck(context, 'p1-v1', person('anne'))).toBe('send');
    await confirm(context);
    expect(planPartCampaign.audience(context, 'p1-v1')).toEqual([]);
    expect(planPartCampaign.recheck(context, 'p1-v1', person('anne'))).toBe('notNeeded');
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: nowOf(context.clock) }));
    expect(planPartCampaign.isOver?.(context, 'p1-v1')).toBe(true);
  });

  it('is carried over when it is word for word the same in the next version, and nobody is asked', async () => {
    const { context } = await aPocket();
    await confirm(context);
    const versionKey = await nextVersion(context, annesContent({ catchingUp: 'Skriv det hele ind' }));
    expect(owed(context)).toMatchObject([{ state: 'open' }]);
    await continuePlanParts(context);
    expect(context.list(Acknowledgements).get(acknowledgementKey(versionKey, person('anne')))).toMatchObject({
      ...{ outcome: 'carriedOver', channel: 'system', note: 'p1-v1' },
    });
    expect(owed(context)).toMatchObject([{ state: 'done' }]);
    expect(context.list(Campaigns).get(partCampaignKey(versionKey))).toBeUndefined();
  });

  it('is asked for again when it has changed', async () => {
    const { context } = await aPocket();
    await confirm(context);
    const firstHour = [{ key: 's1', text: 'Tag den GRØNNE mappe frem', role: 'Vagthavende', personId: 'anne' }];
    const versionKey = await nextVersion(context, annesContent({ firstHour }));
    await continuePlanParts(context);
    expect(owed(context)).toMatchObject([{ state: 'open', subject: { key: versionKey } }]);
    expect(context.list(Campaigns).get(partCampaignKey(versionKey))).toBeDefined();
  });
});
