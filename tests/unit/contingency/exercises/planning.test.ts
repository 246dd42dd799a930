import { describe, expect, it } from 'vitest';
import { declareCampaignKinds, DeliveryBlocks } from '../../../../api/deliveries/index.ts';
import { nowOf } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { cancelTest, endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import { changeTest, momentOf } from '../../../../api/contingency/exercises/plan-test.ts';
import { proposeTest } from '../../../../api/contingency/exercises/propose-test.ts';
import {
  testInjectKind,
  testInvitationKind,
  testNewsKind,
} from '../../../../api/contingency/exercises/test-campaigns.ts';
import { testView } from '../../../../api/contingency/exercises/test-view.ts';
import { day, person, refusal } from '../../organisation/builders.ts';
import { aBody, acts, aRunningTest, aTestedTown, campaigns, isk, testNow } from './tested-town.ts';

describe('planning a test', () => {
  it('keeps what was written, with the injects in order and the Danish time as a moment', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    expect(testNow(town, key)).toMatchObject({
      ...{ state: 'planned', planKey: 'p1', versionKey: 'p1-v1', assetKey: 'journal', centreId: 'nord' },
      ...{ plannedAt: '2026-12-08T08:00:00.000Z', leaderId: 'isk-nord', injects: [{ key: 'first' }, { key: 'later' }] },
    });
    expect(momentOf(day('2026-07-01'), '09:00')).toBe('2026-07-01T07:00:00.000Z');
    expect(acts(town)).toEqual(['planTest']);
  });

  it('is for those who write the plan, of a plan in force, with people who are here, on a day to come', async () => {
    const town = await aTestedTown();
    for (const who of ['anne', 'isk-syd', 'auditor', 'board'])
      expect(await refusal(() => town.plan({}, who))).toBe('contingency.mayNotTest');
    expect(await refusal(() => town.plan({ leaderId: 'nobody' }))).toBe('contingency.unknownOwner');
    expect(await refusal(() => town.plan({ participantIds: ['nobody'] }))).toBe('contingency.unknownParticipant');
    expect(await refusal(() => town.plan({ on: '2026-11-23' }))).toBe('contingency.dueInThePast');
    expect(
      await refusal(() =>
        town.plan({
          injects: [
            { key: 'a', minute: 1, text: 'x' },
            { key: 'a', minute: 2, text: 'y' },
          ],
        }),
      ),
    ).toBe('fields.choice');
    await town.plan({}, 'ciso');
  });

  it('can be changed until it begins', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-09', title: 'Flyttet' }));
    expect(testNow(town, key)).toMatchObject({ title: 'Flyttet', plannedAt: '2026-12-09T08:00:00.000Z' });
    await startTest(town.context, isk(town), key);
    expect(await refusal(() => changeTest(town.context, isk(town), key, aBody()))).toBe('contingency.testBegun');
  });

  it('is proposed from the plan: who is named, recovery within the limit, and the plan’s own first steps', async () => {
    const town = await aTestedTown();
    const proposal = proposeTest(town.context, isk(town), 'p1');
    expect(proposal).toMatchObject({
      plan: { key: 'p1', title: 'Nødprocedure p1' },
      fields: { kind: 'walkThrough', title: 'Afprøvning af Nødprocedure p1', on: '2026-12-08', time: '09:00' },
      leader: { id: 'isk-nord' },
      people: [{ id: 'anne' }],
    });
    expect(proposal.fields.scenario).toContain('Journalsystemet');
    expect(proposal.fields.criteria).toEqual([
      { key: 'recovery', text: 'I gang igen' },
      { key: 'step-1', text: 'Tag mappen med nødskemaer frem', hours: 0.25 },
    ]);
    await town.context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect(proposeTest(town.context, isk(town), 'p1').people).toEqual([]);
    expect(await refusal(() => proposeTest(town.context, isk(town, 'bo'), 'p1'))).toBe('contingency.mayNotTest');
  });
});

