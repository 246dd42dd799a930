import { beforeEach, expect, test } from 'vitest';
import { continueApprovals } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf, type PersonId } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { createDigestFollowers, digestCardFor } from '../../../bot/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aCommittee, aStage, person, submit, vote } from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aCommittee());
  declareObligationSources(context, obligationSources);
});

test('a vote that is due stands in the digest as a link, and every digest lets go when it is decided', async () => {
  const request = await submit(context, [aStage({ days: 2 })]);
  setNow('2026-11-26T09:00:00Z');
  await planDigests(context);
  const card = digestCardFor(context, todayOf(context.clock), person('mia'));
  expect(lintCard(card)).toEqual([]);
  expect(textsOf(card)).toContain('Tag stilling til Udlevering af journaler');
  expect(buttonsOf(card)).toEqual(['Åbn Udlevering af journaler', 'Se alle opgaver']);

  let edited: PersonId[] = [];
  const followers = createDigestFollowers(context, (_subject, who) => {
    edited.push(who);
    return Promise.resolve('edited');
  });
  await followers.process();
  edited = [];
  for (const who of ['chair', 'mia', 'nils']) await vote(context, request, who, 'approve');
  await continueApprovals(context);
  await followers.process();
  expect(edited).toEqual(expect.arrayContaining(['chair', 'mia', 'nils', 'ole', 'pia']));
  expect(textsOf(digestCardFor(context, todayOf(context.clock), person('ole'))).join()).not.toContain('Udlevering');
});
