import { describe, expect, it } from 'vitest';
import { continueApprovals } from '../../../api/approvals/index.ts';
import { anAssignment, person, refusal, settle } from '../organisation/builders.ts';
import {
  aBody,
  aStage,
  back,
  changeSeat,
  committee,
  council,
  management,
  managers,
  onLeave,
  removeMember,
  stored,
  submit,
  vote,
} from './a-body.ts';

describe('voteOnApproval', () => {
  it('counts a vote of a member, and says so the second time', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    expect((await vote(context, request, 'mia', 'approve')).result).toBe('voted');
    expect((await vote(context, request, 'mia', 'approve')).result).toBe('alreadyVoted');
    expect(stored(context, request).stages[0]?.votes).toEqual([
      expect.objectContaining({ seat: 'mia', by: 'mia', choice: 'approve', chair: false, via: 'card' }),
    ]);
  });

  it('is changed until the stage closes, and keeps what was voted before', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await vote(context, request, 'mia', 'reject');
    const { result } = await vote(context, request, 'mia', 'approve');
    expect(result).toBe('changed');
    expect(stored(context, request).stages[0]?.votes.map(({ choice }) => choice)).toEqual(['reject', 'approve']);
  });

  it('takes another reason for the same choice', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await vote(context, request, 'mia', 'reject', { reason: 'Én' });
    expect((await vote(context, request, 'mia', 'reject', { reason: 'To' })).result).toBe('changed');
    expect((await vote(context, request, 'mia', 'reject', { reason: 'To' })).result).toBe('alreadyVoted');
  });

  it('opens the next stage and ends the request in the write of the vote that decides', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage(), management]);
    for (const who of ['mia', 'nils']) await vote(context, request, who, 'approve');
    const { request: after } = await vote(context, request, 'ole', 'approve');
    expect(after).toMatchObject({
      state: 'open',
      stages: [
        { state: 'approved', closedBy: 'votes' },
        { state: 'open', dueOn: '2026-12-01' },
      ],
    });
    await vote(context, request, 'anna', 'approve', { stage: 2 });
    const { request: ended } = await vote(context, request, 'bent', 'approve', { stage: 2 });
    expect(ended).toMatchObject({ state: 'approved', stages: [{ state: 'approved' }, { state: 'approved' }] });
    expect(ended.endedAt).toBeDefined();
  });

  it('skips the stages after one that says no', async () => {
    const { context } = await aBody();
    const request = await submit(context, [managers, aStage(), council]);
    const { request: after } = await vote(context, request, 'manager', 'askChanges');
    expect(after).toMatchObject({
      state: 'returned',
      stages: [{ state: 'returned' }, { state: 'skipped' }, { state: 'skipped' }],
    });
  });

  it.each(['reject', 'askChanges'] as const)('wants a reason to %s', async (choice) => {
    const { context } = await aBody();
    const request = await submit(context);
    expect(await refusal(() => vote(context, request, 'mia', choice, { reason: '  ' }))).toBe('approvals.reasonNeeded');
  });

  it('is refused for whoever has no seat, has sent it, or decides outside', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage(), council], 'mia');
    const no = (who: string, stage = 1) => refusal(() => vote(context, request, who, 'approve', { stage }));
    expect(await no('other')).toBe('approvals.notMember');
    expect(await no('anna')).toBe('approvals.notMember');
    expect(await no('mia')).toBe('approvals.ownSubmission');
    expect(await no('secretary', 2)).toBe('approvals.notMember');
    expect(await no('nils', 3)).toBe('approvals.noSuchRequest');
    expect(await no('nils', 2)).toBe('approvals.notMember');
    const none = { key: 'none', contentHash: request.contentHash };
    expect(await refusal(() => vote(context, none, 'nils', 'approve'))).toBe('approvals.noSuchRequest');
  });

  it('is refused for a stage that is not reached, also for its members', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage(), management]);
    expect(await refusal(() => vote(context, request, 'anna', 'approve', { stage: 2 }))).toBe('approvals.stageNotOpen');
  });

  it('is for what was read: a card of other content decides nothing', async () => {
    const { context, thing } = await aBody();
    const request = await submit(context);
    const old = { contentHash: 'other' };
    expect(await refusal(() => vote(context, request, 'mia', 'approve', old))).toBe('approvals.contentChanged');
    thing.content = { title: 'Adgang', text: '# Adgang for alle' };
    expect(await refusal(() => vote(context, request, 'mia', 'approve'))).toBe('approvals.contentChanged');
    thing.content = undefined;
    expect(await refusal(() => vote(context, request, 'mia', 'approve'))).toBe('approvals.contentChanged');
    expect(stored(context, request).stages[0]?.votes).toEqual([]);
  });

  it('after the close is an answer for the same choice, and a conflict for another', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await vote(context, request, 'pia', 'reject');
    for (const who of ['mia', 'nils', 'ole']) await vote(context, request, who, 'approve');
    expect(stored(context, request).state).toBe('approved');
    expect((await vote(context, request, 'ole', 'approve')).result).toBe('alreadyVoted');
    expect((await vote(context, request, 'pia', 'reject')).result).toBe('alreadyVoted');
    expect(await refusal(() => vote(context, request, 'pia', 'approve'))).toBe('approvals.stageClosed');
    expect(await refusal(() => vote(context, request, 'chair', 'approve'))).toBe('approvals.stageClosed');
    expect(await refusal(() => vote(context, request, 'other', 'approve'))).toBe('approvals.notMember');
    expect(stored(context, request).stages[0]?.votes).toHaveLength(4);
  });

  it('comes too late when the due day has decided before the job could', async () => {
    const { context, setNow } = await aBody();
    const request = await submit(context);
    for (const who of ['mia', 'nils', 'chair']) await vote(context, request, who, who === 'mia' ? 'approve' : 'reject');
    setNow('2026-12-02T09:00:00.000Z');
    expect(await refusal(() => vote(context, request, 'ole', 'approve'))).toBe('approvals.stageClosed');
    expect(stored(context, request)).toMatchObject({ state: 'rejected', stages: [{ closedBy: 'deadline' }] });
    expect(stored(context, request).stages[0]?.votes).toHaveLength(3);
  });

  it('stops when one seat has changed its mind ten times', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    for (let turn = 0; turn < 10; turn += 1) await vote(context, request, 'mia', turn % 2 ? 'approve' : 'abstain');
    expect(await refusal(() => vote(context, request, 'mia', 'reject'))).toBe('approvals.changedTooOften');
  });
});

