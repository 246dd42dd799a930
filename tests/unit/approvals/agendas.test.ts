import { describe, expect, it } from 'vitest';
import {
  Agendas,
  agendaKind,
  agendaOf,
  approvalCampaignKey,
  approvalKind,
  changeAgenda,
  closeAgenda,
  putPaperOnAgenda,
  continueAgendas,
  continueApprovals,
  makeAgenda,
  sendAgenda,
  stageKey,
  submitForApproval,
  voteOnAgenda,
  withdrawApproval,
  type AgendaGiven,
} from '../../../api/approvals/index.ts';
import { agendaView as shown } from '../../../api/approvals/contract.ts';
import { agendasView, agendaView } from '../../../api/approvals/views/agenda-views.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { nameDeputy, personRef } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { day, named, person, refusal, the } from '../organisation/builders.ts';
import { aBody, aStage, council, management, onLeave, stored, vote } from './a-body.ts';

const send = (context: Context, key: string, stages = [aStage()]) =>
  submitForApproval(context, the(context, 'isk'), {
    ...{ subjectKind: 'other', subjectKey: key, summary: `Om ${key}`, stages },
    content: { title: `Sag ${key}`, text: key },
  });
const given = (requestKeys: string[], changes: Partial<AgendaGiven> = {}): AgendaGiven => ({
  ...{ title: 'Decembermøde', body: 'securityCommittee', meetsOn: day('2026-12-10'), note: 'Kl. 9', requestKeys },
  ...changes,
});
const make = async (context: Context, requestKeys: string[], changes: Partial<AgendaGiven> = {}, who = 'team') =>
  makeAgenda(context, the(context, who), given(requestKeys, changes));
const see = (context: Context, who: string, key: string) => shown.parse(agendaView(context, the(context, who), key));
const ballot = (context: Context, who: string, agendaKey: string, votes: Parameters<typeof voteOnAgenda>[2]['votes']) =>
  voteOnAgenda(context, the(context, who), { agendaKey, votes, via: 'tab' });

/** Three requests with the committee, and the agenda that holds the first two. */
async function aMeeting() {
  const { context, ...world } = await aBody();
  const [first, second, third] = [await send(context, 'a'), await send(context, 'b'), await send(context, 'c')];
  const agenda = await make(context, [first.key, second.key]);
  return { context, ...world, first, second, third, agenda };
}

const meetingDay = '2026-12-10T12:00:00.000Z';

describe('making an agenda', () => {
  it('is for the team, the CISO and the chair of the body', async () => {
    const { context } = await aBody();
    for (const who of ['team', 'ciso', 'chair'])
      expect(await make(context, [], { title: who }, who)).toMatchObject({ state: 'draft', madeBy: who });
    for (const who of ['mia', 'anna', 'auditor', 'isk'])
      expect([who, await refusal(() => make(context, [], {}, who))]).toEqual([who, 'approvals.mayNotMakeAgenda']);
    expect(await make(context, [], { body: 'corporateManagement' }, 'anna')).toMatchObject({ madeBy: 'anna' });
    expect(await refusal(() => make(context, [], { body: 'centreManager' }))).toBe('approvals.agendaBody');
  });

  it('twice makes one, and another by the same name is refused', async () => {
    const { context, agenda, first, second } = await aMeeting();
    expect((await make(context, [first.key, second.key])).key).toBe(agenda.key);
    expect(await refusal(() => make(context, [first.key]))).toBe('approvals.agendaExists');
    expect(await refusal(() => make(context, []))).toBe('approvals.agendaExists');
    expect(context.list(Agendas).all()).toHaveLength(1);
  });

  it('has an item on one of two agendas that are made or changed at the same moment', async () => {
    const { context, third, agenda } = await aMeeting();
    const one = make(context, [third.key], { title: 'Den ene' });
    expect(await refusal(() => make(context, [third.key], { title: 'Den anden' }))).toBe('approvals.onAnotherAgenda');
    const changed = () => changeAgenda(context, the(context, 'team'), agenda.key, given([third.key]));
    expect(await refusal(changed)).toBe('approvals.onAnotherAgenda');
    expect((await one).requestKeys).toEqual([third.key]);
  });

  it('takes only what is with the body and on no other agenda, until that meeting has been held', async () => {
    const { context, agenda, first, setNow } = await aMeeting();
    const elsewhere = await send(context, 'd', [management]);
    const outside = await send(context, 'e', [council]);
    const next = (key: string) => () => make(context, [key], { title: 'Næste' });
    expect(await refusal(next(elsewhere.key))).toBe('approvals.notWithBody');
    expect(await refusal(next(outside.key))).toBe('approvals.notWithBody');
    expect(await refusal(next('none'))).toBe('approvals.noSuchRequest');
    expect(await refusal(next(first.key))).toBe('approvals.onAnotherAgenda');
    setNow(meetingDay);
    await closeAgenda(context, the(context, 'team'), agenda.key);
    expect(await next(first.key)()).toMatchObject({ requestKeys: [first.key] });
  });

  it('offers what may be put on it to those who may, and shows a draft to nobody else', async () => {
    const { context, agenda, third } = await aMeeting();
    expect(see(context, 'team', agenda.key)).toMatchObject({
      ...{ state: 'draft', items: 2, decided: 0, abilities: { edit: true, send: true, close: false } },
      candidates: [{ key: third.key }],
    });
    expect(see(context, 'auditor', agenda.key)).toMatchObject({ abilities: { edit: false }, candidates: [] });
    expect(await refusal(() => see(context, 'mia', agenda.key))).toBe('approvals.mayNotSeeAgenda');
    expect(agendasView(context, the(context, 'mia'))).toMatchObject({ agendas: [], abilities: { make: false } });
    expect(agendasView(context, the(context, 'chair'))).toMatchObject({ agendas: [{}], abilities: { make: true } });
  });
});

