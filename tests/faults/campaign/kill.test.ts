import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockSize, type Recipient, type RecipientState } from '../../../api/deliveries/index.ts';
import type { ProgramProcess } from '../../support/program-process.ts';
import { aMunicipality, campaignKey, receiptsFor, versionKey, type Municipality } from './a-municipality.ts';

/** The engine's guarantee: the most reserved, including those without a recorded outcome. */
const mostReserved = 100;
/** The most in flight: the connections of a campaign. */
const mostOnTheWire = 30;
/** `KILL_PEOPLE=2300` is the full size; the suite has a smaller one, with every assertion. */
const people = Number(process.env['KILL_PEOPLE'] ?? 900);
/** Size of a campaign's blocks (`blockSize` of the ledger). */
const blocks = Math.ceil(people / blockSize);
/** Failing calls need no more blocks than there are kills and one more. */
const fewer = Math.ceil((people * 2) / 3);
/** A share of all sends. */
const share = (part: number, of = people) => Math.round(of * part);

/** Every 429 pauses all sending for a second, so it is the rarest of the three. */
const lostAnswers = [...new Array<'504'>(6).fill('504'), ...new Array<'reset'>(6).fill('reset')];

const unsettled: readonly RecipientState[] = ['waiting', 'reserved'];
const byState = (ledger: readonly Recipient[], state: RecipientState) =>
  ledger.filter((recipient) => recipient.state === state).map(({ person }) => person);

/** Starts of a whole program, on a shared machine. */
const patience = 240_000;

