import { beforeEach, expect, test } from 'vitest';
import {
  ApprovalRequests,
  approvalKind,
  continueApprovals,
  peopleToVote,
  recordDecision,
  stageKey,
  voteSource,
  type ApprovalRequest,
} from '../../../api/approvals/index.ts';
import { approvalView } from '../../../api/approvals/views/approval-view.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { aBody, aStage, council, management, stored, submit, vote } from './a-body.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aBody());
});
/** Another state is chosen in the list by hand, without changing the other columns. */
const endByHand = async ({ key }: ApprovalRequest) =>
  context.list(ApprovalRequests).update(key, () => ({ state: 'withdrawn' }));

test('what somebody ended in the list is decided by nobody any more', async () => {
  const request = await submit(context, [aStage({ body: 'corporateManagement', rule: 'one' })]);
  const ended = await endByHand(request);
  expect(await refusal(() => vote(context, request, 'anna', 'approve'))).toBe('approvals.stageClosed');
  expect(stored(context, request)).toMatchObject({ state: 'withdrawn', stages: [{ votes: [] }] });
  expect(peopleToVote(context, ended, ended.stages[0] ?? expect.fail())).toEqual([]);
  expect(approvalKind.isOver?.(context, stageKey(request, 1))).toBe(true);
  expect(voteSource.all(context, todayOf(context.clock))).toEqual([]);
  const view = approvalView(context, the(context, 'anna'), ended);
  expect(view).toMatchObject({ mine: 'none', abilities: { vote: false } });
});

test('neither its day nor a meeting decides it', async () => {
  const external = await submit(context, [council]);
  await endByHand(external);
  const given = { requestKey: external.key, stage: 1, meetingOn: day('2026-11-24'), itemNumber: '4' } as const;
  const record = () => recordDecision(context, the(context, 'secretary'), { ...given, outcome: 'approved' });
  expect(await refusal(record)).toBe('approvals.nothingToRecord');
});

test('and time carries it no further', async () => {
  const request = await submit(context, [management]);
  await vote(context, request, 'anna', 'approve');
  await endByHand(request);
  setNow('2027-03-01T10:00:00.000Z');
  await continueApprovals(context);
  expect(stored(context, request).state).toBe('withdrawn');
});