describe('changing an agenda', () => {
  it('keeps what it has decided, changes order and items, and stops when the meeting has been held', async () => {
    const { context, agenda, first, second, third, setNow } = await aMeeting();
    const change = async (keys: string[], changes: Partial<AgendaGiven> = {}) =>
      changeAgenda(context, the(context, 'team'), agenda.key, given(keys, changes));
    await sendAgenda(context, the(context, 'team'), agenda.key);
    await withdrawApproval(context, the(context, 'isk'), { requestKey: first.key });
    expect(await change([third.key, first.key])).toMatchObject({ requestKeys: [third.key, first.key], state: 'sent' });
    expect(agendaOf(context, second.key)).toBeUndefined();
    expect(await refusal(() => change([], { body: 'corporateManagement' }))).toBe('approvals.agendaBodyFixed');
    setNow(meetingDay);
    await closeAgenda(context, the(context, 'team'), agenda.key);
    expect(await refusal(() => change([]))).toBe('approvals.agendaClosed');
    expect(await change([third.key, first.key])).toMatchObject({ state: 'closed' });
    const other = () => changeAgenda(context, the(context, 'mia'), agenda.key, given([]));
    expect(await refusal(other)).toBe('approvals.mayNotMakeAgenda');
  });
});

describe('a paper for a meeting', () => {
  it('is told in the trail once, by which the cards of a sent agenda follow', async () => {
    const { context, agenda } = await aMeeting();
    const paper = { key: 'report', path: '/status-reports/report' };
    for (let times = 0; times < 2; times += 1) await putPaperOnAgenda(context, the(context, 'team'), agenda.key, paper);
    const told = context
      .list(AuditEntries)
      .all()
      .filter(({ title, subjectKey }) => title === 'changeAgenda' && subjectKey === agenda.key);
    expect(told).toHaveLength(1);
  });
});

