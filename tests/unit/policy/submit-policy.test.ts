import { describe, expect, it } from 'vitest';
import { WheelActivities, WheelPlans } from '../../../api/annual-wheel/index.ts';
import {
  ApprovalRequests,
  continueApprovals,
  declareApprovalSubjects,
  withdrawApproval,
} from '../../../api/approvals/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import {
  acknowledgePolicy,
  currentPolicy,
  discardDraft,
  draftPolicy,
  editDraft,
  policyApproval,
  policyCampaign,
  policyCampaignKey,
  PolicyVersions,
  policyVersion,
  publishPolicy,
  reapprovalSource,
  reapprovePolicy,
  submitPolicy,
  yearlyApproval,
} from '../../../api/policy/index.ts';
import { policyPageView, policyVersionView } from '../../../api/policy/contract.ts';
import { policyPage, versionFor, versionView } from '../../../api/policy/policy-views.ts';
import { yearAfter } from '../../../api/policy/yearly.ts';
import { startFrom } from '../../../tab/policy/draft-start.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { anAssignment, aTown, day, person, refusal, the } from '../organisation/builders.ts';
import { aGoverningTown, approveAll, decide, submitted, theOpen } from './approval-builders.ts';
import { aDraft, publish, reason } from './builders.ts';
import { failing } from './failing.ts';

const fineReason = { reason };
const theCurrent = (context: Context) => currentPolicy(context)?.key ?? '';

describe('submitPolicy', () => {
  it('sends the draft to the committee, Koncernledelsen and Byrådet, once however often it is pressed', async () => {
    const { context } = await aGoverningTown();
    const { key, request } = await submitted(context, {}, 'team');
    await submitPolicy(context, the(context, 'ciso'), key);
    expect(context.list(ApprovalRequests).all()).toHaveLength(1);
    expect(request).toMatchObject({
      title: 'Informationssikkerhedspolitik 1.0',
      ...{ subjectKind: 'policyVersion', subjectKey: key, round: 1, submittedBy: 'team', summary: 'Lås skærmen.' },
      stages: [
        { body: 'securityCommittee', rule: 'quorum', days: 14, state: 'open' },
        { body: 'corporateManagement', rule: 'quorum', days: 14, state: 'waiting' },
        { body: 'cityCouncil', rule: 'external', days: 60, state: 'waiting' },
      ],
    });
    expect(request.content).toBe(aDraft().body);
  });

  it('is for those who write drafts, for drafts alone, and for one version at a time', async () => {
    const { context } = await aGoverningTown();
    const ciso = the(context, 'ciso');
    const first = await publish(context, ciso, { number: '2.0' });
    const low = await draftPolicy(context, ciso, aDraft({ number: '1.5' }));
    expect(await refusal(() => submitPolicy(context, ciso, first.key))).toBe('policy.notDraft');
    expect(await refusal(() => submitPolicy(context, ciso, low.key))).toBe('policy.numberNotHigher');
    expect(await refusal(() => submitPolicy(context, ciso, 'none'))).toBe('policy.noSuchVersion');
    for (const who of ['committee', 'management', 'secretary', 'auditor', 'anne'])
      expect(await refusal(() => submitPolicy(context, the(context, who), low.key))).toBe('policy.mayNotDraft');
    await submitted(context, { number: '3.0' });
    const other = await draftPolicy(context, ciso, aDraft({ number: '4.0' }));
    expect(await refusal(() => submitPolicy(context, ciso, other.key))).toBe('policy.otherIsWaiting');
    expect(await refusal(() => reapprovePolicy(context, ciso, { note: '' }))).toBe('policy.otherIsWaiting');
  });

  it('keeps the draft as it is while others decide, and lets it be changed and sent again when it comes back', async () => {
    const { context } = await aGoverningTown();
    const ciso = the(context, 'ciso');
    const { key } = await submitted(context);
    expect(await refusal(() => editDraft(context, ciso, key, aDraft({ body: 'Noget andet' })))).toBe(
      'policy.isWaiting',
    );
    expect(await refusal(() => discardDraft(context, ciso, key))).toBe('policy.isWaiting');
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey: key, ...fineReason }))).toBe(
      'policy.isWaiting',
    );
    await decide(context, 'returned');
    await continueApprovals(context);
    expect(policyVersion(context, key)?.state).toBe('draft');
    const view = versionView(context, ciso, versionFor(context, ciso, key));
    expect(view).toMatchObject({
      approval: { state: 'returned', reasons: [{ text: 'Skriv, hvem der gør det', choice: 'askChanges' }] },
      abilities: { edit: true, submit: true, publish: true },
    });
    await editDraft(context, ciso, key, aDraft({ body: 'Teamet gør det' }));
    await submitPolicy(context, ciso, key);
    expect(theOpen(context)).toMatchObject({ round: 2, content: 'Teamet gør det' });
  });

  it('may be published without approval again when it was taken back', async () => {
    const { context } = await aGoverningTown();
    const ciso = the(context, 'ciso');
    const { key, request } = await submitted(context);
    await withdrawApproval(context, ciso, { requestKey: request.key });
    const { version } = await publishPolicy(context, ciso, { versionKey: key, reason });
    expect(version).toMatchObject({ state: 'published', publishReason: reason });
  });
});

