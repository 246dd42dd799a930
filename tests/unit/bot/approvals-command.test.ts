import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { answerCommand } from '../../../bot/commands/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { the } from '../organisation/builders.ts';
import { aCommittee, aStage, council, submit, vote } from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aCommittee());
  declareObligationSources(context, obligationSources);
});
const ask = (text: string, who = 'mia') => answerCommand(context, the(context, who), text);

describe('godkendelser', () => {
  test('names what waits for me with its link, and one way to all of it', async () => {
    await submit(context);
    const card = ask('godkendelser');
    expect(lintCard(card)).toEqual([]);
    expect(textsOf(card)).toEqual([
      '1 sag venter på dig',
      'Tag stilling til Udlevering af journaler',
      expect.stringMatching(/^senest 1\. december \(om 7 dage\) · \[Åbn\]\(https:\/\/teams/),
    ]);
    expect(buttonsOf(card)).toEqual(['Se Godkendelser']);
  });

  test('is empty when I have voted, and for who has nothing to decide', async () => {
    const request = await submit(context);
    await vote(context, request, 'mia', 'approve');
    expect(ask('godkendelser').summary).toBe('Ingen sager venter på dig');
    expect(ask('approvals', 'other').summary).toBe('No cases are waiting for you');
    expect(lintCard(ask('approvals', 'other'))).toEqual([]);
  });

  test('tells the secretary what to record and the submitter what to send again', async () => {
    await submit(context, [council]);
    expect(textsOf(ask('hvad skal jeg godkende', 'secretary'))[1]).toBe(
      'Skriv ind, hvad der blev besluttet om Udlevering af journaler',
    );
    const other = await submit(context, [aStage({ rule: 'one' })], { subjectKey: 'anden' });
    await vote(context, other, 'mia', 'askChanges');
    expect(textsOf(ask('godkendelser', 'isk'))[1]).toBe('Ret og send Udlevering af journaler igen');
  });

  test('shows five at most, the late ones first', async () => {
    await submit(context, [aStage({ days: 1 })], { subjectKey: 'sag-0' });
    for (let number = 1; number < 8; number += 1) await submit(context, [aStage()], { subjectKey: `sag-${number}` });
    setNow('2026-11-25T10:00:00Z');
    const card = ask('approvals');
    expect(card.summary).toBe('8 cases are waiting for you');
    expect(textsOf(card)[2]).toContain('by 25 November (today)');
    expect(textsOf(card).at(-1)).toBe('and 3 more');
    expect(lintCard(card)).toEqual([]);
  });

  test('is suggested to those who decide, and not to everybody', () => {
    expect(textsOf(ask('hjælp')).join('\n')).toContain('**godkendelser**');
    expect(textsOf(ask('hjælp', 'other')).join('\n')).not.toContain('**godkendelser**');
  });
});