describe('invitations', () => {
  it('go to the leader and those who take part, once, also when the test is moved, and to who comes later', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    const [first, ...others] = await campaigns(town, testInvitationKind);
    expect(first?.audience).toEqual(['anne', 'isk-nord', 'manager-nord']);
    expect(others).toEqual([]);
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-10', participantIds: ['anne', 'bo'] }));
    expect(await campaigns(town, testInvitationKind)).toEqual([
      { key: first?.key, subjectKey: first?.subjectKey, audience: ['anne', 'bo', 'isk-nord'] },
    ]);
  });

  it('are followed by news to those who were told another time, once for each move, and of a calling off for a while', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    const sentTo = async (...people: string[]) => {
      const [campaign] = await campaigns(town, testInvitationKind);
      const recipients = people.map((who) => ({
        ...{ person: person(who), state: 'sent' as const, activity: `card-${who}`, at: nowOf(town.context.clock) },
      }));
      await town.context.list(DeliveryBlocks).create({
        ...{ key: 'block', title: 'x', campaignKey: campaign?.key ?? '', position: 1 },
        recipients,
      });
    };
    await sentTo('anne', 'isk-nord');
    expect(await campaigns(town, testNewsKind)).toEqual([]);
    town.setNow('2026-11-25T09:00:00.000Z');
    await changeTest(town.context, isk(town), key, aBody({ title: 'Uden journal' }));
    expect(await campaigns(town, testNewsKind)).toEqual([]);
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-10', participantIds: ['anne', 'bo'] }));
    const [first, ...none] = await campaigns(town, testNewsKind);
    expect([first?.audience, none]).toEqual([['anne', 'isk-nord'], []]);
    town.setNow('2026-11-26T09:00:00.000Z');
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-08' }));
    const [old, second] = await campaigns(town, testNewsKind);
    expect([old?.audience, second?.audience]).toEqual([[], ['anne', 'isk-nord']]);
    expect(testNewsKind.isOver?.(town.context, old?.subjectKey ?? '')).toBe(true);
    await cancelTest(town.context, isk(town), key, 'Snestorm');
    const told = (await campaigns(town, testNewsKind)).at(-1);
    expect(told).toMatchObject({ subjectKey: `${key}_news_cancelled`, audience: ['anne', 'isk-nord'] });
    expect(testNewsKind.recheck(town.context, told?.subjectKey ?? '', person('bo'))).toBe('notNeeded');
    town.setNow('2026-12-20T08:00:00.000Z');
    expect(testNewsKind.isOver?.(town.context, told?.subjectKey ?? '')).toBe(true);
  });

  it('are sent to nobody any more when it is called off or has begun', async () => {
    const town = await aTestedTown();
    const called = await town.plan();
    const begun = await town.plan();
    await campaigns(town, testInvitationKind);
    await cancelTest(town.context, isk(town), called.key, 'Snestorm');
    await startTest(town.context, isk(town), begun.key);
    for (const { subjectKey, audience } of await campaigns(town, testInvitationKind)) {
      expect(audience).toEqual([]);
      expect(testInvitationKind.isOver?.(town.context, subjectKey)).toBe(true);
      expect(testInvitationKind.recheck(town.context, subjectKey, person('anne'))).toBe('notNeeded');
    }
  });

  it('say when the invitation leaves while it waits for working hours, by the rule of the sending, and only then', async () => {
    const town = await aTestedTown();
    declareCampaignKinds(town.context, [testInvitationKind]);
    const on = (moment: string) => {
      town.setNow(moment);
      const cards = testView(town.context, isk(town, 'isk-nord'), test.key).cards;
      return cards?.invitation.map(({ status, at }) => [status, at]);
    };
    town.setNow('2026-12-02T10:00:00.000Z');
    const test = await town.plan();
    const people = [0, 1, 2];
    expect(on('2026-12-02T10:00:00.000Z')).toEqual(people.map(() => ['coming', undefined]));
    // A Saturday: before and after the campaign has begun.
    const monday = people.map(() => ['coming', '2026-12-07T07:00:00.000Z']);
    expect(on('2026-12-05T10:00:00.000Z')).toEqual(monday);
    await campaigns(town, testInvitationKind);
    expect(on('2026-12-05T11:00:00.000Z')).toEqual(monday);
  });

  it('show those who keep the test who has got them, and why somebody has not', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    const seen = (who: string) => testView(town.context, isk(town, who), key).cards;
    expect(seen('anne')).toBeUndefined();
    expect(seen('isk-nord')?.invitation.map(({ state }) => state)).toEqual(['notAsked', 'notAsked', 'notAsked']);
    town.setNow('2026-12-08T08:10:00.000Z');
    const [sent] = await campaigns(town, testInjectKind);
    await town.context.list(DeliveryBlocks).create({
      ...{ key: 'block', title: 'x', campaignKey: sent?.key ?? '', position: 1 },
      recipients: [
        { person: person('anne'), state: 'sent', activity: '1' },
        { person: person('manager-nord'), state: 'notApplicable', code: 'noTeams' },
        { person: person('bo'), state: 'sent', activity: '2' },
      ],
    });
    expect(seen('isk-nord')?.injects['first']).toMatchObject([
      { id: 'anne', state: 'sent', status: 'got' },
      { id: 'isk-nord', state: 'notAsked', status: 'none' },
      { id: 'manager-nord', state: 'notApplicable', code: 'noTeams', status: 'missed' },
    ]);
  });
});

