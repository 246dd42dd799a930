import { beforeEach, describe, expect, it } from 'vitest';
import {
  agendaCampaignKey,
  agendaMovedKind,
  Agendas,
  changeAgenda,
  continueAgendas,
  makeAgenda,
  movedCampaignKey,
  sendAgenda,
  type AgendaGiven,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import type { LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { agendaCardFor, createApprovalFollowers } from '../../../bot/index.ts';
import { the } from '../organisation/builders.ts';
import { aCommittee, person, press, removeMember, sentTo, submit } from './an-approval.ts';
import { lintCard, textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
let key: string;
let given: AgendaGiven;
beforeEach(async () => {
  ({ context, setNow } = await aCommittee());
  const request = await submit(context);
  const meetsOn = '2026-12-01' as LocalDate;
  given = { title: 'Møde', body: 'securityCommittee', meetsOn, note: '', requestKeys: [request.key] };
  ({ key } = await makeAgenda(context, the(context, 'ciso'), given));
});

const send = () => sendAgenda(context, the(context, 'ciso'), key);
const change = (fields: Partial<AgendaGiven>) =>
  changeAgenda(context, the(context, 'ciso'), key, { ...given, ...fields });
const moveTo = (day: string) => change({ meetsOn: day as LocalDate });
const moves = () =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind }) => kind === agendaMovedKind.kind)
    .map(({ subjectKey }) => subjectKey)
    .sort();
const told = (subjectKey: string) => agendaMovedKind.audience(context, subjectKey);
const words = (subjectKey: string, who = 'mia') => textsOf(agendaCardFor(context, subjectKey, person(who))).join('\n');

describe('a meeting that is moved', () => {
  it('is told in a new message to members who have the agenda, once a move', async () => {
    await send();
    await sentTo(context, agendaCampaignKey(key), 'mia', 'nils', 'other');
    setNow('2026-11-25T09:00:00Z');
    await moveTo('2026-12-03');
    await moveTo('2026-12-03');
    await continueAgendas(context);
    const [first = '', ...others] = moves();
    expect(others).toEqual([]);
    // One of them is no member, and the rest get the agenda with its new day.
    expect(told(first)).toEqual(['mia', 'nils']);
    await sentTo(context, movedCampaignKey(first), 'mia', 'nils');
    setNow('2026-11-26T09:00:00Z');
    await moveTo('2026-12-04');
    const [, second = ''] = moves();
    expect([told(first), told(second)]).toEqual([[], ['mia', 'nils']]);
    expect(agendaMovedKind.isOver?.(context, first)).toBe(true);
    await removeMember(context, 'nils');
    expect(agendaMovedKind.recheck(context, second, person('nils'))).toBe('notNeeded');
  });

  it('rings: it asks for notice, in working hours, and a job sends what a crash left', async () => {
    await send();
    await sentTo(context, agendaCampaignKey(key), 'mia');
    setNow('2026-11-25T09:00:00Z');
    await context.list(Agendas).update(key, () => ({
      meetsOn: '2026-12-03' as LocalDate,
      movedAt: '2026-11-25T09:00:00.000Z' as never,
    }));
    await continueAgendas(context);
    await continueAgendas(context);
    expect(moves().map(told)).toEqual([['mia']]);
    expect(agendaMovedKind.hours.when).toBe('working');
    expect(agendaMovedKind.isForInformation).toBeUndefined();
  });

  it('is not told when nobody has the agenda, when only its note changes, or when its day is past', async () => {
    await moveTo('2026-12-02');
    await send();
    await moveTo('2026-12-03');
    await sentTo(context, agendaCampaignKey(key), 'mia');
    await change({ meetsOn: '2026-12-03' as LocalDate, note: 'Kl. 10' });
    await continueAgendas(context);
    expect(moves()).toEqual([]);
    setNow('2026-12-05T09:00:00Z');
    await moveTo('2026-12-04');
    expect(moves()).toEqual([]);
  });

  it('says the new day on both cards, and the earlier one points to the new message', async () => {
    await send();
    await sentTo(context, agendaCampaignKey(key), 'mia');
    const edits: [string, PersonId][] = [];
    const followers = createApprovalFollowers(context, (subject, who) => {
      edits.push([subject, who]);
      return Promise.resolve('edited');
    });
    await followers.process();
    setNow('2026-11-25T09:00:00Z');
    await moveTo('2026-12-03');
    const [subject = ''] = moves();
    await sentTo(context, movedCampaignKey(subject), 'mia');
    edits.length = 0;
    await followers.process();
    expect(edits).toContainEqual([key, 'mia']);
    expect(words(key)).toContain('Mødet er flyttet. Det holdes nu torsdag 3. december. Du får en ny besked om det.');
    const card = agendaCardFor(context, subject, person('mia'));
    expect(lintCard(card)).toEqual([]);
    expect(card.summary).toBe('Mødet er flyttet. Det holdes nu torsdag 3. december.');
    expect(words(subject)).not.toContain('ny besked');
    // Who first got the agenda after the move knows no other day.
    expect(words(key, 'ole')).not.toContain('flyttet');
    const { message } = await press(context, 'mia', card, 'Godkend den ene');
    expect(textsOf(message).join('\n')).not.toContain('ny besked');
  });

  it('past an item’s last day says so at the item', async () => {
    await send();
    expect(words(key)).not.toContain('før mødet');
    await moveTo('2026-12-03');
    expect(words(key)).toContain('frist 1. december, før mødet');
  });
});