describe('a policy that Byrådet has approved', () => {
  it('comes into force by itself, asks everybody, and begins its plan, once', async () => {
    const { context, setNow } = await aGoverningTown();
    const ciso = the(context, 'ciso');
    const before = await publish(context, ciso);
    setNow('2026-12-01T09:00:00.000Z');
    const { key, request } = await submitted(context, { number: '2.0', effectiveOn: day('2026-12-02') }, 'team');
    setNow('2026-12-20T09:00:00.000Z');
    await approveAll(context);
    await continueApprovals(context);
    expect(policyVersion(context, key)).toMatchObject({
      state: 'published',
      publishedBy: 'team',
      approvalKey: request.key,
      // Not in force before its approval.
      effectiveOn: '2026-12-20',
      previousKey: before.key,
    });
    expect(policyVersion(context, key)?.publishReason).toBeUndefined();
    expect(context.list(PolicyVersions).get(before.key)?.state).toBe('superseded');
    expect(context.list(Campaigns).get(policyCampaignKey(key))).toMatchObject({ state: 'sending', startedBy: 'team' });
    expect(context.list(WheelPlans).all()).toMatchObject([{ policyVersionKey: key, madeBy: 'team' }]);
    expect(context.list(WheelActivities).all()).toHaveLength(7);
    const published = context.list(AuditEntries).get(`publishPolicy_${key}`);
    expect(published).toMatchObject({ actorId: 'team', details: { approvalKey: request.key } });
    expect(context.list(ApprovalRequests).get(request.key)?.carriedOnAt).toBeDefined();
  });

  it.each([
    ['Campaigns', 0],
    ['WheelPlans', 0],
    ['WheelActivities', 3],
  ])('is carried on by the job when %s cannot be written, and nothing is done twice', async (name, after) => {
    const { context } = await aGoverningTown();
    const { key, request } = await submitted(context);
    await decide(context);
    await decide(context);
    await continueApprovals(context);
    const broken = failing(context, name, 1, after);
    declareApprovalSubjects(broken, [policyApproval]);
    await decide(broken);
    expect(context.list(ApprovalRequests).get(request.key)).toMatchObject({ state: 'approved' });
    expect(context.list(ApprovalRequests).get(request.key)?.carriedOnAt).toBeUndefined();
    await continueApprovals(broken);
    await continueApprovals(broken);
    expect(context.list(ApprovalRequests).get(request.key)?.carriedOnAt).toBeDefined();
    expect(currentPolicy(context)?.key).toBe(key);
    expect(
      context
        .list(Campaigns)
        .all()
        .filter(({ kind }) => kind === 'policy'),
    ).toHaveLength(1);
    expect([context.list(WheelPlans).all().length, context.list(WheelActivities).all().length]).toEqual([1, 7]);
  });

  it('begins no plan for a minor change, whose receipts carry over', async () => {
    const { context, setNow } = await aGoverningTown();
    const { key: versionKey } = await publish(context, the(context, 'ciso'));
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'card' });
    setNow('2026-12-01T09:00:00.000Z');
    const { key } = await submitted(context, { number: '1.1', changeKind: 'minor' });
    await approveAll(context);
    expect(currentPolicy(context)?.key).toBe(key);
    expect(context.list(WheelPlans).all()).toEqual([]);
    expect(policyCampaign.audience(context, key)).not.toContain('anne');
  });

  it.each(['rejected', 'returned'] as const)('stays a draft when it is %s', async (outcome) => {
    const { context } = await aGoverningTown();
    const { key } = await submitted(context);
    await decide(context);
    await decide(context);
    await decide(context, outcome, 'Tages op igen til foråret');
    expect(policyVersion(context, key)?.state).toBe('draft');
    expect(
      context
        .list(Campaigns)
        .all()
        .filter(({ kind }) => kind === 'policy'),
    ).toEqual([]);
    const { approval } = versionView(context, the(context, 'ciso'), versionFor(context, the(context, 'ciso'), key));
    expect(approval?.reasons).toMatchObject([
      { person: { id: 'secretary' }, body: 'cityCouncil', text: 'Tages op igen til foråret' },
    ]);
  });

  it('shows with what remarks Byrådet approved it', async () => {
    const { context } = await aGoverningTown();
    const { key } = await submitted(context);
    await decide(context);
    await decide(context);
    await decide(context, 'approved', undefined, 'Afsnit 6 ses efter i maj');
    const ciso = the(context, 'ciso');
    expect(versionView(context, ciso, versionFor(context, ciso, key)).approval?.reasons).toMatchObject([
      { body: 'cityCouncil', choice: 'approve', text: 'Afsnit 6 ses efter i maj' },
    ]);
  });

  it('does not come into force when its text is no longer the one that was approved', async () => {
    const { context } = await aGoverningTown();
    const { key } = await submitted(context);
    await decide(context);
    await decide(context);
    const { key: requestKey } = theOpen(context);
    // As with two concurrent processes.
    await context.list(ApprovalRequests).update(requestKey, ({ stages }) => ({
      state: 'approved',
      stages: stages.map((stage) => ({ ...stage, state: 'approved' as const })),
    }));
    await context.list(PolicyVersions).update(key, () => ({ body: 'Noget andet' }));
    await continueApprovals(context);
    expect(policyVersion(context, key)?.state).toBe('draft');
    expect(context.list(ApprovalRequests).get(requestKey)?.carriedOnAt).toBeDefined();
  });

  it('is not overtaken: a correction below it may be published, the same number or a higher may not', async () => {
    const { context, setNow } = await aGoverningTown();
    const ciso = the(context, 'ciso');
    await publish(context, ciso, { number: '4.0' });
    setNow('2026-12-01T09:00:00.000Z');
    const { key } = await submitted(context, { number: '5.0' });
    const higher = await draftPolicy(context, ciso, aDraft({ number: '5.1' }));
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey: higher.key, reason }))).toBe(
      'policy.isWaiting',
    );
    setNow('2026-12-02T09:00:00.000Z');
    await publish(context, ciso, { number: '4.1', changeKind: 'minor' });
    setNow('2026-12-03T09:00:00.000Z');
    await approveAll(context);
    expect(currentPolicy(context)?.key).toBe(key);
  });
});

