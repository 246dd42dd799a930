import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  Agendas,
  agendaKind,
  ApprovalRequests,
  approvalCampaignKey,
  approvalKind,
  continueApprovals,
  declareApprovalSubjects,
  stageKey,
} from '../../../api/approvals/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { moment } from '../policy/builders.ts';
import { day, person, refusal } from '../organisation/builders.ts';
import {
  aBody,
  aStage,
  changeSeat,
  committee,
  council,
  declareThing,
  management,
  onLeave,
  removeMember,
  stored,
  submit,
  vote,
} from './a-body.ts';

afterEach(() => vi.restoreAllMocks());

/** Those requesting a decision. */
const campaigns = (context: Context) =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind }) => kind === 'approval')
    .map(({ key }) => key);
const audited = (context: Context) =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title, actorId }) => `${title} ${actorId}`);
const anAgenda = (context: Context, requestKeys: string[], state: 'draft' | 'sent' | 'closed' = 'sent') =>
  context.list(Agendas).create({
    ...{ key: 'agenda-1', title: 'Møde', body: 'securityCommittee', meetsOn: day('2026-12-01'), note: '', requestKeys },
    ...{ state, madeBy: person('ciso'), madeAt: moment('2026-11-24T09:00:00.000Z') },
  });

describe('continueApprovals', () => {
  it('asks the open stage by card, one campaign a stage', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' }), management, council]);
    const key = (stage: number) => approvalCampaignKey(stageKey(request, stage));
    expect(campaigns(context)).toEqual([key(1)]);
    await vote(context, request, 'mia', 'approve');
    await continueApprovals(context);
    for (const who of ['anna', 'bent']) await vote(context, request, who, 'approve', { stage: 2 });
    await continueApprovals(context);
    // For a meeting's decision its secretary gets a card when the case arrives.
    expect(campaigns(context)).toEqual([key(1), key(2), key(3)]);
    expect(stored(context, request).stages[2]?.state).toBe('open');
  });

  it('leaves the cards to the agenda that the request stands on', async () => {
    const { context } = await aBody();
    const other = await submit(context);
    const begun = campaigns(context).length;
    await anAgenda(context, ['thing_adgang_2', 'x']);
    await context.list(ApprovalRequests).update(other.key, () => ({ state: 'withdrawn', endedAt: other.submittedAt }));
    const request = await submit(context);
    expect(request.key).toBe('thing_adgang_2');
    expect(campaigns(context)).toHaveLength(begun);
    await context.list(Agendas).update('agenda-1', () => ({ state: 'closed' }));
    await continueApprovals(context);
    expect(campaigns(context)).toHaveLength(begun + 1);
  });

  it('appends everything to the audit trail once, without reasons', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, request, 'mia', 'abstain');
    await vote(context, request, 'mia', 'reject', { reason: 'Hemmelig begrundelse' });
    for (let turn = 0; turn < 3; turn += 1) await continueApprovals(context);
    expect(audited(context)).toEqual([
      'submitForApproval isk',
      'voteOnApproval mia',
      'voteOnApproval mia',
      'closeStage system',
      'endApproval system',
    ]);
    expect(JSON.stringify(context.list(AuditEntries).all())).not.toContain('Hemmelig');
  });

  it('has the end of a stage in the trail with the vote that led to it, also while the next cards cannot be sent', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' }), management]);
    vi.spyOn(context.list(Campaigns), 'create').mockRejectedValue(unavailable('sharepoint.away'));
    await vote(context, request, 'mia', 'approve');
    expect(await refusal(() => continueApprovals(context))).toBe('sharepoint.away');
    expect(audited(context)).toEqual(['submitForApproval isk', 'voteOnApproval mia', 'closeStage system']);
  });

  it('tells the feature once, also after a crash between the write and what follows', async () => {
    const { context, thing } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' })]);
    thing.fails = unavailable('sharepoint.away');
    await vote(context, request, 'mia', 'approve');
    expect(await refusal(() => continueApprovals(context))).toBe('sharepoint.away');
    expect(stored(context, request).carriedOnAt).toBeUndefined();
    delete thing.fails;
    await Promise.all([continueApprovals(context), continueApprovals(context)]);
    expect(thing.told).toEqual(['approved']);
    expect(stored(context, request).carriedOnAt).toBeDefined();
  });

  it('lets one request fail alone, and tells at the end', async () => {
    const { context, thing } = await aBody();
    const first = await submit(context, [aStage({ rule: 'one' })]);
    thing.fails = unavailable('sharepoint.away');
    await vote(context, first, 'mia', 'approve');
    const second = await submit(context, [aStage({ rule: 'all' })]);
    for (const who of committee.slice(1)) await vote(context, second, who, 'approve');
    await removeMember(context, 'chair');
    expect(await refusal(() => continueApprovals(context))).toBe('sharepoint.away');
    expect(stored(context, second).state).toBe('approved');
  });

  it('keeps an end that no feature knows yet for later', async () => {
    const { context, thing } = await aBody();
    declareApprovalSubjects(context, []);
    const request = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, request, 'mia', 'approve');
    await continueApprovals(context);
    expect(stored(context, request)).toMatchObject({ state: 'approved' });
    expect(stored(context, request).carriedOnAt).toBeUndefined();
    declareThing(context, thing);
    await continueApprovals(context);
    expect(thing.told).toEqual(['approved']);
  });

  it('closes by the due day what enough have voted on, and nothing else', async () => {
    const { context, setNow } = await aBody();
    const request = await submit(context, [aStage(), management]);
    for (const who of ['mia', 'nils']) await vote(context, request, who, 'approve');
    setNow('2026-12-02T09:00:00.000Z');
    await continueApprovals(context);
    expect(stored(context, request).stages[0]?.state).toBe('open');
    await vote(context, request, 'ole', 'askChanges');
    expect(stored(context, request)).toMatchObject({
      stages: [
        { state: 'approved', closedBy: 'deadline' },
        { state: 'open', dueOn: '2026-12-09' },
      ],
    });
  });

  it('approves by time nothing that was changed after it was sent', async () => {
    const { context, setNow, thing } = await aBody();
    const request = await submit(context);
    for (const who of ['mia', 'nils']) await vote(context, request, who, 'approve');
    await vote(context, request, 'ole', 'reject');
    thing.content = undefined;
    setNow('2026-12-02T09:00:00.000Z');
    await continueApprovals(context);
    expect(stored(context, request).state).toBe('open');
  });

  it('writes nothing when all is done', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, request, 'mia', 'approve');
    await submit(context);
    await continueApprovals(context);
    const spies = [ApprovalRequests, AuditEntries, Campaigns].flatMap((list) => [
      vi.spyOn(context.list<{ key: string }>(list as never), 'create'),
      vi.spyOn(context.list<{ key: string }>(list as never), 'update'),
    ]);
    await continueApprovals(context);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe('who gets the card', () => {
  it('is whoever acts and has not voted, looked at again when it is sent', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage()], 'ole');
    const key = stageKey(request, 1);
    await vote(context, request, 'mia', 'approve');
    await changeSeat(context, 'nils', { deputyId: person('deputy') });
    await onLeave(context, 'nils');
    expect(approvalKind.audience(context, key)).toEqual(['chair', 'deputy', 'pia']);
    const recheck = (who: string) => approvalKind.recheck(context, key, person(who));
    expect(['chair', 'deputy', 'mia', 'nils', 'ole', 'gone'].map(recheck)).toEqual([
      ...['send', 'send', 'notNeeded', 'notNeeded', 'notNeeded', 'left'],
    ]);
    expect(approvalKind.isOver?.(context, key)).toBe(false);
    for (const who of ['chair', 'deputy']) await vote(context, request, who, 'approve');
    expect(approvalKind.isOver?.(context, key)).toBe(true);
    expect(approvalKind.audience(context, key)).toEqual([]);
    expect(approvalKind.isOver?.(context, 'thing_none_1_s1')).toBe(true);
    await context.list(People).update('pia', () => ({ teams: false }));
    expect(approvalKind.notApplicable(context, person('pia'))).toBe('noTeams');
  });

  it('of an agenda is whoever has something on it to vote on', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage()], 'ole');
    await anAgenda(context, [request.key], 'draft');
    expect(agendaKind.audience(context, 'agenda-1')).toEqual([]);
    await context.list(Agendas).update('agenda-1', () => ({ state: 'sent' }));
    await vote(context, request, 'mia', 'approve');
    expect(agendaKind.audience(context, 'agenda-1')).toEqual(['chair', 'nils', 'pia']);
    expect(agendaKind.recheck(context, 'agenda-1', person('mia'))).toBe('notNeeded');
    expect(agendaKind.isOver?.(context, 'agenda-1')).toBe(false);
    await context.list(Agendas).update('agenda-1', () => ({ state: 'closed' }));
    expect(agendaKind.isOver?.(context, 'agenda-1')).toBe(true);
  });
});
