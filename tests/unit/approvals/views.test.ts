import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import {
  declareApprovalSubjects,
  maySeeApprovals,
  requestChanges,
  submitForApproval,
  withdrawApproval,
  type ApprovalContent,
  subjectKindName,
  type ApprovalSubject,
} from '../../../api/approvals/index.ts';
import { approvalsContract, approvalView as shown } from '../../../api/approvals/contract.ts';
import { approvalView, requestFor } from '../../../api/approvals/views/approval-view.ts';
import { approvalsView } from '../../../api/approvals/views/approvals-view.ts';
import { approvalsWorkbook } from '../../../api/approvals/views/approvals-workbook.ts';
import { nameDeputy } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { centre, person, refusal, the } from '../organisation/builders.ts';
import { aBody, aStage, council, management, managers, onLeave, removeMember, stored, submit, vote } from './a-body.ts';

const query = approvalsContract['GET /api/approvals'].query;
const list = (context: Context, who: string, asked: Record<string, string> = {}) =>
  approvalsView(context, the(context, who), query.parse(asked));
const seen = (context: Context, who: string, { key }: { key: string }) => {
  const actor = the(context, who);
  return shown.parse(approvalView(context, actor, requestFor(context, actor, key)));
};
const send = (
  context: Context,
  key: string,
  title: string,
  changes: { text?: string; stages?: ReturnType<typeof aStage>[] } = {},
) =>
  submitForApproval(context, the(context, 'isk'), {
    ...{ subjectKind: 'other', subjectKey: key, summary: '', centreId: centre('nord') },
    content: { title, text: changes.text ?? title },
    stages: changes.stages ?? [aStage()],
  });

