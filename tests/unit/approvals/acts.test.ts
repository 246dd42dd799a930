import { describe, expect, it } from 'vitest';
import {
  ApprovalRequests,
  attachMinutes,
  closeStage,
  eventsOf,
  recordDecision,
  withdrawApproval,
  type FrozenFile,
  type RecordDecision,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { personRef, RoleAssignments } from '../../../api/organisation/index.ts';
import { day, named, person, refusal, the } from '../organisation/builders.ts';
import { aBody, aStage, changeSeat, council, management, onLeave, stored, submit, vote } from './a-body.ts';

const withdraw = async (context: Context, who: string, requestKey: string, reason?: string) =>
  withdrawApproval(context, the(context, who), { requestKey, reason });
const close = async (context: Context, who: string, requestKey: string, stage = 1) =>
  closeStage(context, the(context, who), { requestKey, stage });
const record = async (context: Context, who: string, requestKey: string, changes: Partial<RecordDecision> = {}) =>
  recordDecision(context, the(context, who), {
    ...{ requestKey, stage: 1, meetingOn: day('2026-11-20'), itemNumber: '12', outcome: 'approved' },
    ...changes,
  });
const minutes: FrozenFile = {
  ...{ id: 'file-1', versionId: '1.0', hash: 'abc', name: 'referat.pdf', size: 9, type: 'application/pdf' },
};

it('what nobody is to decide is not sent', async () => {
  const { context } = await aBody();
  expect(await refusal(() => submit(context, []))).toBe('approvals.noStages');
  expect(context.list(ApprovalRequests).all()).toEqual([]);
});

describe('withdrawApproval', () => {
  it('is for whoever sent it and those who look after the whole, once', async () => {
    const { context, thing } = await aBody();
    const { key } = await submit(context, [aStage(), management]);
    expect(await refusal(() => withdraw(context, 'chair', key))).toBe('approvals.mayNotWithdraw');
    expect(await withdraw(context, 'isk', key, ' Forkert fil ')).toMatchObject({
      ...{ state: 'withdrawn', withdrawnBy: 'isk', withdrawnReason: 'Forkert fil' },
      stages: [{ state: 'skipped' }, { state: 'skipped' }],
    });
    expect(await withdraw(context, 'ciso', key)).toMatchObject({ withdrawnBy: 'isk' });
    expect(thing.told).toEqual(['withdrawn']);
  });

  it('is too late when it is decided, and a vote is too late when it is withdrawn', async () => {
    const { context } = await aBody();
    const decided = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, decided, 'mia', 'approve');
    expect(await refusal(() => withdraw(context, 'isk', decided.key))).toBe('approvals.alreadyDecided');
    const next = await submit(context);
    expect(next).toMatchObject({ round: 2, state: 'open' });
    await withdraw(context, 'team', next.key);
    expect(await refusal(() => vote(context, next, 'mia', 'approve'))).toBe('approvals.stageClosed');
    const byTeam = [personRef(context, 'team').name, todayOf(context.clock)];
    expect(await named(() => vote(context, next, 'mia', 'approve'))).toEqual(byTeam);
  });
});

describe('closeStage', () => {
  it('is the chair’s, when enough have taken part', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await vote(context, request, 'mia', 'approve');
    await vote(context, request, 'nils', 'reject');
    expect(await refusal(() => close(context, 'chair', request.key))).toBe('approvals.quorumNotReached');
    await vote(context, request, 'chair', 'askChanges');
    expect(await refusal(() => close(context, 'mia', request.key))).toBe('approvals.notChair');
    expect(await close(context, 'chair', request.key)).toMatchObject({
      ...{ state: 'returned' },
      stages: [{ state: 'returned', closedBy: 'chair', closedByPerson: 'chair' }],
    });
    expect(await close(context, 'chair', request.key)).toMatchObject({ state: 'returned' });
    expect(await refusal(() => close(context, 'chair', request.key, 2))).toBe('approvals.noSuchRequest');
  });

  it('tells of a stage that is closed already only to whoever may read the request', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    for (const who of ['mia', 'nils', 'ole']) await vote(context, request, who, 'approve');
    expect(await close(context, 'mia', request.key)).toMatchObject({ state: 'approved' });
    expect(await refusal(() => close(context, 'anna', request.key))).toBe('approvals.mayNotSee');
    expect(await refusal(() => close(context, 'other', request.key))).toBe('approvals.mayNotSee');
  });

  it('is the chair’s deputy’s while the chair is on leave, and approves nothing that was changed', async () => {
    const { context, thing } = await aBody();
    const request = await submit(context);
    await vote(context, request, 'mia', 'approve');
    await vote(context, request, 'nils', 'approve');
    await vote(context, request, 'ole', 'abstain');
    await changeSeat(context, 'chair', { deputyId: person('deputy') });
    await onLeave(context, 'chair');
    await vote(context, request, 'deputy', 'reject');
    thing.content = { title: 'Adgang', text: 'Andet' };
    expect(await refusal(() => close(context, 'deputy', request.key))).toBe('approvals.contentChanged');
    thing.content = { title: 'Adgang', text: '# Adgang' };
    expect(await close(context, 'deputy', request.key)).toMatchObject({ state: 'approved' });
  });
});

