import { describe, expect, it } from 'vitest';
import {
  approvalActs,
  ApprovalRequests,
  attachMinutes,
  correctDecision,
  eventsOf,
  postponeDecision,
  recordDecision,
  recordDecisionSource,
  type CorrectDecision,
  type FrozenFile,
  type PostponeDecision,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { aBody, aStage, council, submit } from './a-body.ts';

const postpone = (context: Context, who: string, requestKey: string, changes: Partial<PostponeDecision> = {}) =>
  postponeDecision(context, the(context, who), {
    requestKey,
    stage: 1,
    meetingOn: day('2026-11-24'),
    itemNumber: '12',
    nextMeetingOn: day('2027-03-16'),
    ...changes,
  });
const record = (context: Context, requestKey: string, meetingOn = '2026-11-20') =>
  recordDecision(context, the(context, 'secretary'), {
    requestKey,
    stage: 1,
    meetingOn: day(meetingOn),
    itemNumber: '12',
    outcome: 'approved',
    note: 'Enstemmigt',
  });
const correct = (context: Context, who: string, requestKey: string, changes: Partial<CorrectDecision> = {}) =>
  correctDecision(context, the(context, who), {
    requestKey,
    stage: 1,
    meetingOn: day('2026-11-23'),
    itemNumber: '14',
    note: 'Enstemmigt',
    corrections: context.list(ApprovalRequests).get(requestKey)?.stages[0]?.decision?.corrections?.length ?? 0,
    removeMinutes: false,
    reason: ' Forkert punkt ',
    ...changes,
  });
const aFile = (name: string): FrozenFile => ({
  id: name,
  versionId: '1.0',
  hash: name,
  name,
  size: 9,
  type: 'application/pdf',
});

describe('postponeDecision', () => {
  it('decides nothing: the case stays open, is owed after the next meeting, and the meeting is in its history', async () => {
    const { context, thing } = await aBody();
    const { key } = await submit(context, [council]);
    const after = await postpone(context, 'secretary', key, { note: ' Mangler økonomi ' });
    expect(after).toMatchObject({
      state: 'open',
      stages: [
        {
          state: 'open',
          dueOn: '2027-03-23',
          postponements: [{ nextMeetingOn: '2027-03-16', note: 'Mangler økonomi' }],
        },
      ],
    });
    expect(thing.told).toEqual([]);
    expect(eventsOf(after).at(-1)).toMatchObject({
      what: 'postponed',
      nextMeetingOn: '2027-03-16',
      text: 'Mangler økonomi',
    });
    expect(approvalActs(after).at(-1)).toMatchObject({ act: 'postponeDecision', actorId: 'secretary' });
    const owed = recordDecisionSource.work(context, todayOf(context.clock));
    expect(owed).toMatchObject([{ kind: 'recordDecision', state: 'open', due: '2027-03-23' }]);
    expect(await record(context, key, '2026-11-24')).toMatchObject({ state: 'approved' });
  });

  it('is found by its repeat; another day for the next meeting is added and counts, never before the own deadline', async () => {
    const { context } = await aBody();
    const { key, stages } = await submit(context, [council]);
    await postpone(context, 'secretary', key);
    await postpone(context, 'secretary', key);
    const again = await postpone(context, 'secretary', key, { nextMeetingOn: day('2026-12-01') });
    expect(again.stages[0]).toMatchObject({
      postponements: [{ nextMeetingOn: '2027-03-16' }, { nextMeetingOn: '2026-12-01' }],
      dueOn: stages[0]?.dueOn,
    });
  });

  it('is the secretary’s, of a meeting that was held, to a later day, while the case is open', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council, aStage()]);
    const refused = (changes: Partial<PostponeDecision>, who = 'secretary') =>
      refusal(() => postpone(context, who, key, changes));
    expect(await refused({}, 'ciso')).toBe('approvals.mayNotRecord');
    expect(await refused({ nextMeetingOn: undefined })).toBe('approvals.nextMeetingNeeded');
    expect(await refused({ nextMeetingOn: day('2026-11-24') })).toBe('approvals.nextMeetingTooEarly');
    expect(await refused({ meetingOn: day('2026-11-25') })).toBe('approvals.meetingInFuture');
    expect(await refused({ meetingOn: day('2026-09-01') })).toBe('approvals.meetingTooEarly');
    expect(await refused({ stage: 2 })).toBe('approvals.noSuchRequest');
    expect(context.list(ApprovalRequests).get(key)?.stages[0]?.postponements).toBeUndefined();
    await record(context, key);
    expect(await refused({})).toBe('approvals.nothingToRecord');
  });

  it('waits for its turn', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [aStage({ rule: 'one' }), council]);
    expect(await refusal(() => postpone(context, 'secretary', key, { stage: 2 }))).toBe('approvals.stageNotOpen');
  });
});

