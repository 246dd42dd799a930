import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeliveryBlocks, type Recipient, type RecipientState } from '../../../api/deliveries/index.ts';
import { addDays, localDate, todayOf } from '../../../api/kernel/index.ts';
import { workingDayFrom } from '../../../api/working-days.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import type { ProgramProcess } from '../../support/program-process.ts';
import { aMunicipality, campaignKey, type Municipality } from './a-municipality.ts';

/** `KILLS=20 KILL_PEOPLE=5000` is the full size; the suite has a smaller one. */
const kills = Number(process.env['KILLS'] ?? 3);
const people = Number(process.env['KILL_PEOPLE'] ?? 400);
/** Connections of a campaign: the most in flight at a kill. */
const mostOnTheWire = 30;
/** Starts of a whole program, one for each kill, on a shared machine. */
const patience = 240_000 + kills * 60_000;
const repeatWords = /Måske har du set det her før|You may have seen this before/;

interface Story {
  /** Recipients at the campaign's end, a working day later, and another one later. */
  ledger: readonly Recipient[];
  later: readonly Recipient[];
  last: readonly Recipient[];
  /** Cards of other campaigns received on each of those two days: their campaigns. */
  othersLater: ReadonlyMap<string, readonly string[]>;
  othersLast: ReadonlyMap<string, readonly string[]>;
  /** Each person's cards about the version, before and after. */
  cards: ReadonlyMap<string, readonly string[]>;
  cardsLater: ReadonlyMap<string, readonly string[]>;
  counts: Record<string, number>;
  countsLater: Record<string, number>;
  /** Everybody reserved at each kill. */
  reserved: number[];
}

const cardsIn = (municipality: Municipality): ReadonlyMap<string, readonly string[]> =>
  new Map(
    municipality.world.directory.users().map(({ id }) => {
      const own = new Set(municipality.cardsOf(id));
      const { messages } = municipality.world.teams.chat(id);
      return [id, messages.filter((message) => own.has(message.id)).map(({ card }) => JSON.stringify(card))];
    }),
  );

async function countsOf(municipality: Municipality, program: ProgramProcess): Promise<Record<string, number>> {
  const ciso = municipality.seeded.person('ciso').id;
  const seen = (await municipality.as(program, ciso, `/api/campaigns/${campaignKey}`)) as {
    counts: Record<string, number>;
  };
  return seen.counts;
}

/** Today's cards that are not about the version. */
function otherCardsToday({ records, world }: Municipality): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { campaignKey: key, recipients } of records(DeliveryBlocks))
    for (const { person, state, at } of recipients) {
      const isToday = at !== undefined && localDate(at) === todayOf(world.clock);
      if (key !== campaignKey && isToday && (state === 'sent' || state === 'uncertain'))
        found.set(person, [...(found.get(person) ?? []), key]);
    }
  return found;
}

/** Uncertain recipients without a repeat on either day, and what they got. */
const waitingFor = ({ later, last, othersLater, othersLast }: Story) =>
  [[later, othersLater] as const, [last, othersLast] as const].map(([ledger, others]) =>
    ledger
      .filter(({ state }) => state === 'uncertain')
      .map((one) => ({ ...one, instead: others.get(one.person) ?? [] })),
  );

/** A restarted program begins the next working day and runs all that is due. */
async function nextWorkingDay(municipality: Municipality): Promise<ProgramProcess> {
  const { clock } = municipality.world;
  clock.set(atDanishTime(workingDayFrom(addDays(todayOf(clock), 1)), '09:00'));
  const program = await municipality.start();
  await municipality.process(program);
  return program;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function killedAgainAndAgain(municipality: Municipality): Promise<Story> {
  const { world } = municipality;
  // Slow enough for messages always to be in flight.
  world.faults.put({ connector: { latencyMs: 25 } });
  const reserved: number[] = [];
  let program = await municipality.start();
  await municipality.publish(program);
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(() => municipality.sends() >= (kill * municipality.audience().length) / (kills + 2));
    await program.kill();
    await municipality.quiet();
    reserved.push(municipality.ledger().filter(({ state }) => state === 'reserved').length);
    program = await municipality.start();
  }
  world.faults.put({ connector: { latencyMs: 0 } });
  await municipality.process(program);
  const ledger = municipality.ledger();
  const cards = cardsIn(municipality);
  const counts = await countsOf(municipality, program);
  await program.stop();
  program = await nextWorkingDay(municipality);
  const later = { later: municipality.ledger(), cardsLater: cardsIn(municipality) };
  const [othersLater, countsLater] = [otherCardsToday(municipality), await countsOf(municipality, program)];
  await program.stop();
  await nextWorkingDay(municipality);
  const [last, othersLast] = [municipality.ledger(), otherCardsToday(municipality)];
  return { ledger, cards, counts, reserved, ...later, othersLater, countsLater, last, othersLast };
}