describe('recordDecision', () => {
  it('is the secretary’s; the same again is an answer, and nothing is recorded anew', async () => {
    const { context, thing } = await aBody();
    const { key } = await submit(context, [council]);
    for (const who of ['ciso', 'chair', 'isk'])
      expect(await refusal(() => record(context, who, key))).toBe('approvals.mayNotRecord');
    expect(await record(context, 'secretary', key, { itemNumber: ' 12 ', note: ' Enstemmigt ' })).toMatchObject({
      state: 'approved',
      stages: [
        {
          ...{ state: 'approved', closedBy: 'external' },
          decision: { itemNumber: '12', note: 'Enstemmigt', by: 'secretary' },
        },
      ],
    });
    await record(context, 'secretary', key, { note: 'Enstemmigt' });
    expect(await refusal(() => record(context, 'secretary', key))).toBe('approvals.alreadyRecorded');
    expect(thing.told).toEqual(['approved']);
  });

  it('is not recorded over another’s, who is named, nor for a request that is withdrawn', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    await record(context, 'secretary', key);
    await expect(record(context, 'secretary', key, { outcome: 'returned' })).rejects.toMatchObject({
      code: 'approvals.alreadyRecorded',
      details: { name: personRef(context, 'secretary').name },
    });
    const { key: other } = await submit(context, [council]);
    await withdraw(context, 'isk', other);
    expect(await refusal(() => record(context, 'secretary', other))).toBe('approvals.nothingToRecord');
    expect((await named(() => record(context, 'secretary', other)))[0]).toBe(personRef(context, 'isk').name);
    expect(context.list(ApprovalRequests).get(other)?.stages[0]?.decision).toBeUndefined();
  });

  it('is the CISO’s when nobody holds that office or acts in it', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    await context
      .list(RoleAssignments)
      .update('councilSecretary_secretary_all', () => ({ deputyId: person('deputy') }));
    await onLeave(context, 'secretary');
    expect(await refusal(() => record(context, 'ciso', key))).toBe('approvals.mayNotRecord');
    await onLeave(context, 'deputy');
    expect(await record(context, 'ciso', key)).toMatchObject({ state: 'approved' });
  });

  it('is of a meeting that was held, and not long before', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council, aStage()]);
    const on = (date: string) => refusal(() => record(context, 'secretary', key, { meetingOn: day(date) }));
    expect(await on('2026-11-25')).toBe('approvals.meetingInFuture');
    expect(await on('2026-09-24')).toBe('approvals.meetingTooEarly');
    expect(await refusal(() => record(context, 'secretary', key, { stage: 2 }))).toBe('approvals.noSuchRequest');
    const after = await record(context, 'secretary', key, { meetingOn: day('2026-09-25'), outcome: 'returned' });
    expect(after).toMatchObject({ state: 'returned', stages: [{ state: 'returned' }, { state: 'skipped' }] });
  });

  it('waits for its turn, and approves nothing that was changed', async () => {
    const { context, thing } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' }), council]);
    expect(await refusal(() => record(context, 'secretary', request.key, { stage: 2 }))).toBe('approvals.stageNotOpen');
    await vote(context, request, 'mia', 'approve');
    thing.content = undefined;
    expect(await refusal(() => record(context, 'secretary', request.key, { stage: 2 }))).toBe(
      'approvals.contentChanged',
    );
    const after = await record(context, 'secretary', request.key, { stage: 2, outcome: 'rejected' });
    expect(after.state).toBe('rejected');
  });
});

describe('attachMinutes', () => {
  it('adds one file to a decision that is recorded', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    const attach = async (who: string, file = minutes) =>
      attachMinutes(context, the(context, who), { requestKey: key, stage: 1, minutes: file });
    expect(await refusal(() => attach('secretary'))).toBe('approvals.noSuchRequest');
    await record(context, 'secretary', key);
    expect(await refusal(() => attach('isk'))).toBe('approvals.mayNotRecord');
    await attach('secretary');
    expect(await attach('secretary')).toMatchObject({
      stages: [{ decision: { minutes: { hash: 'abc' }, minutesBy: 'secretary' } }],
    });
    expect(await refusal(() => attach('secretary', { ...minutes, hash: 'def' }))).toBe('approvals.minutesAttached');
  });
});

describe('the time line', () => {
  it('tells everything in order, with who acted for whom', async () => {
    const { context, setNow } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' }), council]);
    setNow('2026-11-24T10:00:00.000Z');
    await changeSeat(context, 'mia', { deputyId: person('deputy') });
    await onLeave(context, 'mia');
    await vote(context, request, 'deputy', 'abstain');
    setNow('2026-11-24T11:00:00.000Z');
    await vote(context, request, 'nils', 'abstain');
    await vote(context, request, 'nils', 'approve');
    setNow('2026-11-25T11:00:00.000Z');
    await record(context, 'secretary', request.key, { stage: 2 });
    await attachMinutes(context, the(context, 'secretary'), { requestKey: request.key, stage: 2, minutes });
    const told = eventsOf(stored(context, request)).map(({ what, person: who, inPlaceOf, stage }) =>
      [what, stage, who, inPlaceOf].filter((part) => part !== undefined).join(' '),
    );
    expect(told).toEqual([
      'submitted isk',
      'stageOpened 1',
      'voted 1 deputy mia',
      'voted 1 nils',
      'voteChanged 1 nils',
      'stageClosed 1',
      'stageOpened 2',
      'recorded 2 secretary',
      'stageClosed 2',
      'minutesAttached 2 secretary',
      'ended',
    ]);
  });

  it('ends with the withdrawal when there was one', async () => {
    const { context } = await aBody();
    const { key } = await submit(context);
    const request = await withdraw(context, 'isk', key, 'Fejl');
    expect(eventsOf(request).at(-1)).toMatchObject({ what: 'withdrawn', person: 'isk', text: 'Fejl' });
  });
});
