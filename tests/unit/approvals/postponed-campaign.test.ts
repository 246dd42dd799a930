import { expect, test } from 'vitest';
import {
  approvalPostponedKind,
  ApprovalRequests,
  continueApprovals,
  postponeDecision,
  recordDecision,
  type PostponeDecision,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { day, person, the } from '../organisation/builders.ts';
import { aBody, council, submit } from './a-body.ts';

const told = (context: Context) =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind }) => kind === approvalPostponedKind.kind)
    .map(({ subjectKey }) => subjectKey);
const postpone = (context: Context, requestKey: string, changes: Partial<PostponeDecision> = {}) =>
  postponeDecision(context, the(context, 'secretary'), {
    requestKey,
    stage: 1,
    meetingOn: day('2026-11-24'),
    itemNumber: '12',
    nextMeetingOn: day('2026-12-15'),
    ...changes,
  });
const { audience, isOver, recheck } = approvalPostponedKind;

test('who sent a case hears once when a meeting postpones it, and again only of another day', async () => {
  const { context } = await aBody();
  const { key } = await submit(context, [council]);
  expect(told(context)).toEqual([]);
  await postpone(context, key);
  await continueApprovals(context);
  await postpone(context, key, { note: 'Mangler økonomi' });
  await continueApprovals(context);
  expect(told(context)).toEqual([`${key}_s1_postponed0`]);
  const [first = ''] = told(context);
  expect(audience(context, first)).toEqual(['isk']);
  expect(recheck(context, first, person('isk'))).toBe('send');
  expect(recheck(context, first, person('secretary'))).toBe('notNeeded');
  await postpone(context, key, { nextMeetingOn: day('2027-01-12') });
  expect(told(context)).toEqual([first, `${key}_s1_postponed2`]);
  expect(audience(context, first)).toEqual([]);
  expect(isOver?.(context, first)).toBe(true);
});

test('it is no news once the case is decided, or the meeting is past', async () => {
  const { context, setNow } = await aBody();
  const { key } = await submit(context, [council]);
  await postpone(context, key);
  const subjectKey = `${key}_s1_postponed0`;
  setNow('2026-12-15T09:00:00Z');
  expect(audience(context, subjectKey)).toEqual(['isk']);
  setNow('2026-12-16T09:00:00Z');
  expect(audience(context, subjectKey)).toEqual([]);
  setNow('2026-12-15T09:00:00Z');
  const meeting = { requestKey: key, stage: 1, meetingOn: day('2026-12-15'), itemNumber: '3' };
  await recordDecision(context, the(context, 'secretary'), { ...meeting, outcome: 'approved', note: undefined });
  expect(audience(context, subjectKey)).toEqual([]);
});

test('who records the postponement of a case of their own is not told of it', async () => {
  const { context } = await aBody();
  const { key } = await submit(context, [council]);
  await context.list(ApprovalRequests).update(key, () => ({ submittedBy: person('secretary') }));
  await postpone(context, key);
  expect(told(context)).toEqual([]);
});