describe('the list', () => {
  it('shows what waits for the reader, what the reader has sent and what is decided, and counts each', async () => {
    const { context } = await aBody();
    const first = await submit(context);
    const second = await send(context, 'b', 'Besøg', { stages: [aStage({ rule: 'one', days: 9 })] });
    expect(list(context, 'mia')).toMatchObject({
      counts: { waiting: 2, sent: 0, decided: 0, all: 2 },
      approvals: [{ key: first.key, mine: 'vote' }, { key: second.key }],
    });
    await vote(context, first, 'mia', 'approve');
    await vote(context, second, 'mia', 'approve');
    expect(list(context, 'mia')).toMatchObject({ counts: { waiting: 0, decided: 1 }, total: 0 });
    expect(list(context, 'mia', { show: 'all' }).approvals).toMatchObject([
      { key: first.key, mine: 'voted', myChoice: 'approve', stage: { voted: 1, seats: 5, number: 1, of: 1 } },
      { key: second.key, mine: 'none', myChoice: 'approve', state: 'approved' },
    ]);
    expect(list(context, 'isk', { show: 'sent' })).toMatchObject({ total: 1, counts: { sent: 1, decided: 1, all: 2 } });
    expect(list(context, 'isk').approvals).toEqual([]);
  });

  it('counts among what is decided nothing that was withdrawn, and lists just what it counts', async () => {
    const { context } = await aBody();
    const approved = await submit(context, [aStage({ rule: 'one' })]);
    await vote(context, approved, 'mia', 'approve');
    const withdrawn = await send(context, 'b', 'Besøg');
    await withdrawApproval(context, the(context, 'isk'), { requestKey: withdrawn.key });
    for (const show of ['waiting', 'sent', 'decided', 'all'] as const) {
      const { counts, total } = list(context, 'mia', { show });
      expect([show, total]).toEqual([show, counts[show]]);
    }
    expect(list(context, 'mia', { show: 'decided' }).approvals).toMatchObject([{ key: approved.key }]);
    expect(list(context, 'mia').counts).toMatchObject({ decided: 1, all: 2 });
  });

  it('waits for the secretary with what a meeting has decided', async () => {
    const { context } = await aBody();
    await submit(context, [council]);
    expect(list(context, 'secretary').approvals).toMatchObject([{ mine: 'record', stage: { rule: 'external' } }]);
    expect(list(context, 'ciso').counts).toMatchObject({ waiting: 0, all: 1 });
  });

  it('holds only what the reader may see', async () => {
    const { context } = await aBody();
    await submit(context, [managers, aStage(), management]);
    const all = (who: string) => list(context, who, { show: 'all' }).total;
    expect(['isk', 'manager', 'ciso', 'team', 'auditor'].map(all)).toEqual([1, 1, 1, 1, 1]);
    expect(['other', 'anna', 'secretary', 'deputy'].map(all)).toEqual([0, 0, 0, 0]);
  });

  it('is searched by title, sender and centre however å is typed, narrowed, sorted and cut into pages', async () => {
    const { context } = await aBody();
    for (const title of ['Åben låge', 'Ærlighed', 'Zoner', 'Besøg']) await send(context, title, title);
    const titles = (asked: Record<string, string>) =>
      list(context, 'ciso', { show: 'all', ...asked }).approvals.map(({ title }) => title);
    expect(titles({ q: 'aaben laage' })).toEqual(['Åben låge']);
    expect(titles({ q: 'åben' })).toEqual(['Åben låge']);
    expect(titles({ q: 'person isk' })).toHaveLength(4);
    expect(titles({ q: 'center nord zon' })).toEqual(['Zoner']);
    expect(titles({ sort: 'title' })).toEqual(['Besøg', 'Zoner', 'Ærlighed', 'Åben låge']);
    expect(titles({ sort: 'title', descending: 'true', limit: '2' })).toEqual(['Åben låge', 'Ærlighed']);
    expect(titles({ sort: 'title', offset: '2', limit: '1' })).toEqual(['Ærlighed']);
    expect(titles({ kind: 'thing' })).toEqual([]);
    expect(titles({ state: 'approved' })).toEqual([]);
    expect(list(context, 'ciso', { show: 'all', q: 'zoner' })).toMatchObject({ total: 1, counts: { all: 4 } });
  });

  it('puts what is due first first, and the latest decision first among those that have ended', async () => {
    const { context, setNow } = await aBody();
    const late = await send(context, 'a', 'Sent', { stages: [aStage({ days: 20 })] });
    const soon = await send(context, 'b', 'Snart', { stages: [aStage({ days: 2 })] });
    const ended = await send(context, 'c', 'Trukket');
    const later = await send(context, 'd', 'Trukket siden');
    await withdrawApproval(context, the(context, 'isk'), { requestKey: ended.key });
    setNow('2026-11-24T12:00:00.000Z');
    await withdrawApproval(context, the(context, 'isk'), { requestKey: later.key });
    const keys = list(context, 'ciso', { show: 'all' }).approvals.map(({ key }) => key);
    expect(keys).toEqual([soon.key, late.key, later.key, ended.key]);
  });

  it('is a workbook in the reader’s own words', async () => {
    const { context } = await aBody();
    context.texts = translator;
    await submit(context, [managers]);
    const file = await approvalsWorkbook(context, the(context, 'ciso'), query.parse({ show: 'all' }));
    expect(file.fileName).toBe('Godkendelser 2026-11-24.xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(file.bytes));
    expect(sheet?.data.flat().filter((cell) => /^\w+\.\w+/.test(String(cell)))).toEqual([]);
  });

  it('calls what is decided what the cards call it', () => {
    const nameOf = (subjectKind: string, centreId?: string) =>
      subjectKindName(translator('da'), { subjectKind, centreId });
    expect(nameOf('procedureVersion')).toBe('Retningslinje');
    expect(nameOf('procedureVersion', 'nord')).toBe('Lokal procedure');
    expect(nameOf('measure', 'nord')).toBe('Organisatorisk tiltag');
    expect(nameOf('nothingKnown')).toBeUndefined();
  });
});

describe('one request', () => {
  it('tells who decides, who has, and what each may do', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage(), management]);
    await vote(context, request, 'mia', 'askChanges', { reason: 'Kort den af' });
    const view = seen(context, 'mia', request);
    expect(view.stages[0]).toMatchObject({
      ...{ number: 1, state: 'open', quorum: 3, daysLeft: 7 },
      tally: { approve: 0, reject: 0, askChanges: 1, abstain: 0, seats: 5 },
    });
    expect(view.stages[0]?.seats[0]).toMatchObject({ holder: { id: 'chair' }, chair: true });
    expect(view.stages[0]?.seats.find(({ holder }) => holder.id === 'mia')?.vote).toMatchObject({
      ...{ choice: 'askChanges', reason: 'Kort den af', via: 'card' },
    });
    expect(view.stages[1]).toMatchObject({ state: 'waiting', seats: [{}, {}, {}] });
    expect(view.abilities).toEqual({
      ...{
        vote: true,
        case: false,
        withdraw: false,
        record: false,
        attachMinutes: false,
        correct: false,
        close: false,
        seeSubject: true,
      },
    });
    expect(seen(context, 'isk', request).abilities).toMatchObject({ vote: false, withdraw: true, seeSubject: true });
    expect(await refusal(() => seen(context, 'other', request))).toBe('approvals.mayNotSee');
    expect(await refusal(() => seen(context, 'ciso', { key: 'none' }))).toBe('approvals.noSuchRequest');
  });

  it('shows the deputy in the seat of the member who is on leave, and in whose place the vote was given', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    await nameDeputy(context, the(context, 'mia'), { key: 'securityCommittee_mia_all', deputyId: person('deputy') });
    await onLeave(context, 'mia');
    expect(list(context, 'deputy').approvals).toMatchObject([{ key: request.key, mine: 'vote' }]);
    expect(seen(context, 'deputy', request).abilities).toMatchObject({ vote: true, votesFor: { id: 'mia' } });
    await vote(context, request, 'deputy', 'approve');
    const view = seen(context, 'ciso', request);
    expect(view.stages[0]?.seats.find(({ holder }) => holder.id === 'mia')).toMatchObject({
      ...{ deputy: { id: 'deputy' }, vote: { choice: 'approve', by: { id: 'deputy' } } },
    });
    expect(view.events.at(-1)).toMatchObject({ what: 'voted', person: { id: 'deputy' }, inPlaceOf: { id: 'mia' } });
  });

  it('keeps the vote of a member who has gone, and bars the seat of who sent it', async () => {
    const { context } = await aBody();
    const request = await submit(context, [aStage()], 'mia');
    await vote(context, request, 'nils', 'approve');
    await removeMember(context, 'nils');
    const [stage] = seen(context, 'ciso', request).stages;
    expect(stage?.seats.map(({ holder, barred, vote: given }) => [holder.id, barred, given?.choice])).toEqual([
      ['chair', undefined, undefined],
      ['mia', 'submitter', undefined],
      ['ole', undefined, undefined],
      ['pia', undefined, undefined],
      ['nils', undefined, 'approve'],
    ]);
  });

  it('cannot be voted on when the thing has been changed after it was sent', async () => {
    const { context, thing } = await aBody();
    const request = await submit(context);
    thing.content = { title: 'Adgang', text: '# Noget andet' };
    expect(seen(context, 'mia', request)).toMatchObject({ contentChanged: true, abilities: { vote: false } });
  });

  it('lets the chair end the vote when enough have taken part, and no other', async () => {
    const { context } = await aBody();
    const request = await submit(context);
    for (const who of ['mia', 'nils']) await vote(context, request, who, 'approve');
    expect(seen(context, 'chair', request).abilities.close).toBe(false);
    await vote(context, request, 'ole', 'reject');
    expect(stored(context, request).state).toBe('open');
    expect(seen(context, 'chair', request).abilities.close).toBe(true);
    expect(seen(context, 'mia', request).abilities.close).toBe(false);
  });
});

