import { beforeEach, expect, test } from 'vitest';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { findPerson } from '../../../api/organisation/index.ts';
import { aCommittee, cardOf, changeSeat, onLeave, person, press, submit, vote } from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aCommittee());
});
const votes = (key: string) => context.list(ApprovalRequests).get(key)?.stages[0]?.votes ?? [];

test('a vote pressed by somebody recorded as on leave says what to do; one press later it counts', async () => {
  const request = await submit(context);
  const before = cardOf(context, request, 'mia');
  await onLeave(context, 'mia');
  const { message } = await press(context, 'mia', before, 'Godkend');
  expect(votes(request.key)).toEqual([]);
  expect(textsOf(message).join('\n')).toContain('afslut orloven med ét tryk');
  expect(buttonsOf(message)).toContain('Jeg er ikke på orlov');
  expect(lintCard(message)).toEqual([]);
  const again = await press(context, 'mia', message, 'Jeg er ikke på orlov');
  expect(textsOf(again.message).join('\n')).toContain('Orloven er afsluttet, og du kan stemme.');
  expect(lintCard(again.message)).toEqual([]);
  await press(context, 'mia', again.message, 'Godkend');
  expect(votes(request.key)).toMatchObject([{ by: 'mia', seat: 'mia', choice: 'approve' }]);
});

test('what the deputy has voted meanwhile stays', async () => {
  const request = await submit(context);
  await changeSeat(context, 'chair', { deputyId: person('deputy') });
  await onLeave(context, 'chair');
  await vote(context, request, 'deputy', 'approve');
  const card = cardOf(context, request, 'chair');
  expect(buttonsOf(card)).toContain('Jeg er ikke på orlov');
  await press(context, 'chair', card, 'Jeg er ikke på orlov');
  expect(votes(request.key)).toMatchObject([{ by: 'deputy', seat: 'chair', choice: 'approve' }]);
});

test.each(['other', 'nobody', 'deputy'])('pressed by %s it ends nobody’s leave', async (who) => {
  const request = await submit(context);
  await onLeave(context, 'mia');
  await press(context, who, cardOf(context, request, 'mia'), 'Jeg er ikke på orlov');
  expect(findPerson(context, person('mia'))?.absentFrom).toBeDefined();
  expect(votes(request.key)).toEqual([]);
});