async function watch(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** State after a killed run. */
interface Left {
  reserved: number;
  waiting: number;
}
async function killed(municipality: Municipality, program: ProgramProcess): Promise<Left> {
  await program.kill();
  await municipality.quiet();
  const ledger = municipality.ledger();
  return { reserved: byState(ledger, 'reserved').length, waiting: byState(ledger, 'waiting').length };
}

/**
 * Kills it at a change of the lists. From that very change on Graph resets every connection, so that nothing is written
 * after it, however long the machine takes to kill.
 */
async function killedAt(municipality: Municipality, program: ProgramProcess, what: string, isSo: () => boolean) {
  const { faults, sites } = municipality.world;
  let isThere = false;
  sites.items.onChange(() => {
    if (isThere || !isSo()) return;
    isThere = true;
    faults.put({ graph: { away: true } });
  });
  await watch(what, () => isThere);
  const left = await killed(municipality, program);
  faults.put({ graph: { away: false } });
  return left;
}

/** A number of people with the card press it; responses by person. */
async function pressSome(municipality: Municipality, count: number, pressed: Map<string, number>): Promise<void> {
  for (const { id } of municipality.seeded.people) {
    if (pressed.size >= count) return;
    if (municipality.cardsOf(id).length > 0 && !pressed.has(id)) pressed.set(id, await municipality.press(id));
  }
}

/** Lets it send, with presses in between, and kills it while some messages are reserved and others wait. */
async function sendAndKill(
  municipality: Municipality,
  program: ProgramProcess,
  at: { pressed: number; sends: number },
  pressed: Map<string, number>,
): Promise<Left> {
  await watch(`${at.sends / 2} sends`, () => municipality.sends() >= at.sends / 2);
  // However long the presses take on a busy machine, few are sent to meanwhile: some are left at the kill.
  const { faults } = municipality.world;
  faults.put({ connector: { latencyMs: 2_000 } });
  await pressSome(municipality, at.pressed, pressed);
  faults.put({ connector: { latencyMs: 0 } });
  return killedAt(municipality, program, `${at.sends} sends`, () => {
    if (municipality.sends() < at.sends) return false;
    const ledger = municipality.ledger();
    return byState(ledger, 'reserved').length > 0 && byState(ledger, 'waiting').length > 0;
  });
}

/** Invariants of a finished campaign, however it got there. */
function itHolds(story: () => { municipality: Municipality; program: ProgramProcess; ledger: Recipient[] }): void {
  it('has everybody of the audience once, in an end state', () => {
    const { municipality, ledger } = story();
    expect(ledger.map(({ person }) => person as string).toSorted()).toEqual(municipality.audience());
    expect(ledger.filter(({ state }) => unsettled.includes(state))).toEqual([]);
    expect(municipality.campaign()?.state).toBe('finished');
  });

  it('shows the CISO states that add up to the audience', async () => {
    const { municipality, program, ledger } = story();
    const seen = (await municipality.as(
      program,
      municipality.seeded.person('ciso').id,
      `/api/campaigns/${campaignKey}`,
    )) as {
      audience: number;
      counts: Record<string, number>;
    };
    expect(seen.audience).toBe(municipality.audience().length);
    expect(Object.values(seen.counts).reduce((sum, count) => sum + count, 0)).toBe(seen.audience);
    for (const [state, count] of Object.entries(seen.counts))
      expect([state, byState(ledger, state as RecipientState).length]).toEqual([state, count]);
  });

  it('has put one card in the chat of whoever is sent to, none in the others’, and never two', () => {
    const { municipality, ledger } = story();
    const cards = new Map(municipality.world.directory.users().map(({ id }) => [id, municipality.cardsOf(id).length]));
    expect([...cards].filter(([, count]) => count > 1)).toEqual([]);
    expect(byState(ledger, 'sent').filter((person) => cards.get(person) !== 1)).toEqual([]);
    const mayHave = new Set<string>([...byState(ledger, 'sent'), ...byState(ledger, 'uncertain')]);
    expect([...cards].filter(([person, count]) => count > 0 && !mayHave.has(person))).toEqual([]);
  });

  it('names those who cannot be reached by their reason', () => {
    const { municipality, ledger } = story();
    const asked = new Set(municipality.audience());
    const expected = municipality.seeded.people.filter(({ id, teams }) => asked.has(id) && !teams);
    expect(byState(ledger, 'notApplicable').toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  });
}

describe(`a campaign of ${people} whose program is killed four times`, () => {
  let municipality: Municipality;
  let program: ProgramProcess;
  let ledger: Recipient[];
  let atEnrolment: { campaign: unknown; blocks: number };
  const kills: Left[] = [];
  const pressed = new Map<string, number>();

  beforeAll(async () => {
    municipality = await aMunicipality(people);
    program = await municipality.start();
    const publishing = municipality.publish(program).then(
      () => 'answered',
      () => 'died',
    );
    const { campaign, versionState, blocksMade } = municipality;
    kills.push(await killedAt(municipality, program, 'a published version', () => versionState() === 'published'));
    atEnrolment = { campaign: campaign(), blocks: 0 };
    expect(await publishing).toBe('died');

    program = await municipality.start();
    kills.push(await killedAt(municipality, program, 'some blocks', () => blocksMade() > 0));
    atEnrolment.blocks = blocksMade();

    for (const at of [
      { pressed: 20, sends: share(0.26) },
      { pressed: 40, sends: share(0.56) },
    ]) {
      program = await municipality.start();
      kills.push(await sendAndKill(municipality, program, at, pressed));
    }
    program = await municipality.start();
    await municipality.process(program);
    ledger = municipality.ledger();
  }, patience);
  afterAll(() => municipality.close());

  it('was killed before the campaign was there, among its blocks, and twice among its messages', () => {
    expect(atEnrolment.campaign).toBeUndefined();
    expect(atEnrolment.blocks).toBeGreaterThan(0);
    expect(atEnrolment.blocks).toBeLessThan(blocks);
    for (const { waiting, reserved } of kills.slice(2)) {
      expect(waiting).toBeGreaterThan(0);
      expect(reserved).toBeGreaterThan(0);
      expect(reserved).toBeLessThanOrEqual(mostReserved);
    }
  });

  itHolds(() => ({ municipality, program, ledger }));

  it('leaves nobody uncertain but those who were on the wire at a kill', () => {
    expect(byState(ledger, 'uncertain').length).toBeLessThanOrEqual(2 * mostOnTheWire);
  });

  it('keeps the receipts that were pressed before a kill, one each', async () => {
    expect(pressed.size).toBe(40);
    expect([...pressed.values()].filter((status) => status !== 200)).toEqual([]);
    const receipts = receiptsFor(municipality);
    expect(receipts.toSorted()).toEqual([...pressed.keys()].toSorted());
    const ciso = municipality.seeded.person('ciso').id;
    const coverage = await municipality.as(program, ciso, `/api/policy/versions/${versionKey}/coverage`);
    expect(coverage).toMatchObject({ people: municipality.audience().length, acknowledged: 40 });
  });
});

describe(`a campaign of ${fewer} killed twice while 5 % of all calls to Teams and Graph fail`, () => {
  let municipality: Municipality;
  let program: ProgramProcess;
  let ledger: Recipient[];
  const kills: Left[] = [];
  const pressed = new Map<string, number>();

  beforeAll(async () => {
    municipality = await aMunicipality(fewer);
    municipality.world.faults.put({
      seed: 20_261_124,
      graph: { random: { rate: 0.05, statuses: [429, 504, 'reset'], retryAfterSeconds: 1 } },
      connector: { random: { rate: 0.05, kinds: [...lostAnswers, '429'] } },
    });
    program = await municipality.start();
    await municipality.publish(program);
    for (const at of [
      { pressed: 20, sends: share(0.3, fewer) },
      { pressed: 30, sends: share(0.65, fewer) },
    ]) {
      kills.push(await sendAndKill(municipality, program, at, pressed));
      program = await municipality.start();
    }
    await municipality.process(program);
    ledger = municipality.ledger();
  }, patience);
  afterAll(() => municipality.close());

  itHolds(() => ({ municipality, program, ledger }));

  it('met all three faults on both sides', () => {
    const { graph, connector } = municipality.world.stats.snapshot();
    const statuses = (byKind: Record<string, { statuses: Record<string, number> }>) =>
      new Set(Object.values(byKind).flatMap((line) => Object.keys(line.statuses)));
    for (const met of [statuses(graph.byRoute), statuses(connector.byKind)])
      expect([...met]).toEqual(expect.arrayContaining(['429', '504', '0']));
  });

  it('leaves no more uncertain than were on the wire at a kill or got an answer that was lost', () => {
    const statuses = municipality.world.stats.snapshot().connector.byKind['send']?.statuses ?? {};
    const lost = (statuses['504'] ?? 0) + (statuses['0'] ?? 0);
    for (const { reserved } of kills) expect(reserved).toBeLessThanOrEqual(mostReserved);
    expect(byState(ledger, 'uncertain').length).toBeLessThanOrEqual(kills.length * mostOnTheWire + lost);
  });

  it('keeps every receipt whose press was answered, one each', () => {
    const answered = [...pressed].filter(([, status]) => status === 200).map(([person]) => person);
    expect(answered.length).toBeGreaterThan(20);
    const receipts = receiptsFor(municipality);
    expect(new Set(receipts).size).toBe(receipts.length);
    expect(answered.filter((person) => !receipts.includes(person))).toEqual([]);
  });
});
