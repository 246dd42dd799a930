import { beforeEach, expect, test } from 'vitest';
import { agendaCampaignKey, Agendas, approvalCampaignKey, stageKey } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf, type LocalDate } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { agendaCardFor } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { aCommittee, cardOf, managers, person, press, sentTo, submit, vote } from './an-approval.ts';
import { lintCard, textsOf } from './lint-card.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aCommittee());
});
const words = (message: ChatMessage) => textsOf(message).join('\n');

test('a made-up press on a decided request tells a stranger neither what it was nor why', async () => {
  const request = await submit(context, [managers]);
  const card = cardOf(context, request, 'manager');
  await vote(context, request, 'manager', 'askChanges');
  const { message, settled } = await press(context, 'other', card, 'Godkend');
  expect(settled).toBe(false);
  expect(words(message)).not.toMatch(/Udlevering|Der mangler|Bo Ærø/);
  expect(words(message)).toContain('Knappen gælder ikke længere for dig.');
  expect(lintCard(message)).toEqual([]);
});

test('whoever got the card sees what became of it, also when the role has ended since', async () => {
  const request = await submit(context, [managers]);
  const card = cardOf(context, request, 'manager');
  await sentTo(context, approvalCampaignKey(stageKey(request, 1)), 'manager');
  const seat = context
    .list(RoleAssignments)
    .all()
    .find(({ personId }) => personId === person('manager'));
  await context.list(RoleAssignments).update(seat?.key ?? '', () => ({ endsOn: '2026-01-31' as LocalDate }));
  await vote(context, request, 'ciso', 'askChanges');
  expect(words((await press(context, 'manager', card, 'Godkend')).message)).toContain('Der mangler et afsnit');
  // An undeliverable card is in no chat.
  expect(words((await press(context, 'other', card, 'Godkend')).message)).not.toContain('Der mangler et afsnit');
});

test('a made-up press on an agenda tells its items to nobody outside the meeting', async () => {
  const request = await submit(context);
  await context.list(Agendas).create({
    ...{ key: 'moede-1', title: 'Lukket møde', body: 'securityCommittee', meetsOn: '2026-12-01' as LocalDate },
    ...{ note: 'Fortroligt', requestKeys: [request.key], state: 'draft' },
    ...{ madeBy: person('ciso'), madeAt: nowOf(context.clock) },
  });
  const card = agendaCardFor(context, 'moede-1', person('pia'));
  const stranger = await press(context, 'other', card, 'Godkend den ene');
  expect(words(stranger.message)).not.toMatch(/Lukket|Fortroligt|Udlevering/);
  expect(lintCard(stranger.message)).toEqual([]);
  await sentTo(context, agendaCampaignKey('moede-1'), 'manager');
  expect(words((await press(context, 'manager', card, 'Godkend den ene')).message)).toContain('Lukket møde');
});
