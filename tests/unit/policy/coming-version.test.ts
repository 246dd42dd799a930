import { describe, expect, it } from 'vitest';
import { Campaigns, declareCampaignKinds, leavesAt, mayJoinNow, mayLeaveNow } from '../../../api/deliveries/index.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import {
  acknowledgePolicy,
  audienceOf,
  continuePublications,
  currentPolicy,
  draftPolicy,
  editDraft,
  endedPolicyVersions,
  policyCampaign,
  policyCampaignKey,
  policyCoverage,
  policyObligations,
  policyState,
  policyVersion,
  PolicyVersions,
  publishPolicy,
  reapprovePolicy,
  submitPolicy,
} from '../../../api/policy/index.ts';
import { versionFor, versionView } from '../../../api/policy/policy-views.ts';
import { comingOf, endOf, inOrder, latest, stateOf } from '../../../api/policy/policy-version.ts';
import { publishChoices, publishTerms } from '../../../api/policy/publish-terms.ts';
import { campaignKinds } from '../../../teams-app/program/card-kinds.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { aGoverningTown } from './approval-builders.ts';
import { aDraft, aVersion, moment, publish, reason } from './builders.ts';

const at = (on: string, time: `${number}:${number}`) => new Date(atDanishTime(day(on), time));

describe('a version with a later day', () => {
  const four = aVersion('4', { number: '4.0', publishedAt: moment('2026-01-01T09:00:00.000Z') });
  const five = aVersion('5', {
    ...{ number: '5.0', effectiveOn: day('2026-12-15') },
    publishedAt: moment('2026-12-01T09:00:00.000Z'),
  });

  it('comes, and supersedes nothing before that day', () => {
    const both = [five, four];
    expect(latest(both, day('2026-12-14'))?.key).toBe('4');
    expect([four, five].map((one) => stateOf(one, both, day('2026-12-14')))).toEqual(['published', 'coming']);
    expect(latest(both, day('2026-12-15'))?.key).toBe('5');
    expect([four, five].map((one) => stateOf(one, both, day('2026-12-15')))).toEqual(['superseded', 'published']);
    // The Danish day begins.
    expect(endOf(four, both)).toBe('2026-12-14T23:00:00.000Z');
  });

  it('is never in force when a higher number overtakes it meanwhile', () => {
    const urgent = aVersion('5.1', { number: '5.1', publishedAt: moment('2026-12-03T09:00:00.000Z') });
    const all = [four, five, urgent];
    expect(inOrder(all).map(({ key }) => key)).toEqual(['4', '5.1']);
    expect(latest(all, day('2026-12-20'))?.key).toBe('5.1');
    expect(stateOf(five, all, day('2026-12-04'))).toBe('superseded');
    expect(comingOf(all, day('2026-12-04'))).toEqual([]);
  });

  it('is in force where the one before it is written down as superseded, as it was under an older rule', () => {
    const gone = { ...four, state: 'superseded' as const, supersededAt: moment('2026-12-01T09:00:00.000Z') };
    expect(latest([gone, five], day('2026-12-02'))?.key).toBe('5');
  });

  it('leaves the one before it in force in every place that asks, until its day', async () => {
    const { context, setNow } = await aGoverningTown('2026-11-02T09:00:00.000Z');
    declareCampaignKinds(context, campaignKinds);
    const ciso = the(context, 'ciso');
    const anne = the(context, 'anne');
    const before = await publish(context, ciso, { number: '4.0' });
    const { key } = await draftPolicy(context, ciso, aDraft({ number: '5.0', effectiveOn: day('2026-11-28') }));
    await publishPolicy(context, ciso, { versionKey: key, reason });
    const owed = () => [...policyObligations(context, todayOf(context.clock))].map(({ subject }) => subject.key);
    const places = () => ({
      current: currentPolicy(context)?.key,
      owed: [...new Set(owed())],
      state: policyState(context, policyVersion(context, before.key)!),
      campaign: context.list(Campaigns).get(policyCampaignKey(key)) !== undefined,
      audience: policyCampaign.audience(context, key).length > 0,
      coverage: policyCoverage(context, key) !== undefined,
      stored: context.list(PolicyVersions).get(before.key)?.state,
    });
    setNow('2026-11-27T22:30:00.000Z');
    await continuePublications(context);
    expect(places()).toEqual({
      ...{ current: before.key, owed: [before.key], state: 'published', stored: 'published' },
      ...{ campaign: false, audience: false, coverage: false },
    });
    expect(await refusal(() => acknowledgePolicy(context, anne, { versionKey: key, channel: 'tab' }))).toBe(
      'policy.notYetInForce',
    );
    await acknowledgePolicy(context, anne, { versionKey: before.key, channel: 'tab' });
    expect(versionView(context, anne, versionFor(context, anne, key))).toMatchObject({ state: 'coming' });
    expect(endedPolicyVersions(context).size).toBe(0);

    // Half an hour later it is the 28th in Denmark, a Saturday.
    setNow('2026-11-27T23:00:30.000Z');
    await continuePublications(context);
    expect(places()).toEqual({
      ...{ current: key, owed: [key], state: 'superseded', stored: 'superseded' },
      ...{ campaign: true, audience: true, coverage: true },
    });
    expect(policyVersion(context, key)?.acknowledgeBy).toBe('2026-12-18');
    const campaign = context.list(Campaigns).get(policyCampaignKey(key))!;
    expect(mayLeaveNow(context, policyCampaign, campaign)).toBe(false);
    expect(leavesAt(context, campaign)).toBe(atDanishTime(day('2026-11-30'), '08:30'));
    // At eight people are hired, without a digest planned; at half past the cards are sent.
    setNow(atDanishTime(day('2026-11-30'), '08:05'));
    expect([mayJoinNow, mayLeaveNow].map((may) => may(context, policyCampaign, campaign))).toEqual([true, false]);
    setNow(atDanishTime(day('2026-11-30'), '08:30'));
    expect(mayLeaveNow(context, policyCampaign, campaign)).toBe(true);
  });
});