describe('who is a member', () => {
  it('is judged when voting: a member who was removed in between votes no more, and the vote given counts', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await vote(context, request, 'mia', 'approve');
    await removeMember(context, 'mia');
    expect(await refusal(() => vote(context, request, 'mia', 'reject'))).toBe('approvals.notMember');
    await vote(context, request, 'nils', 'approve');
    const { request: after } = await vote(context, request, 'ole', 'approve');
    expect(after).toMatchObject({ state: 'approved' });
  });

  it('decides by itself when those who are left have voted', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage({ rule: 'all' })]);
    for (const who of ['mia', 'nils', 'ole', 'chair']) await vote(context, request, who, 'approve');
    expect(stored(context, request).state).toBe('open');
    await removeMember(context, 'pia');
    await continueApprovals(context);
    expect(stored(context, request)).toMatchObject({ state: 'approved', stages: [{ closedBy: 'membership' }] });
  });

  it('lets the deputy act while the member is on leave, and says so', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await changeSeat(context, 'chair', { deputyId: person('deputy') });
    expect(await refusal(() => vote(context, request, 'deputy', 'approve'))).toBe('approvals.notMember');
    await onLeave(context, 'chair');
    await vote(context, request, 'deputy', 'approve');
    expect(await refusal(() => vote(context, request, 'chair', 'reject'))).toBe('approvals.onLeave');
    expect(stored(context, request).stages[0]?.votes).toEqual([
      expect.objectContaining({ seat: 'chair', by: 'deputy', chair: true }),
    ]);
    await back(context, 'chair');
    expect((await vote(context, request, 'chair', 'reject')).result).toBe('changed');
    expect(await refusal(() => vote(context, request, 'deputy', 'approve'))).toBe('approvals.notMember');
  });

  it('never lets a deputy decide what the deputy or the member has sent', async () => {
    const { context } = await aBody();
    await changeSeat(context, 'mia', { deputyId: person('deputy') });
    const request = await submit(context, [aStage()], 'mia');
    await onLeave(context, 'mia');
    expect(await refusal(() => vote(context, request, 'deputy', 'approve'))).toBe('approvals.ownSubmission');
    const other = await aBody();
    await changeSeat(other.context, 'mia', { deputyId: person('deputy') });
    await onLeave(other.context, 'mia');
    const its = await submit(other.context, [aStage()], 'deputy');
    expect(await refusal(() => vote(other.context, its, 'deputy', 'approve'))).toBe('approvals.ownSubmission');
  });

  it('gives one person one vote: whoever acted for another and then gets a seat votes in that', async () => {
    const { context } = await aBody();
    await changeSeat(context, 'mia', { deputyId: person('deputy') });
    const request = await submit(context, [aStage({ rule: 'all' })]);
    await onLeave(context, 'mia');
    await vote(context, request, 'deputy', 'approve');
    await back(context, 'mia');
    await settle(context, { roles: [anAssignment('deputy', 'securityCommittee')] });
    await vote(context, request, 'deputy', 'approve');
    for (const who of ['chair', 'nils', 'ole', 'pia']) await vote(context, request, who, 'approve');
    expect(stored(context, request).state).toBe('open');
    expect((await vote(context, request, 'mia', 'approve')).request.state).toBe('approved');
  });

  it('goes to the CISO where the manager has sent it or nobody acts for the manager', async () => {
    const { context } = await aBody();
    const own = await submit(context, [managers], 'manager');
    expect(await refusal(() => vote(context, own, 'manager', 'approve'))).toBe('approvals.ownSubmission');
    expect((await vote(context, own, 'ciso', 'approve')).request.state).toBe('approved');

    const away = await aBody();
    await onLeave(away.context, 'manager');
    const request = await submit(away.context, [managers]);
    expect((await vote(away.context, request, 'ciso', 'reject')).request.state).toBe('rejected');
  });

  it('waits for the manager on leave where the CISO has sent it', async () => {
    const { context } = await aBody();
    await onLeave(context, 'manager');
    const request = await submit(context, [managers], 'ciso');
    expect(stored(context, request).state).toBe('open');
    await back(context, 'manager');
    expect((await vote(context, request, 'manager', 'approve')).request.state).toBe('approved');
  });

  it('keeps the vote of a member who then goes on leave with a deputy who sent it', async () => {
    const { context } = await aBody();
    await changeSeat(context, 'mia', { deputyId: person('deputy') });
    const request = await submit(context, [aStage({ quorum: 3 })], 'deputy');
    await vote(context, request, 'mia', 'approve');
    await onLeave(context, 'mia');
    for (const who of ['nils', 'ole']) await vote(context, request, who, 'approve');
    expect(stored(context, request).state).toBe('approved');
  });

  it('is one named person, or the deputy in that seat', async () => {
    const { context } = await aBody();
    await changeSeat(context, 'nils', { deputyId: person('deputy') });
    const request = await submit(context, [aStage({ rule: 'one', personId: person('nils') })]);
    expect(await refusal(() => vote(context, request, 'mia', 'approve'))).toBe('approvals.notMember');
    await onLeave(context, 'nils');
    expect((await vote(context, request, 'deputy', 'approve')).request.state).toBe('approved');
  });

  it('ends a stage that nobody may decide, and waits for those on leave until the due day', async () => {
    const { context, setNow } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one', personId: person('isk') })]);
    expect(stored(context, request)).toMatchObject({ state: 'returned', stages: [{ closedBy: 'inquorate' }] });

    const later = await submit(context, [aStage({ quorum: 3 })]);
    for (const who of committee.slice(0, 3)) await onLeave(context, who);
    await continueApprovals(context);
    expect(stored(context, later).state).toBe('open');
    setNow('2026-12-02T09:00:00.000Z');
    await continueApprovals(context);
    expect(stored(context, later)).toMatchObject({ state: 'returned', stages: [{ closedBy: 'inquorate' }] });
  });
});
