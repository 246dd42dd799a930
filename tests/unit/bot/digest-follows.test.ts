import { describe, expect, it } from 'vitest';
import { closeTest, saveEvaluation } from '../../../api/contingency/exercises/evaluate-test.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { createDigestFollowers, digestCardFor } from '../../../bot/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { anEndedTest, aTestedTown, isk, whole } from '../contingency/exercises/tested-town.ts';
import { person } from '../organisation/builders.ts';
import { textsOf } from './lint-card.ts';

describe('a digest that asks for the evaluation of a test', () => {
  it('asks no more when it is closed, though that act names the test and not the obligation', async () => {
    const town = await aTestedTown();
    const { context } = town;
    declareObligationSources(context, obligationSources);
    const key = await anEndedTest(town);
    // Later the evaluation is overdue.
    town.setNow('2026-12-28T09:00:00.000Z');
    await planDigests(context);
    const told = digestCardFor(context, todayOf(context.clock), person('isk-nord'));
    expect(textsOf(told).join('\n')).toContain('En morgen uden journal');
    const cards = new Map<string, string>();
    const followers = createDigestFollowers(context, (_day, who, message) => {
      cards.set(who, textsOf(message).join('\n'));
      return Promise.resolve('edited');
    });
    await followers.process();
    cards.clear();
    await saveEvaluation(context, isk(town), key, whole);
    await closeTest(context, isk(town), key);
    await followers.process();
    expect(cards.get('isk-nord')).toBeDefined();
    expect(cards.get('isk-nord')).not.toContain('En morgen uden journal');
    await followers.stop();
  });
});
