import { beforeEach, expect, test } from 'vitest';
import { recordDecision, voteOnApproval, withdrawApproval } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import type { LocalDate } from '../../../api/kernel/index.ts';
import { approvalEndedCardFor } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { the } from '../organisation/builders.ts';
import { aCommittee, aStage, council, management, onLeave, person, submit, vote } from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aCommittee());
});
const words = (message: ChatMessage) => textsOf(message).join('\n');
const card = (key: string, who = 'isk') => approvalEndedCardFor(context, key, person(who));
const one = aStage({ rule: 'one' });

test('says that it is approved, by whom and when', async () => {
  const request = await submit(context, [one, { ...management, rule: 'one' }]);
  await vote(context, request, 'mia', 'approve');
  await vote(context, request, 'anna', 'approve', 2);
  expect(textsOf(card(request.key))).toEqual([
    'Din sag er godkendt: Lokal procedure – Udlevering af journaler',
    'Den er igennem alle led.',
    'Informationssikkerhedsudvalget: godkendt 24. november',
    'Koncernledelsen: godkendt 24. november',
  ]);
  expect(buttonsOf(card(request.key))).toEqual(['Åbn den', 'Se afgørelsen']);
  expect(lintCard(card(request.key))).toEqual([]);
});

test('says what was remarked on the way to an approval, and that a meeting said it', async () => {
  const request = await submit(context, [one, council]);
  await voteOnApproval(context, the(context, 'mia'), {
    requestKey: request.key,
    stage: 1,
    contentHash: request.contentHash,
    choice: 'approve',
    reason: 'Husk de nye vikarer',
    via: 'tab',
  });
  const given = { stage: 2, meetingOn: '2026-11-24' as LocalDate, itemNumber: '4' };
  const note = 'Med den bemærkning, at afsnit 6 ses efter i maj.';
  await recordDecision(context, the(context, 'secretary'), {
    requestKey: request.key,
    ...given,
    outcome: 'approved',
    note,
  });
  expect(textsOf(card(request.key)).slice(1)).toEqual([
    'Den er igennem alle led. Undervejs blev der skrevet:',
    'Mia Lund: Husk de nye vikarer',
    `Byrådet: ${note}`,
    'Informationssikkerhedsudvalget: godkendt 24. november',
    'Byrådet: godkendt 24. november',
  ]);
  expect(lintCard(card(request.key))).toEqual([]);
});

test('says what should be changed, in the words of those who ask, and leads to where it is changed', async () => {
  const request = await submit(context);
  for (const who of ['chair', 'mia', 'nils']) await vote(context, request, who, 'askChanges');
  expect(words(card(request.key))).toContain('Mia Lund: Der mangler et afsnit');
  expect(buttonsOf(card(request.key))).toEqual(['Ret den', 'Se afgørelsen']);
  expect(JSON.stringify(card(request.key).card)).toContain(encodeURIComponent('/procedures/journaler'));
  expect(lintCard(card(request.key))).toEqual([]);
  await submit(context);
  expect(words(card(request.key))).toContain('Det er 2. runde, der gælder nu.');
});

test('promises no reasons where a meeting has written none', async () => {
  const given = { stage: 1, meetingOn: '2026-11-20' as LocalDate, itemNumber: '4' };
  for (const [outcome, text] of [
    ['returned', 'Der er ikke skrevet, hvad der skal ændres'],
    ['rejected', 'Der er ikke skrevet hvorfor'],
  ] as const) {
    const { key: requestKey } = await submit(context, [council]);
    await recordDecision(context, the(context, 'secretary'), { requestKey, ...given, outcome });
    expect(words(card(requestKey))).toContain(text);
    // Of the meeting, and not of its record.
    expect(words(card(requestKey))).toContain('20. november');
    expect(words(card(requestKey))).not.toMatch(/:$|herunder/m);
    expect(lintCard(card(requestKey))).toEqual([]);
  }
});

test('says that too few could vote', async () => {
  const request = await submit(context);
  for (const who of ['chair', 'mia', 'nils']) await vote(context, request, who, 'abstain');
  expect(words(card(request.key))).toContain('Der var for få, der kunne stemme.');
  expect(lintCard(card(request.key))).toEqual([]);
});

test('is complete for every end in English', async () => {
  ({ context } = await aCommittee('en'));
  await onLeave(context, 'pia');
  const cards = [card('nothing')];
  for (const choice of ['approve', 'askChanges', 'reject'] as const) {
    const request = await submit(context, [one]);
    await vote(context, request, 'mia', choice);
    cards.push(card(request.key));
  }
  const last = await submit(context);
  await withdrawApproval(context, the(context, 'ciso'), { requestKey: last.key, reason: '**x**' });
  cards.push(card(last.key));
  for (const each of cards) {
    expect(lintCard(each)).toEqual([]);
    expect(words(each)).not.toMatch(/Du |udvalget|godkendt|Afvist/);
  }
});
