import { describe, expect, it } from 'vitest';
import {
  continueApprovals,
  maySeeApproval,
  recordDecision,
  recordDecisionSource,
  resubmitSource,
  stageKey,
  voteSource,
  withdrawApproval,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { day, person, the } from '../organisation/builders.ts';
import { aBody, aStage, changeSeat, council, management, managers, onLeave, stored, submit, vote } from './a-body.ts';

const owed = (context: Context) => [...voteSource.all(context, todayOf(context.clock))];
const votes = (context: Context) =>
  owed(context)
    .map(({ personId, state, passed }) => [personId, state, ...(passed ? [passed.from] : [])].join(' '))
    .sort();

describe('what is owed for approvals', () => {
  it('is a vote by everybody with a seat, the deputy’s while the member is on leave', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage()], 'ole');
    await vote(context, request, 'mia', 'approve');
    await changeSeat(context, 'nils', { deputyId: person('deputy') });
    await onLeave(context, 'nils');
    await onLeave(context, 'pia');
    expect(votes(context)).toEqual(['chair open', 'deputy open nils', 'mia done', 'pia paused']);
    expect(voteSource.of(context, person('chair'), todayOf(context.clock))).toEqual([
      expect.objectContaining({
        ...{ kind: 'vote', due: '2026-12-01', since: '2026-11-24', personal: true, path: `/approvals/${request.key}` },
        subject: { key: stageKey(request, 1), title: 'Adgang' },
      }),
    ]);
    expect(new Set(owed(context).map(({ key }) => key)).size).toBe(4);
  });

  it('is done for those who voted when the stage is decided, and is forgotten after a month', async () => {
    const { context, setNow } = await aBody();
    const request = await submit(context, [managers]);
    expect(votes(context)).toEqual(['manager open']);
    expect(owed(context)[0]?.centreId).toBe('nord');
    await vote(context, request, 'manager', 'approve');
    expect(votes(context)).toEqual(['manager done']);
    setNow('2026-12-30T09:00:00.000Z');
    expect(votes(context)).toEqual([]);
  });

  it('is for the secretary to record what a meeting decided', async () => {
    const { context } = await aBody();
    const request = await submit(context, [council]);
    const work = () => recordDecisionSource.work(context, todayOf(context.clock));
    expect(votes(context)).toEqual([]);
    expect(work()).toEqual([
      expect.objectContaining({ state: 'open', due: '2026-12-24', responsible: { role: 'cityCouncil' } }),
    ]);
    await recordDecision(context, the(context, 'secretary'), {
      ...{ requestKey: request.key, stage: 1, meetingOn: day('2026-11-24'), itemNumber: '1', outcome: 'approved' },
    });
    expect(work()).toEqual([expect.objectContaining({ state: 'done' })]);
  });

  it('is to come again with what was sent back, until the next round or the end of the thing', async () => {
    const { context, thing } = await aBody();
    const work = () => resubmitSource.work(context, todayOf(context.clock));
    const request = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, request, 'mia', 'askChanges');
    await continueApprovals(context);
    expect(work()).toEqual([
      expect.objectContaining({ due: '2026-12-08', path: '/things/adgang', responsible: { personId: 'isk' } }),
    ]);
    const { content } = thing;
    thing.content = undefined;
    expect(work()).toEqual([]);
    thing.content = content;
    const next = await submit(context);
    expect(work()).toEqual([]);
    await withdrawApproval(context, the(context, 'isk'), { requestKey: next.key });
    expect(work()).toEqual([]);
  });
});

describe('who may read a request', () => {
  it('is who sent it, decides or decided it, the bodies it has come to and those who read all', async () => {
    const { context } = await aBody();
    const request = await submit(context, [managers, aStage({ rule: 'one' }), management, council]);
    const readers = () =>
      ['isk', 'manager', 'chair', 'anna', 'secretary', 'ciso', 'team', 'auditor', 'other', 'deputy'].filter((who) =>
        maySeeApproval(context, the(context, who), stored(context, request)),
      );
    expect(readers()).toEqual(['isk', 'manager', 'chair', 'ciso', 'team', 'auditor']);
    await vote(context, request, 'manager', 'approve');
    await vote(context, request, 'mia', 'approve', { stage: 2 });
    expect(readers()).toEqual(['isk', 'manager', 'chair', 'anna', 'ciso', 'team', 'auditor']);
    for (const who of ['anna', 'bent']) await vote(context, request, who, 'approve', { stage: 3 });
    expect(readers()).toContain('secretary');
    expect(readers()).not.toContain('other');
  });
});