describe('a draft while a version is on its way', () => {
  async function withComing() {
    const { context, setNow } = await aGoverningTown('2026-11-02T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    await publish(context, ciso, { number: '4.0' });
    const early = await draftPolicy(context, ciso, aDraft({ number: '5.1', effectiveOn: day('2026-12-10') }));
    const five = await draftPolicy(context, ciso, aDraft({ number: '5.0', effectiveOn: day('2026-12-15') }));
    await publishPolicy(context, ciso, { versionKey: five.key, reason });
    return { context, setNow, ciso, early };
  }
  const draft = (number: string, on: string) => aDraft({ number, effectiveOn: day(on) });

  it('with a higher number does not begin before it: neither written, changed, submitted nor published', async () => {
    const { context, ciso, early } = await withComing();
    const code = 'policy.beforeComing';
    const written = draftPolicy(context, ciso, draft('6.0', '2026-12-14'));
    await expect(written).rejects.toMatchObject({
      ...{ code, details: { field: 'effectiveOn', number: '5.0', day: '2026-12-15' } },
    });
    expect(await refusal(() => editDraft(context, ciso, early.key, draft('5.1', '2026-12-11')))).toBe(code);
    expect(await refusal(() => submitPolicy(context, ciso, early.key))).toBe(code);
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey: early.key, reason }))).toBe(code);
    await editDraft(context, ciso, early.key, draft('5.1', '2026-12-15'));
    expect(await draftPolicy(context, ciso, draft('6.0', '2026-12-15'))).toMatchObject({ number: '6.0' });
  });

  it('with a lower number may, and so may anything once it is in force', async () => {
    const { context, setNow, ciso } = await withComing();
    expect(await draftPolicy(context, ciso, draft('4.1', '2026-11-02'))).toMatchObject({ number: '4.1' });
    setNow('2026-12-16T09:00:00.000Z');
    expect(await draftPolicy(context, ciso, draft('6.0', '2026-12-14'))).toMatchObject({ number: '6.0' });
  });

  it('is published at once past it when that is what its publisher says', async () => {
    const { context, ciso, early } = await withComing();
    expect(audienceOf(context, early).choices).toMatchObject([{ when: 'now', overtakes: '5.0' }]);
    await publishPolicy(context, ciso, { versionKey: early.key, reason, when: 'now' });
    expect(currentPolicy(context)?.key).toBe(early.key);
  });
});