describe(`a campaign to ${people} people whose program is killed ${kills} times while it sends`, () => {
  let municipality: Municipality;
  let story: Story;
  beforeAll(async () => {
    municipality = await aMunicipality(people);
    story = await killedAgainAndAgain(municipality);
    const { reserved, counts, countsLater } = story;
    process.stdout.write(`${JSON.stringify({ reserved, counts, countsLater, waiting: waitingFor(story) })}\n`);
  }, patience);
  afterAll(() => municipality.close());

  const inState = (ledger: readonly Recipient[], ...states: RecipientState[]) =>
    ledger.filter(({ state }) => states.includes(state));
  const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

  it('met people reserved at every kill, and leaves only those on the wire uncertain', () => {
    expect(story.reserved.filter((count) => count === 0)).toEqual([]);
    expect(inState(story.ledger, 'uncertain').length).toBeLessThanOrEqual(kills * mostOnTheWire);
    expect(inState(story.ledger, 'waiting', 'reserved')).toEqual([]);
  });

  it('has everybody once, in states that add up, on the day and afterwards', () => {
    const audience = municipality.audience().length;
    expect(sumOf(story.counts)).toBe(story.ledger.length);
    expect(sumOf(story.countsLater)).toBe(story.later.length);
    expect(new Set(story.ledger.map(({ person }) => person)).size).toBe(story.ledger.length);
    expect(story.ledger.length).toBeLessThanOrEqual(audience);
  });

  it('calls nobody told who has no card, on the day and afterwards', () => {
    const without = (ledger: readonly Recipient[], cards: Story['cards']) =>
      inState(ledger, 'sent').filter(({ person }) => (cards.get(person) ?? []).length === 0);
    expect(without(story.ledger, story.cards)).toEqual([]);
    expect(without(story.later, story.cardsLater)).toEqual([]);
    expect(story.counts['sent']).toBe(inState(story.ledger, 'sent').length);
  });

  it('gives nobody more than one card that is not marked, and a marked one only to those who were uncertain', () => {
    const unmarked = (cards: readonly string[]) => cards.filter((card) => !repeatWords.test(card));
    for (const cards of [story.cards, story.cardsLater])
      expect([...cards].filter(([, own]) => unmarked(own).length > 1)).toEqual([]);
    expect([...story.cards].filter(([, own]) => own.length > 1)).toEqual([]);
    const uncertain = new Set<string>(inState(story.ledger, 'uncertain').map(({ person }) => person));
    const marked = [...story.cardsLater]
      .filter(([, own]) => own.length > unmarked(own).length)
      .map(([person]) => person);
    expect(marked.filter((person) => !uncertain.has(person))).toEqual([]);
  });

  it('reaches everybody on the next working day: each uncertain person has the card, told apart in the ledger', () => {
    const before = inState(story.ledger, 'uncertain').map(({ person }) => person);
    const laterIn = (...states: RecipientState[]) =>
      inState(story.later, ...states)
        .map(({ person }) => person)
        .filter((person) => before.includes(person));
    const [again, blocked, waits] = [laterIn('sent'), laterIn('blocked'), laterIn('uncertain')];
    expect(again.length + blocked.length + waits.length).toBe(before.length);
    expect(story.countsLater['sentAgain']).toBe(again.length);
    expect(again.filter((person) => !story.cardsLater.get(person)?.some((card) => repeatWords.test(card)))).toEqual([]);
    // The first message was in flight to a person who has blocked the bot: only the repeat shows it.
    const deaf = new Set(municipality.seeded.people.filter(({ botBlocked }) => botBlocked).map(({ id }) => id));
    expect(blocked.filter((person) => !deaf.has(person) || story.cardsLater.get(person)?.length !== 0)).toEqual([]);
    // A repeat needs its own day: they got another card on this one.
    expect(waits.filter((person) => !story.othersLater.has(person))).toEqual([]);
  });

  it('reaches those who had another card that day on the next one, unless they have another again', () => {
    const waits = inState(story.last, 'uncertain').map(({ person }) => person);
    expect(waits.filter((person) => !story.othersLast.has(person))).toEqual([]);
  });
});