describe('the yearly approval', () => {
  it('publishes nothing and asks nobody again, and moves the next day a year from the meeting', async () => {
    const { context, setNow } = await aGoverningTown('2025-12-01T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await publish(context, ciso, { effectiveOn: day('2025-12-15') });
    expect(yearlyApproval(context)).toEqual({ isCurrentApproved: false });
    setNow('2025-12-15T09:00:00.000Z');
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'tab' });
    expect(yearlyApproval(context)).toEqual({ nextDue: '2026-12-15', isCurrentApproved: false });
    setNow('2026-11-01T09:00:00.000Z');
    await reapprovePolicy(context, ciso, { note: '' });
    await reapprovePolicy(context, ciso, { note: '' });
    expect(theOpen(context)).toMatchObject({
      purpose: 'reapproval',
      subjectKey: versionKey,
      summary: 'documents.reapproval',
    });
    const campaigns = () =>
      context
        .list(Campaigns)
        .all()
        .filter(({ kind }) => kind === 'policy').length;
    const asked = campaigns();
    setNow('2026-11-24T09:00:00.000Z');
    expect(policyPage(context, ciso).yearly?.approval?.stages[0]).toMatchObject({ state: 'open', days: 23 });
    await approveAll(context);
    expect(policyVersion(context, versionKey)).toMatchObject({
      state: 'published',
      publishedAt: '2025-12-01T09:00:00.000Z',
    });
    expect([campaigns(), context.list(WheelPlans).all().length]).toEqual([asked, 0]);
    expect(policyCampaign.audience(context, versionKey)).not.toContain('anne');
    const page = policyPageView.parse(policyPage(context, ciso));
    expect(page.yearly).toEqual({
      ...{ approvedOn: '2026-11-24', approvedNumber: '1.0', isCurrentApproved: true },
      ...{ nextDue: '2027-11-24', daysLeft: 365, reapprove: true },
    });
  });

  it('counts from the first approval of a new version, and not from what was published without', async () => {
    const { context, setNow } = await aGoverningTown('2026-01-10T09:00:00.000Z');
    const { key: approvedKey } = await submitted(context);
    await approveAll(context);
    setNow('2026-03-01T09:00:00.000Z');
    await publish(context, the(context, 'ciso'), { number: '1.1', changeKind: 'minor' });
    // Byrådet has not approved the version in force, whatever it approved before.
    const last = { approvedOn: '2026-01-10', approvedKey, nextDue: '2027-01-10' };
    expect(yearlyApproval(context)).toEqual({ ...last, isCurrentApproved: false });
  });

  it('is owed by the CISO from 90 days before, until it is with those who decide, and again when it comes back', async () => {
    const { context, setNow } = await aGoverningTown('2026-01-10T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    expect(reapprovalSource.work(context, day('2026-01-10'))).toEqual([]);
    await publish(context, ciso, { effectiveOn: day('2026-01-15') });
    setNow('2026-01-15T09:00:00.000Z');
    expect(reapprovalSource.work(context, day('2026-10-16'))).toEqual([]);
    const owed = () => reapprovalSource.work(context, day('2026-10-17'));
    expect(owed()).toMatchObject([
      { kind: 'reapprovePolicy', due: '2027-01-15', since: '2026-10-17', state: 'open', responsible: { role: 'ciso' } },
    ]);
    setNow('2026-10-17T09:00:00.000Z');
    await reapprovePolicy(context, ciso, { note: 'Samme tekst, nyt år' });
    expect(owed()).toMatchObject([{ state: 'done' }]);
    await decide(context, 'returned');
    expect(owed()).toMatchObject([{ state: 'open' }]);
    expect(policyApproval.path(context, theCurrent(context))).toBe('/policy');
    expect(policyPage(context, ciso).yearly).toMatchObject({ approval: { state: 'returned' }, reapprove: true });
    await reapprovePolicy(context, ciso, { note: '' });
    await approveAll(context);
    expect(owed()).toEqual([]);
  });

  it('is not for the version in force while a newer one is approved and on its way, from which a new draft begins', async () => {
    const { context, setNow } = await aGoverningTown('2026-11-02T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    await publish(context, ciso, { number: '4.0', body: 'Den i kraft' });
    await submitted(context, { number: '5.0', body: 'Den, der kommer', effectiveOn: day('2027-01-15') });
    await approveAll(context);
    const page = policyPageView.parse(policyPage(context, ciso));
    expect(page.current?.number).toBe('4.0');
    expect(page.yearly?.reapprove).toBe(false);
    expect(await refusal(() => reapprovePolicy(context, ciso, { note: '' }))).toBe('policy.newerIsApproved');
    expect(startFrom(page, '2026-11-02')).toMatchObject({
      ...{ number: '6.0', body: 'Den, der kommer', effectiveOn: '2027-01-15', summary: '' },
    });
    expect(policyPage(context, the(context, 'anne')).coming).toBeUndefined();

    setNow('2027-01-15T09:00:00.000Z');
    const after = policyPage(context, ciso);
    expect([after.coming, after.yearly?.reapprove]).toEqual([undefined, true]);
    expect(startFrom(after, '2027-01-15')).toMatchObject({ body: 'Den, der kommer', effectiveOn: '2027-01-15' });
  });

  it('needs a policy in force and somebody who may send it', async () => {
    const { context } = await aGoverningTown();
    expect(await refusal(() => reapprovePolicy(context, the(context, 'ciso'), { note: '' }))).toBe(
      'policy.noneInForce',
    );
    expect(await refusal(() => reapprovePolicy(context, the(context, 'board'), { note: '' }))).toBe(
      'policy.mayNotDraft',
    );
  });

  it.each([
    ['2026-11-24', '2027-11-24'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
    ['9999-12-31', '9999-12-31'],
  ])('is a year after %s on %s', (from, to) => {
    expect(yearAfter(day(from))).toBe(to);
  });
});

describe('who sees the way', () => {
  it('is those who prepare, decide and follow up; a draft that was sent is read by those who decide', async () => {
    const { context } = await aGoverningTown();
    const { key } = await draftPolicy(context, the(context, 'ciso'), aDraft());
    const reads = (who: string) => refusal(() => versionFor(context, the(context, who), key)).catch(() => 'reads');
    expect(await reads('management')).toBe('policy.noSuchVersion');
    await submitPolicy(context, the(context, 'ciso'), key);
    for (const who of ['team', 'committee', 'auditor', 'management', 'council', 'secretary'])
      expect([who, await reads(who)]).toEqual([who, 'reads']);
    for (const who of ['board', 'anne', 'isk-nord', 'manager-syd'])
      expect([who, await reads(who)]).toEqual([who, 'policy.noSuchVersion']);
    await approveAll(context);
    for (const [who, sees] of [
      ['board', true],
      ['secretary', true],
      ['anne', false],
      ['isk-nord', false],
    ] as const) {
      const { yearly, current } = policyPage(context, the(context, who));
      expect([who, yearly !== undefined, current?.approval !== undefined]).toEqual([who, sees, sees]);
      expect(yearly?.reapprove ?? false).toBe(false);
    }
  });

  it('shows before it is sent who would decide, without who sends it, and what it follows', async () => {
    const { context } = await aTown();
    await context.list(RoleAssignments).create(anAssignment('ciso', 'securityCommittee'));
    const ciso = the(context, 'ciso');
    const { key: previous } = await publish(context, ciso);
    const { key } = await draftPolicy(context, ciso, aDraft({ number: '2.0' }));
    const view = policyVersionView.parse(versionView(context, ciso, versionFor(context, ciso, key)));
    expect(view.way?.map(({ body, people }) => [body, people.map(({ id }) => id)])).toEqual([
      ['securityCommittee', [person('committee')]],
      ['corporateManagement', [person('management')]],
      ['cityCouncil', [person('council')]],
    ]);
    expect(view.previous).toEqual({ key: previous, number: '1.0' });
  });
});
