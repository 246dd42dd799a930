import { beforeEach, expect, test } from 'vitest';
import { postponeDecision, recordDecision, type PostponeDecision } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import type { LocalDate } from '../../../api/kernel/index.ts';
import { approvalPostponedCardFor } from '../../../bot/index.ts';
import { the } from '../organisation/builders.ts';
import { aCommittee, council, management, person, submit } from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
beforeEach(async () => {
  ({ context } = await aCommittee());
});
const card = (key: string) => approvalPostponedCardFor(context, `${key}_s1_postponed0`, person('isk'));
const day = (text: string) => text as LocalDate;
const meeting = { stage: 1, meetingOn: day('2026-11-24'), itemNumber: '4' };
const postpone = (requestKey: string, changes: Partial<PostponeDecision> = {}) =>
  postponeDecision(context, the(context, 'secretary'), {
    requestKey,
    ...meeting,
    nextMeetingOn: day('2026-12-15'),
    note: undefined,
    ...changes,
  });

test('says who postponed the case to when, and why, and that nothing is to be done', async () => {
  const { key } = await submit(context, [council]);
  await postpone(key, { note: 'Økonomien mangler' });
  expect(textsOf(card(key))).toEqual([
    'Din sag er udsat: Lokal procedure – Udlevering af journaler',
    'Byrådet udsatte den på mødet 24. november til mødet 15. december.',
    'Byrådet: Økonomien mangler',
    'Du skal ikke gøre noget. Du får besked, når den er afgjort.',
  ]);
  expect(buttonsOf(card(key))).toEqual(['Se det hele']);
  expect(lintCard(card(key))).toEqual([]);
});

test('follows the case: another day, the decision, and the end', async () => {
  const { key } = await submit(context, [council, management]);
  await postpone(key);
  await postpone(key, { nextMeetingOn: day('2027-01-12') });
  expect(textsOf(card(key))[1]).toBe('Byrådet udsatte den på mødet 24. november til mødet 12. januar.');
  await recordDecision(context, the(context, 'secretary'), {
    requestKey: key,
    ...meeting,
    outcome: 'approved',
    note: undefined,
  });
  expect(textsOf(card(key))).toContain('Nu skal Koncernledelsen tage stilling.');
  expect(lintCard(card(key))).toEqual([]);
  const gone = approvalPostponedCardFor(context, 'nothing_s1_postponed0', person('isk'));
  expect(textsOf(gone)[0]).toBe('Den findes ikke mere');
});