describe('injects', () => {
  it('are posted when their minute has come, each once, and stand in the log', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    expect(await campaigns(town, testInjectKind)).toEqual([]);
    town.setNow('2026-12-08T08:10:00.000Z');
    expect(await campaigns(town, testInjectKind)).toMatchObject([
      { subjectKey: `${key}_inject_first`, audience: ['anne', 'isk-nord', 'manager-nord'] },
    ]);
    // Two instances and a restart: the same keys.
    await Promise.all([campaigns(town, testInjectKind), campaigns(town, testInjectKind)]);
    town.setNow('2026-12-08T08:45:00.000Z');
    expect(await campaigns(town, testInjectKind)).toHaveLength(2);
    expect(await campaigns(town, testInjectKind)).toHaveLength(2);
    const { log } = testView(town.context, isk(town), key);
    expect(log.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'inject: Leverandøren siger i morgen',
      'inject: En pårørende ringer',
    ]);
  });

  it('reach nobody once the test has ended, though they were on their way', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    town.setNow('2026-12-08T08:11:00.000Z');
    const [sent] = await campaigns(town, testInjectKind);
    const subject = sent?.subjectKey ?? '';
    expect(testInjectKind.recheck(town.context, subject, person('anne'))).toBe('send');
    await endTest(town.context, isk(town), key);
    expect(testInjectKind.recheck(town.context, subject, person('anne'))).toBe('notNeeded');
    expect(testInjectKind.isOver?.(town.context, subject)).toBe(true);
    town.setNow('2026-12-08T09:00:00.000Z');
    expect(await campaigns(town, testInjectKind)).toHaveLength(1);
  });

  it('stop when a test has run for a day and nobody has ended it', async () => {
    const town = await aTestedTown();
    await aRunningTest(town);
    town.setNow('2026-12-09T08:00:01.000Z');
    expect(await campaigns(town, testInjectKind)).toEqual([]);
  });

  it('are hidden from those who take part until they come, and shown to the leader', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    const seen = (who: string) => testView(town.context, isk(town, who), key).injects.map((one) => one.key);
    expect(seen('anne')).toEqual([]);
    expect(seen('isk-nord')).toEqual(['first', 'later']);
    town.setNow('2026-12-08T08:12:00.000Z');
    expect(seen('anne')).toEqual(['first']);
    await endTest(town.context, isk(town), key);
    expect(seen('anne')).toEqual(['first', 'later']);
  });
});
