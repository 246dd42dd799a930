import { describe, expect, it } from 'vitest';
import {
  approvalSummary,
  continueApprovals,
  correctDecision,
  postponeDecision,
  recordDecision,
  type RecordDecision,
} from '../../../api/approvals/index.ts';
import { requestOrThrow } from '../../../api/approvals/requests.ts';
import type { Context } from '../../../api/context.ts';
import { policyVersion, yearlyApproval } from '../../../api/policy/index.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { aGoverningTown, decide, submitted, theOpen } from './approval-builders.ts';

/** A policy that is with Byrådet. */
async function withCouncil() {
  const { context } = await aGoverningTown();
  const { key } = await submitted(context);
  await decide(context);
  await decide(context);
  return { context, key, requestKey: theOpen(context).key };
}

const record = async (context: Context, requestKey: string, changes: Partial<RecordDecision> = {}) => {
  const request = await recordDecision(context, the(context, 'secretary'), {
    requestKey,
    stage: 3,
    meetingOn: day('2026-11-24'),
    itemNumber: '12',
    outcome: 'approved',
    ...changes,
  });
  await continueApprovals(context);
  return request;
};

describe('a policy that Byrådet postpones', () => {
  it('says on its own page to which meeting, until it is decided', async () => {
    const { context, requestKey } = await withCouncil();
    await postponeDecision(context, the(context, 'secretary'), {
      requestKey,
      stage: 3,
      meetingOn: day('2026-11-24'),
      itemNumber: '12',
      nextMeetingOn: day('2027-01-19'),
    });
    const way = () => approvalSummary(context, requestOrThrow(context, requestKey)).stages[2];
    expect(way()).toMatchObject({ state: 'open', postponedTo: '2027-01-19' });
    await record(context, requestKey);
    expect(way()?.postponedTo).toBeUndefined();
  });
});

describe('a policy that Byrådet approves', () => {
  it('with a later first day than proposed is in force from that day, and is not asked about before', async () => {
    const { context, key, requestKey } = await withCouncil();
    const after = await record(context, requestKey, { appliesFrom: day('2027-02-01') });
    expect(after.stages[2]?.decision).toMatchObject({ appliesFrom: '2027-02-01' });
    expect(policyVersion(context, key)).toMatchObject({ state: 'published', effectiveOn: '2027-02-01' });
    await record(context, requestKey, { appliesFrom: day('2027-02-01') });
    expect(await refusal(() => record(context, requestKey))).toBe('approvals.alreadyRecorded');
  });

  it('is not recorded with an earlier first day than proposed, and the proposed one is not stored twice', async () => {
    const { context, requestKey } = await withCouncil();
    expect(await refusal(() => record(context, requestKey, { appliesFrom: day('2026-11-01') }))).toBe(
      'approvals.appliesTooEarly',
    );
    const after = await record(context, requestKey, { appliesFrom: day('2026-11-24') });
    expect(after.stages[2]?.decision?.appliesFrom).toBeUndefined();
  });

  it('is next due a year after the meeting, as its record was corrected', async () => {
    const { context, requestKey } = await withCouncil();
    await record(context, requestKey);
    expect(yearlyApproval(context).nextDue).toBe('2027-11-24');
    await correctDecision(context, the(context, 'secretary'), {
      requestKey,
      stage: 3,
      meetingOn: day('2026-11-17'),
      itemNumber: '12',
      removeMinutes: false,
      corrections: 0,
      reason: 'Forkert dato',
    });
    expect(yearlyApproval(context).nextDue).toBe('2027-11-17');
  });
});