describe('sending an agenda', () => {
  it('sends one card for all of it, once, and no card of its own for what comes after', async () => {
    const { context, agenda, first } = await aMeeting();
    await sendAgenda(context, the(context, 'team'), agenda.key);
    await sendAgenda(context, the(context, 'ciso'), agenda.key);
    const campaigns = () =>
      context
        .list(Campaigns)
        .all()
        .filter(({ kind }) => kind === agendaKind.kind);
    expect(campaigns()).toMatchObject([{ subjectKey: agenda.key, startedBy: 'team', title: 'Decembermøde' }]);
    expect(agendaKind.audience(context, agenda.key)).toEqual(['chair', 'mia', 'nils', 'ole', 'pia']);
    await vote(context, first, 'mia', 'approve');
    expect(agendaKind.recheck(context, agenda.key, person('mia'))).toBe('send');
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toContain('sendAgenda');
  });

  it('asks who joins meanwhile by its own card alone, and by one for each item once the meeting has been held', async () => {
    const { context, agenda, first, third, setNow } = await aMeeting();
    const asked = ({ key }: { key: string }) => approvalKind.audience(context, stageKey({ key }, 1));
    expect(asked(first)).toContain('mia');
    await sendAgenda(context, the(context, 'team'), agenda.key);
    expect([asked(first), asked(third).includes(person('mia'))]).toEqual([[], true]);
    expect(approvalKind.recheck(context, stageKey(first, 1), person('mia'))).toBe('send');
    setNow(meetingDay);
    await closeAgenda(context, the(context, 'team'), agenda.key);
    expect(asked(first)).toContain('mia');
  });

  it('is finished by the job when the program was stopped between the state and the card', async () => {
    const { context, agenda } = await aMeeting();
    await context.list(Agendas).update(agenda.key, () => ({ state: 'sent', sentBy: person('team') }));
    await continueAgendas(context);
    await continueAgendas(context);
    expect(
      context
        .list(Campaigns)
        .all()
        .filter(({ kind }) => kind === 'agenda'),
    ).toHaveLength(1);
  });

  it('needs something on it, and cannot be done after the meeting', async () => {
    const { context, agenda, setNow } = await aMeeting();
    const empty = await make(context, [], { title: 'Tom' });
    expect(await refusal(() => sendAgenda(context, the(context, 'team'), empty.key))).toBe('approvals.agendaEmpty');
    expect(await refusal(() => sendAgenda(context, the(context, 'mia'), agenda.key))).toBe(
      'approvals.mayNotMakeAgenda',
    );
    setNow(meetingDay);
    await closeAgenda(context, the(context, 'team'), agenda.key);
    const again = () => sendAgenda(context, the(context, 'team'), agenda.key);
    expect(await refusal(again)).toBe('approvals.agendaClosed');
    expect(await named(again)).toEqual([personRef(context, 'team').name, todayOf(context.clock)]);
  });
});

describe('what an agenda has decided', () => {
  it('is what its body decided: the withdrawn, what ended before its turn and what is to come are counted apart', async () => {
    const { context } = await aBody();
    const [decided, withdrawn] = [await send(context, 'a'), await send(context, 'b')];
    const agenda = await make(context, [decided.key, withdrawn.key]);
    const [ended, toCome] = [
      await send(context, 'c', [management, aStage()]),
      await send(context, 'd', [management, aStage()]),
    ];
    const requestKeys = [decided, withdrawn, ended, toCome].map(({ key }) => key);
    await context.list(Agendas).update(agenda.key, () => ({ requestKeys }));
    for (const who of ['chair', 'mia', 'nils']) await vote(context, decided, who, 'approve');
    await withdrawApproval(context, the(context, 'isk'), { requestKey: withdrawn.key });
    for (const who of ['anna', 'bent']) await vote(context, ended, who, 'reject');
    expect(see(context, 'team', agenda.key)).toMatchObject({ items: 4, decided: 1, withdrawn: 1, ended: 1, left: 1 });
  });
});

describe('an item', () => {
  it('says what the body of the meeting decided, whatever a later body decides', async () => {
    const { context } = await aBody();
    const request = await send(context, 'a', [aStage(), management]);
    const agenda = await make(context, [request.key]);
    const item = () => see(context, 'team', agenda.key).list[0];
    expect(item()).not.toHaveProperty('decided');
    for (const who of ['chair', 'mia', 'nils']) await vote(context, request, who, 'approve');
    const decided = { outcome: 'approved', on: '2026-11-24' };
    expect(item()).toMatchObject({ decided, approval: { state: 'open', stage: { body: 'corporateManagement' } } });
    for (const who of ['anna', 'bent']) await vote(context, request, who, 'reject', { stage: 2 });
    expect(item()).toMatchObject({ decided, approval: { state: 'rejected' } });
  });
});

