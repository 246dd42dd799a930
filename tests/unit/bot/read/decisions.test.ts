import { it } from 'vitest';
import {
  Agendas,
  ApprovalRequests,
  postponeDecision,
  recordDecision,
  withdrawApproval,
} from '../../../../api/approvals/index.ts';
import { nowOf, type LocalDate } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import {
  agendaCardFor,
  approvalCardFor,
  approvalEndedCardFor,
  approvalPostponedCardFor,
} from '../../../../bot/index.ts';
import { asRepeat } from '../../../../teams-app/program/card-kinds.ts';
import {
  aCommittee,
  aStage,
  cardOf,
  changeSeat,
  council,
  management,
  onLeave,
  person,
  press,
  procedure,
  removeMember,
  submit,
  vote,
} from '../an-approval.ts';
import { the } from '../../organisation/builders.ts';
import { readCards } from './as-read.ts';

it('cards about decisions read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, thing, setNow } = await aCommittee(language);
    const note = language === 'da' ? 'Godkend' : 'Approve';
    thing.inForce = { ...procedure, text: 'Vi udleverer til alle.' };
    await changeSeat(context, 'pia', { deputyId: person('deputy') });
    await onLeave(context, 'pia');
    const first = await submit(context, [aStage(), management, council]);
    look('asked, nobody has voted', cardOf(context, first, 'mia'));
    look('it may have come before', asRepeat(context)(cardOf(context, first, 'mia'), person('mia')));
    look('asked as a deputy', cardOf(context, first, 'deputy'));
    look('on leave, with a deputy', cardOf(context, first, 'pia'));
    look('sent it', cardOf(context, first, 'isk'));
    look('a later stage', cardOf(context, first, 'anna', 2));
    look('voted', (await press(context, 'mia', cardOf(context, first, 'mia'), note)).message);
    await vote(context, first, 'nils', 'askChanges');
    look('asked, two have voted', cardOf(context, first, 'chair'));
    setNow('2026-12-03T09:00:00.000Z');
    look('asked, late', cardOf(context, first, 'chair'));
    await removeMember(context, 'ole');
    look('no member any more', cardOf(context, first, 'ole'));
    thing.content = { ...procedure, text: 'Noget helt andet.' };
    look('changed after it was sent', cardOf(context, first, 'chair'));
    thing.content = procedure;
    await vote(context, first, 'chair', 'approve');
    look('approved by the first body', cardOf(context, first, 'mia'));
    for (const who of ['anna', 'bent']) await vote(context, first, who, 'approve', 2);
    look('a case for the secretary', cardOf(context, first, 'secretary', 3));
    look('a meeting decides it', cardOf(context, first, 'anna', 3));
    setNow('2027-01-20T09:00:00.000Z');
    look('a case that is late', cardOf(context, first, 'secretary', 3));
    await postponeDecision(context, the(context, 'secretary'), {
      ...{ requestKey: first.key, stage: 3, meetingOn: '2027-01-12' as LocalDate, itemNumber: '3' },
      ...{ nextMeetingOn: '2027-01-26' as LocalDate, note: 'Økonomien mangler.' },
    });
    look('postponed, to who sent it', approvalPostponedCardFor(context, `${first.key}_s3_postponed0`, person('isk')));
    const decided = { requestKey: first.key, stage: 3, meetingOn: '2027-01-19' as LocalDate, itemNumber: '7' };
    await recordDecision(context, the(context, 'secretary'), { ...decided, outcome: 'approved' });
    look('decided in the meeting', cardOf(context, first, 'secretary', 3));
    look('approved, to who sent it', approvalEndedCardFor(context, first.key, person('isk')));

    const second = await submit(context, [aStage()], { subjectKey: 'telefoner' });
    for (const who of ['chair', 'mia', 'nils']) await vote(context, second, who, 'askChanges');
    look('sent back', cardOf(context, second, 'mia'));
    look('sent back, to who sent it', approvalEndedCardFor(context, second.key, person('isk')));
    const round = await submit(context, [aStage()], { subjectKey: 'telefoner' });
    look('the old card, when it was sent again', cardOf(context, second, 'mia'));
    for (const who of ['chair', 'mia', 'nils']) await vote(context, round, who, 'reject');
    look('rejected, to who sent it', approvalEndedCardFor(context, round.key, person('isk')));

    const third = await submit(context, [aStage()], { subjectKey: 'skabe' });
    await withdrawApproval(context, the(context, 'isk'), { requestKey: third.key, reason: 'Der er en fejl i teksten' });
    look('withdrawn', cardOf(context, third, 'mia'));
    look('gone', approvalCardFor(context, 'nothing_s1', person('mia')));
    look('on leave, without a deputy', await away());

    async function away() {
      await context.list(People).update('nils', () => ({ absentFrom: '2027-01-01' as LocalDate }));
      return cardOf(context, await submit(context, [aStage()], { subjectKey: 'nøgler' }), 'nils');
    }
  });
});

it('cards of a meeting read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context } = await aCommittee(language);
    const requests = [];
    for (const title of ['Udlevering af journaler', 'Telefoner på farten', 'Nøgler til medicinskabe']) {
      const request = await submit(context, [aStage(), management], { subjectKey: title });
      await context.list(ApprovalRequests).update(request.key, () => ({ title }));
      requests.push(request);
    }
    await context.list(Agendas).create({
      ...{ key: 'moede', title: 'Novembermøde', body: 'securityCommittee', meetsOn: '2026-12-01' as LocalDate },
      ...{ note: 'Læs nr. 2 grundigt', requestKeys: [...requests.map(({ key }) => key), 'gone'], state: 'sent' },
      ...{ madeBy: person('ciso'), madeAt: nowOf(context.clock) },
    });
    const card = (who = 'mia') => agendaCardFor(context, 'moede', person(who));
    look('nothing is decided', card());
    await vote(context, requests[1]!, 'mia', 'askChanges');
    for (const who of ['chair', 'nils', 'ole']) await vote(context, requests[2]!, who, 'approve');
    look('one is left', card());
    await vote(context, requests[0]!, 'mia', 'approve');
    look('nothing is left', card());
    await context.list(Agendas).update('moede', () => ({ state: 'closed' }));
    look('the meeting has been held', card());
    look('it is gone', agendaCardFor(context, 'none', person('mia')));
  });
});
