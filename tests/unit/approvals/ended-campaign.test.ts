import { describe, expect, it } from 'vitest';
import { approvalEndedKind, continueApprovals, withdrawApproval } from '../../../api/approvals/index.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import type { Context } from '../../../api/context.ts';
import { the, person } from '../organisation/builders.ts';
import { aBody, aStage, submit, vote } from './a-body.ts';

const told = (context: Context) =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind }) => kind === approvalEndedKind.kind)
    .map(({ subjectKey }) => subjectKey);

describe('the message to who sent it', () => {
  it('is begun once when the request has ended, and not before', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' }), aStage({ rule: 'one', body: 'ciso' })]);
    await vote(context, request, 'mia', 'approve');
    await continueApprovals(context);
    expect(told(context)).toEqual([]);
    expect(approvalEndedKind.audience(context, request.key)).toEqual([]);
    await vote(context, request, 'ciso', 'askChanges', { stage: 2 });
    await continueApprovals(context);
    await continueApprovals(context);
    expect(told(context)).toEqual([request.key]);
    expect(approvalEndedKind.audience(context, request.key)).toEqual(['isk']);
    expect(approvalEndedKind.recheck(context, request.key, person('isk'))).toBe('send');
    expect(approvalEndedKind.recheck(context, request.key, person('mia'))).toBe('notNeeded');
  });

  it('is not sent to who took it back, but to whose it was when another did', async () => {
    const { context } = await aBody();
    const own = await submit(context);
    await withdrawApproval(context, the(context, 'isk'), { requestKey: own.key });
    expect(told(context)).toEqual([]);
    const other = await submit(context);
    await withdrawApproval(context, the(context, 'ciso'), { requestKey: other.key });
    expect(told(context)).toEqual([other.key]);
  });

  it('is no news after a month', async () => {
    const { context, setNow } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, request, 'mia', 'approve');
    setNow('2027-01-10T09:00:00Z');
    expect(approvalEndedKind.audience(context, request.key)).toEqual([]);
    expect(approvalEndedKind.isOver?.(context, request.key)).toBe(true);
  });
});