describe('closing an agenda', () => {
  it('is for a meeting whose day has come', async () => {
    const { context, agenda, setNow } = await aMeeting();
    await sendAgenda(context, the(context, 'team'), agenda.key);
    expect(see(context, 'team', agenda.key)).toMatchObject({ abilities: { close: false } });
    expect(await refusal(() => closeAgenda(context, the(context, 'team'), agenda.key))).toBe('approvals.meetingToCome');
    setNow(meetingDay);
    expect(see(context, 'team', agenda.key)).toMatchObject({ abilities: { close: true } });
  });

  it('gives what the meeting did not decide cards of its own', async () => {
    const { context, setNow } = await aBody();
    // It reaches the committee after the agenda was sent.
    const request = await send(context, 'a', [management, aStage()]);
    const agenda = await make(context, []);
    for (const who of ['anna', 'bent']) await vote(context, request, who, 'approve');
    await changeAgenda(context, the(context, 'team'), agenda.key, given([request.key]));
    await sendAgenda(context, the(context, 'team'), agenda.key);
    setNow(meetingDay);
    await closeAgenda(context, the(context, 'team'), agenda.key);
    await closeAgenda(context, the(context, 'team'), agenda.key);
    await continueApprovals(context);
    expect(context.list(Campaigns).get(approvalCampaignKey(stageKey(request, 2)))).toBeDefined();
    expect(agendaKind.audience(context, agenda.key)).toEqual([]);
    expect(see(context, 'mia', agenda.key)).toMatchObject({ state: 'closed', waiting: 0 });
  });
});

describe('deciding several items together', () => {
  it('answers for each, and one that fails never stops the rest', async () => {
    const { context, agenda, first, second, third } = await aMeeting();
    context.texts = translator;
    await sendAgenda(context, the(context, 'team'), agenda.key);
    await withdrawApproval(context, the(context, 'isk'), { requestKey: first.key });
    const of = (request: { key: string; contentHash: string }) => ({
      ...{ requestKey: request.key, stage: 1, contentHash: request.contentHash, choice: 'approve' as const },
    });
    const results = await ballot(context, 'mia', agenda.key, [
      of(first),
      { ...of(second), choice: 'reject' },
      of(third),
      of(second),
      of(second),
    ]);
    expect(results.map(({ message, ...rest }) => ({ ...rest, isSaid: message !== undefined }))).toEqual([
      { requestKey: first.key, code: 'approvals.stageClosed', isSaid: true },
      { requestKey: second.key, code: 'approvals.reasonNeeded', isSaid: true },
      { requestKey: third.key, code: 'approvals.notOnAgenda', isSaid: true },
      { requestKey: second.key, isSaid: false },
      { requestKey: second.key, isSaid: false },
    ]);
    expect(results[0]?.message).toContain('trak sagen tilbage den');
    expect(stored(context, second).stages[0]?.votes).toHaveLength(1);
    expect(stored(context, third).stages[0]?.votes).toEqual([]);
    expect(see(context, 'mia', agenda.key)).toMatchObject({
      ...{ items: 2, decided: 0, withdrawn: 1, ended: 0, left: 1, waiting: 0 },
      list: [
        { approval: { state: 'withdrawn' }, vote: false, summary: 'Om a' },
        { approval: { mine: 'voted' }, vote: true },
      ],
    });
  });

  it('is for members and deputies alone', async () => {
    const { context, agenda, first } = await aMeeting();
    await sendAgenda(context, the(context, 'team'), agenda.key);
    await nameDeputy(context, the(context, 'mia'), { key: 'securityCommittee_mia_all', deputyId: person('deputy') });
    await onLeave(context, 'mia');
    const { key: requestKey, contentHash } = first;
    const one = [{ requestKey, stage: 1, contentHash, choice: 'approve' as const }];
    expect(see(context, 'deputy', agenda.key)).toMatchObject({ waiting: 2 });
    expect(await ballot(context, 'deputy', agenda.key, one)).toEqual([{ requestKey }]);
    expect(await ballot(context, 'team', agenda.key, one)).toMatchObject([{ code: 'approvals.notMember' }]);
    expect(await refusal(() => ballot(context, 'other', agenda.key, one))).toBe('approvals.mayNotSeeAgenda');
    expect(await refusal(() => ballot(context, 'mia', 'none', one))).toBe('approvals.noSuchAgenda');
  });

  it('shows how much each item changes against the round before', async () => {
    const { context } = await aBody();
    const first = await send(context, 'a');
    await withdrawApproval(context, the(context, 'isk'), { requestKey: first.key });
    const second = await submitForApproval(context, the(context, 'isk'), {
      ...{ subjectKind: 'other', subjectKey: 'a', summary: '', stages: [aStage()] },
      content: { title: 'Sag a', text: 'a\n\nog mere' },
    });
    const agenda = await make(context, [second.key]);
    expect(see(context, 'team', agenda.key).list).toMatchObject([{ changes: { added: 1, removed: 0, changed: 0 } }]);
  });
});