describe('publishing past those who approve', () => {
  const saturdayNight = at('2026-11-28', '22:14');
  const tuesday = at('2026-11-24', '10:00');
  const now = { effectiveOn: day('2026-11-01') };

  it('asks when to send outside working hours: on the next working morning, or now', () => {
    expect(publishChoices(now, saturdayNight, 21)).toEqual([
      {
        ...{ when: 'morning', effectiveOn: '2026-11-28', cardsAt: atDanishTime(day('2026-11-30'), '08:30') },
        acknowledgeBy: '2026-12-21',
      },
      { when: 'now', effectiveOn: '2026-11-28', acknowledgeBy: '2026-12-19' },
    ]);
    expect(publishChoices(now, tuesday, 21)).toHaveLength(1);
    expect(publishTerms(now, 'morning', at('2026-11-24', '06:00'))).toMatchObject({
      cardsAt: atDanishTime(day('2026-11-24'), '08:30'),
    });
  });

  it('keeps a later day that the draft says, unless the publisher says now', () => {
    const later = { effectiveOn: day('2026-12-24') };
    expect(publishChoices(later, tuesday, 21).map(({ when }) => when)).toEqual(['asWritten', 'now']);
    expect(publishTerms(later, undefined, tuesday)).toEqual({
      effectiveOn: '2026-12-24',
      cardsAt: atDanishTime(day('2026-12-24'), '08:30'),
    });
    expect(publishTerms(later, 'now', tuesday)).toEqual({ effectiveOn: '2026-11-24' });
  });

  it('says in the preview and writes what was chosen', async () => {
    const { context } = await aGoverningTown(saturdayNight.toISOString());
    const ciso = the(context, 'ciso');
    const draft = await draftPolicy(context, ciso, aDraft({ number: '1.0' }));
    expect(audienceOf(context, draft).choices.map(({ when }) => when)).toEqual(['morning', 'now']);
    await publishPolicy(context, ciso, { versionKey: draft.key, reason, when: 'morning' });
    expect(policyVersion(context, draft.key)).toMatchObject({
      ...{ effectiveOn: '2026-11-28', cardsAt: atDanishTime(day('2026-11-30'), '08:30'), acknowledgeBy: '2026-12-18' },
    });
    const campaign = context.list(Campaigns).get(policyCampaignKey(draft.key))!;
    expect(mayLeaveNow(context, policyCampaign, campaign)).toBe(false);
  });

  it('stays open while the yearly approval is under way, which is why the draft cannot be sent', async () => {
    const { context } = await aGoverningTown('2026-11-02T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    await publish(context, ciso, { number: '4.0' });
    await reapprovePolicy(context, ciso, { note: '' });
    const draft = await draftPolicy(context, ciso, aDraft({ number: '4.1', changeKind: 'minor' }));
    const view = versionView(context, ciso, draft);
    expect(view.abilities).toMatchObject({ submit: false, publish: true });
    expect(view.heldBy).toMatchObject({ number: '4.0', purpose: 'reapproval', state: 'open' });
    await publishPolicy(context, ciso, { versionKey: draft.key, reason });
    expect(currentPolicy(context)?.key).toBe(draft.key);
  });
});