describe('correctDecision', () => {
  it('keeps the record as it stood, with who corrected it, when and why; the outcome and what followed stand', async () => {
    const { context, thing } = await aBody();
    const { key } = await submit(context, [council]);
    await record(context, key);
    const after = await correct(context, 'secretary', key);
    expect(after).toMatchObject({
      state: 'approved',
      stages: [
        {
          decision: {
            meetingOn: '2026-11-23',
            itemNumber: '14',
            outcome: 'approved',
            by: 'secretary',
            corrections: [
              {
                meetingOn: '2026-11-20',
                itemNumber: '12',
                note: 'Enstemmigt',
                by: 'secretary',
                reason: 'Forkert punkt',
              },
            ],
          },
        },
      ],
    });
    expect(thing.told).toEqual(['approved']);
    expect(approvalActs(after).map(({ act }) => act)).toContain('correctDecision');
    expect(eventsOf(after).find(({ what }) => what === 'corrected')).toMatchObject({ text: 'Forkert punkt' });
    await correct(context, 'secretary', key);
    expect(context.list(ApprovalRequests).get(key)?.stages[0]?.decision?.corrections).toHaveLength(1);
  });

  it('takes the wrong minutes off, so that the right ones can be attached; both are in the history', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    await record(context, key);
    const attach = (name: string) =>
      attachMinutes(context, the(context, 'secretary'), { requestKey: key, stage: 1, minutes: aFile(name) });
    await attach('forkert.pdf');
    expect(await refusal(() => attach('referat.pdf'))).toBe('approvals.minutesAttached');
    await correct(context, 'secretary', key, { removeMinutes: true });
    const after = await attach('referat.pdf');
    expect(after.stages[0]?.decision).toMatchObject({
      minutes: { name: 'referat.pdf' },
      corrections: [{ minutes: { name: 'forkert.pdf' } }],
    });
    const files = approvalActs(after).filter(({ act }) => act === 'attachMinutes');
    expect(files.map(({ occasion }) => occasion)).toEqual(['s1-minutes', 's1-minutes1']);
  });

  it('is the secretary’s, of something recorded, of a meeting that was held', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    expect(await refusal(() => correct(context, 'secretary', key))).toBe('approvals.noSuchRequest');
    await record(context, key);
    for (const who of ['ciso', 'chair', 'isk', 'auditor'])
      expect(await refusal(() => correct(context, who, key))).toBe('approvals.mayNotCorrect');
    expect(await refusal(() => correct(context, 'secretary', key, { meetingOn: day('2026-11-25') }))).toBe(
      'approvals.meetingInFuture',
    );
    expect(context.list(ApprovalRequests).get(key)?.stages[0]?.decision?.corrections).toBeUndefined();
  });

  it('is refused to somebody who has not seen what another has corrected, and says who did', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    await record(context, key);
    await correct(context, 'secretary', key);
    const other = correct(context, 'secretary', key, { meetingOn: day('2026-11-22'), corrections: 0 });
    await expect(other).rejects.toMatchObject({
      code: 'approvals.correctedMeanwhile',
      details: { name: the(context, 'secretary').name },
    });
    expect(context.list(ApprovalRequests).get(key)?.stages[0]?.decision?.meetingOn).toBe('2026-11-23');
  });

  it('ends after twenty, with what to do instead', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    await record(context, key);
    for (let time = 1; time <= 20; time += 1)
      await correct(context, 'secretary', key, { itemNumber: `${time}`, reason: 'x' });
    expect(await refusal(() => correct(context, 'secretary', key))).toBe('approvals.correctedTooOften');
  });
});
