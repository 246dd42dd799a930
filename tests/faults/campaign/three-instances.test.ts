import { beforeAll, describe, expect, it } from 'vitest';
import { chaos, type ChaosStory } from './chaos.ts';

/**
 * `CHAOS_KILLS=20 CHAOS_PEOPLE=50000` is the full size (`npm run bench -- --only chaos`); the suite has a smaller one.
 */
const kills = Number(process.env['CHAOS_KILLS'] ?? 2);
const people = Number(process.env['CHAOS_PEOPLE'] ?? 300);
/** Connections of a campaign: the most in flight at a kill. */
const mostOnTheWire = 30;
const repeatWords = /Måske har du set det her før|You may have seen this before/;

describe(`a campaign to ${people} people of three instances, ${kills} of which are killed while it is sent`, () => {
  let story: ChaosStory;
  beforeAll(
    async () => {
      story = await chaos({ people, instances: 3, kills, redisKills: 1, faults: 0.02, presses: 40, sendRate: 40 });
      const { ledger, pressed, pressedAgain, busiestSecond, seconds } = story;
      process.stdout.write(
        `${JSON.stringify({ recipients: ledger.length, pressed: pressed.length, pressedAgain, busiestSecond, seconds })}\n`,
      );
    },
    900_000 + people * 500,
  );

  it('has everybody once, in one state that is an end, and only those on the wire in doubt', () => {
    expect(new Set(story.ledger.map(({ person }) => person)).size).toBe(story.ledger.length);
    expect(story.ledger.filter(({ state }) => state === 'waiting' || state === 'reserved')).toEqual([]);
    const uncertain = story.ledger.filter(({ state }) => state === 'uncertain').length;
    expect(uncertain).toBeLessThanOrEqual((kills + 1) * mostOnTheWire);
  });

  it('gives nobody two cards, and calls nobody told who has none', () => {
    const unmarked = (cards: readonly string[]) => cards.filter((card) => !repeatWords.test(card));
    expect([...story.cards].filter(([, own]) => unmarked(own).length > 1)).toEqual([]);
    const told = story.ledger.filter(({ state }) => state === 'sent');
    expect(told.filter(({ person }) => (story.cards.get(person) ?? []).length === 0)).toEqual([]);
  });

  it('takes every press, at once or when it is pressed again, and each person has one receipt', () => {
    expect(story.neverTaken).toEqual([]);
    expect(new Set(story.receipts).size).toBe(story.receipts.length);
    expect(story.pressed.filter((person) => !story.receipts.includes(person))).toEqual([]);
  });

  it('fails no request while an instance is told to end', () => {
    expect(story.whileEnding.failed).toBe(0);
    expect(story.whileEnding.asked).toBeGreaterThan(0);
  });
});
