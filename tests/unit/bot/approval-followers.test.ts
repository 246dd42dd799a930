import { beforeEach, describe, expect, test } from 'vitest';
import {
  agendaCampaignKey,
  Agendas,
  approvalCampaignKey,
  continueApprovals,
  endedCampaignKey,
  stageKey,
  withdrawApproval,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf, type LocalDate, type PersonId } from '../../../api/kernel/index.ts';
import { createApprovalFollowers } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { createEditsAgain, type EditsAgain } from '../../../bot/sending/edits-again.ts';
import { cardNow } from '../../../teams-app/program/card-kinds.ts';
import { the } from '../organisation/builders.ts';
import {
  aCommittee,
  changeSeat,
  onLeave,
  person,
  removeMember,
  sentTo as sentCards,
  submit,
  vote,
} from './an-approval.ts';
import { textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
let edits: [subject: string, person: PersonId, message: ChatMessage][];
let followers: ReturnType<typeof createApprovalFollowers>;
let again: EditsAgain;
/** Whose edits Teams refuses. */
let refuses: (who: PersonId) => boolean;
beforeEach(async () => {
  ({ context, setNow } = await aCommittee());
  edits = [];
  refuses = () => false;
  again = createEditsAgain(context, (subject, who, message) => {
    if (refuses(who)) return Promise.resolve('gaveUp');
    edits.push([subject, who, message]);
    return Promise.resolve('edited');
  });
  followers = createApprovalFollowers(context, again.editCard);
  await followers.process();
});

const sentTo = (campaignKey: string, ...people: string[]) => sentCards(context, campaignKey, ...people);
/** A round's edits: recipient, and the card's first line. */
const round = async () => {
  edits = [];
  await continueApprovals(context);
  await followers.process();
  await again.process();
  return edits.map(([, who, message]) => `${who}: ${textsOf(message)[0]}`).sort();
};
const asked = async (...people: string[]) => {
  const request = await submit(context);
  await sentTo(approvalCampaignKey(stageKey(request, 1)), ...people);
  await followers.process();
  return request;
};

describe('the other copies of a card', () => {
  test('show each vote and the end, once', async () => {
    const request = await asked('chair', 'mia');
    await vote(context, request, 'mia', 'approve');
    const what = 'Lokal procedure – Udlevering af journaler';
    expect(await round()).toEqual([`chair: Til godkendelse: ${what}`, 'mia: Tak, Mia']);
    // The same as a program shows that starts then.
    await vote(context, request, 'nils', 'approve');
    await round();
    expect(edits).not.toEqual([]);
    for (const [subject, who, message] of edits) expect(cardNow(context, subject, who)).toEqual(message);
    expect(await round()).toEqual([]);
    await vote(context, request, 'ole', 'approve');
    expect(await round()).toEqual([`chair: Godkendt: ${what}`, `mia: Godkendt: ${what}`]);
    for (const [subject, who, message] of edits) expect(cardNow(context, subject, who)).toEqual(message);
  });

  test('that Teams refuses to edit are made anew and edited later, as they are then', async () => {
    const request = await asked('chair', 'mia');
    refuses = (who) => who === 'chair';
    await vote(context, request, 'mia', 'approve');
    expect(await round()).toEqual(['mia: Tak, Mia']);
    expect(await round()).toEqual([]);
    setNow('2026-11-24T09:02:00Z');
    // Still refused: the pause doubles.
    expect(await round()).toEqual([]);
    refuses = () => false;
    setNow('2026-11-24T09:03:00Z');
    expect(await round()).toEqual([]);
    setNow('2026-11-24T09:05:00Z');
    expect(await round()).toEqual(['chair: Til godkendelse: Lokal procedure – Udlevering af journaler']);
    setNow('2026-11-24T12:00:00Z');
    expect(await round()).toEqual([]);
  });

  test('that Teams refuses to edit for a day are left as they are, and an act since is what they show', async () => {
    const request = await asked('chair', 'mia');
    refuses = () => true;
    await vote(context, request, 'mia', 'approve');
    await round();
    for (const who of ['nils', 'ole']) await vote(context, request, who, 'approve');
    await round();
    refuses = () => false;
    setNow('2026-11-24T09:10:00Z');
    const what = 'Lokal procedure – Udlevering af journaler';
    expect(await round()).toEqual([`chair: Godkendt: ${what}`, `mia: Godkendt: ${what}`]);

    let tries = 0;
    const never = createEditsAgain(context, () => {
      tries += 1;
      return Promise.resolve('gaveUp');
    });
    await never.editCard('subject', person('mia'), { summary: '', card: {} }, () => ({ summary: '', card: {} }));
    for (let hour = 10; hour < 60; hour += 1) {
      setNow(new Date(Date.UTC(2026, 10, 24, hour)).toISOString());
      await never.process();
    }
    expect(tries).toBe(24);
  });

  test('show that it was taken back, and that a newer round has taken over; so does the one of the submitter', async () => {
    const request = await asked('chair');
    await sentTo(endedCampaignKey(request.key), 'isk');
    await withdrawApproval(context, the(context, 'ciso'), { requestKey: request.key });
    expect((await round()).map((line) => line.split(':')[1])).toEqual([' Trukket tilbage', ' Trukket tilbage']);
    await submit(context);
    expect((await round()).map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      'chair: Den er sendt igen. Det er 2. runde, der gælder nu.',
      'isk: Den er sendt igen. Det er 2. runde, der gælder nu.',
    ]);
  });

  test('show whose it is now when somebody leaves the committee or goes on leave, and nobody else’s', async () => {
    const request = await asked('chair', 'mia', 'nils');
    expect(edits).toHaveLength(3);
    await removeMember(context, 'mia');
    expect(await round()).toEqual([expect.stringContaining('mia: Du skal ikke stemme')]);
    await changeSeat(context, 'nils', { deputyId: person('deputy') });
    await onLeave(context, 'nils');
    expect(await round()).toEqual([expect.stringContaining('nils: Du skal ikke stemme')]);
    expect(request.state).toBe('open');
    setNow('2026-11-25T09:00:00Z');
    expect(await round()).toEqual([]);
  });

  test('count the seats anew when a member leaves, in the chats of those who stay and on the card of a meeting', async () => {
    const request = await asked('chair', 'nils');
    await context.list(Agendas).create({
      ...{ key: 'moede-2', title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-01' as LocalDate, note: '' },
      ...{ requestKeys: [request.key], state: 'sent', madeBy: person('ciso'), madeAt: nowOf(context.clock) },
    });
    await sentTo(agendaCampaignKey('moede-2'), 'ole');
    await vote(context, request, 'pia', 'approve');
    await changeSeat(context, 'nils', { deputyId: person('deputy') });
    await round();
    const told = async () => {
      await round();
      return edits.map(([, who, message]) => [who, /\d af \d har stemt/.exec(textsOf(message).join(' '))?.[0]]);
    };
    await removeMember(context, 'mia');
    expect((await told()).sort()).toEqual([
      ['chair', '1 af 4 har stemt'],
      ['nils', '1 af 4 har stemt'],
      ['ole', '1 af 4 har stemt'],
    ]);
    expect(await told()).toEqual([]);
  });

  test('show that time closed the vote', async () => {
    const request = await asked('pia');
    for (const who of ['chair', 'mia']) await vote(context, request, who, 'approve');
    await vote(context, request, 'nils', 'reject');
    await round();
    setNow('2026-12-02T09:00:00Z');
    await round();
    expect(textsOf(edits[0]![2])[0]).toContain('Godkendt: ');
    expect(textsOf(edits[0]![2]).join()).toContain('Fristen var nået, og stemmerne blev talt op.');
  });

  test('of an agenda show what was decided of it', async () => {
    const request = await submit(context);
    await context.list(Agendas).create({
      ...{ key: 'moede-1', title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-01' as LocalDate, note: '' },
      ...{ requestKeys: [request.key], state: 'sent', madeBy: person('ciso'), madeAt: nowOf(context.clock) },
    });
    await sentTo(agendaCampaignKey('moede-1'), 'chair');
    await followers.process();
    await vote(context, request, 'mia', 'approve');
    await round();
    expect(edits.map(([subject, who]) => [subject, who])).toEqual([['moede-1', 'chair']]);
    expect(await round()).toEqual([]);
  });

  test('are left for the next round when one of them fails', async () => {
    const request = await asked('chair', 'mia');
    const failing = createApprovalFollowers(context, () => Promise.reject(new Error('away')));
    await failing.process();
    await vote(context, request, 'mia', 'approve');
    await continueApprovals(context);
    await expect(failing.process()).resolves.toBeUndefined();
  });
});