describe('what has changed', () => {
  const subject = (content: () => ApprovalContent, inForce?: ApprovalContent): ApprovalSubject => ({
    ...{ kind: 'other', contentNow: content, path: () => '/x', ended: () => Promise.resolve() },
    ...(inForce ? { inForce: () => inForce } : {}),
  });

  it('is shown against what is in force, and against the round before once there is one', async () => {
    const { context } = await aBody();
    const inForce = { title: 'Gammel', text: 'Lås døren.\n\nTænd lyset.' };
    declareApprovalSubjects(context, [subject(() => ({ title: 'Ny', text: '' }), inForce)]);
    const first = await send(context, 'a', 'Ny', { text: 'Lås døren.\n\nSluk lyset.' });
    expect(seen(context, 'ciso', first).difference).toMatchObject({ against: 'inForce', title: 'Gammel' });
    await withdrawApproval(context, the(context, 'isk'), { requestKey: first.key });
    const second = await send(context, 'a', 'Ny', { text: 'Lås døren.\n\nSluk lyset.\n\nGå hjem.' });
    expect(seen(context, 'ciso', second)).toMatchObject({
      difference: {
        against: 'round',
        blocks: [{ kind: 'same' }, { kind: 'same' }, { kind: 'added', text: 'Gå hjem.' }],
      },
      rounds: [
        { round: 2, state: 'open' },
        { round: 1, state: 'withdrawn' },
      ],
    });
    expect(requestChanges(context, second)).toMatchObject({ against: 'round', changes: { added: 1, removed: 0 } });
  });

  it('is shown against what is in force to a body that the round before never reached', async () => {
    const { context } = await aBody();
    const inForce = { title: 'Gammel', text: 'Lås døren.\n\nTænd lyset.' };
    let text = 'Lås alle døre.\n\nTænd lyset.';
    declareApprovalSubjects(context, [subject(() => ({ title: 'Ny', text }), inForce)]);
    const stages = [aStage(), management];
    const first = await send(context, 'a', 'Ny', { text, stages });
    for (const who of ['chair', 'mia', 'nils']) await vote(context, first, who, 'askChanges');
    expect(stored(context, first).state).toBe('returned');
    text = 'Lås alle døre.\n\nSluk lyset.';
    const second = await send(context, 'a', 'Ny', { text, stages });
    const [ofCommittee, ofManagement] = stored(context, second).stages;
    const both = () => [ofCommittee, ofManagement].map((stage) => requestChanges(context, second, stage));
    const told = [
      { against: 'round', changes: { changed: 1 } },
      { against: 'inForce', changes: { changed: 2 } },
    ];
    expect(both()).toMatchObject(told);
    expect(seen(context, 'ciso', stored(context, second)).difference).toMatchObject({ against: 'round' });
    for (const who of ['chair', 'mia', 'nils']) await vote(context, second, who, 'approve');
    expect(seen(context, 'anna', stored(context, second)).difference).toMatchObject({
      ...{ against: 'inForce', title: 'Gammel', blocks: [{ kind: 'changed' }, { kind: 'changed' }] },
    });
    expect(both()).toMatchObject(told);
  });

  it('is seen in the words of a file too, and is nothing when all of it is new', async () => {
    const { context } = await aBody();
    const file = { id: 'f', versionId: '1.0', hash: 'a', name: 'a.docx', size: 1, type: 'x' };
    const round = (hash: string, fileText: string) =>
      submitForApproval(context, the(context, 'isk'), {
        ...{ subjectKind: 'other', subjectKey: 'a', summary: '', stages: [aStage()] },
        content: { title: 'A', text: '', file: { ...file, hash }, fileText },
      });
    const first = await round('a', 'Ring til vagten.');
    expect(seen(context, 'ciso', first).difference).toBeUndefined();
    await withdrawApproval(context, the(context, 'isk'), { requestKey: first.key });
    const view = seen(context, 'ciso', await round('b', 'Ring til chefen.'));
    expect(view.difference?.blocks).toMatchObject([{ kind: 'changed' }]);
    expect(view.file).toEqual({ name: 'a.docx', size: 1, type: 'x', hash: 'b' });
  });
});

describe('who finds Godkendelser in the menu', () => {
  it('is whoever decides, has sent something, or stands in for somebody', async () => {
    const { context } = await aBody();
    const may = (who: string) => maySeeApprovals(context, the(context, who));
    for (const who of ['chair', 'anna', 'manager', 'secretary', 'ciso', 'team', 'auditor'])
      expect([who, may(who)]).toEqual([who, true]);
    expect(['isk', 'deputy', 'other'].map(may)).toEqual([false, false, false]);
    await submit(context);
    await nameDeputy(context, the(context, 'mia'), { key: 'securityCommittee_mia_all', deputyId: person('deputy') });
    expect(['isk', 'deputy', 'other'].map(may)).toEqual([true, true, false]);
  });
});
