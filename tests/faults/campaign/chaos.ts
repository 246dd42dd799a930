import type { Recipient } from '../../../api/deliveries/index.ts';
import { inParallel } from '../../../api/kernel/index.ts';
import type { ProgramProcess } from '../../support/program-process.ts';
import { busiestSecond, countedArrivals } from '../../support/counted-arrivals.ts';
import { aRedis, leaseIsFree } from '../../support/redis-server.ts';
import { roundRobin } from '../../support/round-robin.ts';
import { until } from '../../support/until.ts';
import { aMunicipality, receiptsFor, type Municipality } from './a-municipality.ts';

export interface ChaosOptions {
  people: number;
  instances: number;
  /** Instances killed while the campaign is sent, evenly spread; every second time the one that leads. */
  kills: number;
  /** Times that Redis is killed and started again. */
  redisKills: number;
  /** Share of calls to Graph and to Teams that fail. */
  faults: number;
  /** People who acknowledge from their card while it goes on. */
  presses: number;
  /** Messages a second of all instances together. */
  sendRate: number;
}

/** What became of a campaign, counted from the lists and chats of the desk. */
export interface ChaosStory {
  ledger: readonly Recipient[];
  /** Cards about the version of each person: number of unmarked ones. */
  cards: ReadonlyMap<string, readonly string[]>;
  /** Whose receipt is in SharePoint, once for each item. */
  receipts: readonly string[];
  /** Who pressed, until an answer came. */
  pressed: readonly string[];
  /** Presses that were answered with an error and pressed again; and those that never succeeded. */
  pressedAgain: number;
  neverTaken: readonly string[];
  /** Requests while an instance was told to end, and how many of them failed. */
  whileEnding: { asked: number; failed: number };
  /** Calls to Teams of all instances together in their busiest second. */
  busiestSecond: number;
  seconds: number;
}

/** Publishes a policy through a load balancer, kills and restarts instances while it is sent, and waits for its end. */
export async function chaos(options: ChaosOptions): Promise<ChaosStory> {
  const redis = await aRedis({ durable: true });
  const balancer = await roundRobin();
  const municipality = await aMunicipality(options.people, undefined, {
    ENGINE: 'redis',
    REDIS_URL: redis.url,
    SEND_RATE: String(options.sendRate),
    LOG_LEVEL: 'silent',
  });
  const { world } = municipality;
  const counted = await countedArrivals(municipality.address);
  // Each leader killed costs its lease.
  const patience = 180_000 + (4_000 * options.people) / options.sendRate + 60_000 * options.kills;
  const running = new Map<ProgramProcess, true>();
  const use = () => {
    balancer.use([...running.keys()].map(({ address }) => address));
    world.teams.setBot(`${balancer.address}/api/messages`);
  };
  const start = async () => {
    const program = await municipality.start(counted.address);
    running.set(program, true);
    use();
  };
  const leaderIs = async ({ address }: ProgramProcess): Promise<boolean> => {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    const health = (await answer?.json()) as { instances?: { leads: boolean } } | undefined;
    return health?.instances?.leads === true;
  };
  try {
    for (let instance = 0; instance < options.instances; instance += 1) await start();
    await leaseIsFree(redis);
    const began = performance.now();
    const [first] = running.keys();
    if (!first) throw new Error('no instance was started');
    await municipality.publish(first);
    world.faults.put({
      graph: { random: { rate: options.faults, statuses: [503, 504, 'reset'], retryAfterSeconds: 0 } },
      connector: { latencyMs: 25 },
    });
    const pressing = pressesOf(municipality, options.presses, patience);
    const events = options.kills + options.redisKills;
    for (let event = 1; event <= events; event += 1) {
      const at = (event * municipality.audience().length) / (events + 2);
      await until(`message ${Math.round(at)}`, () => municipality.sends() >= at, patience);
      if (event % 3 === 0 && event / 3 <= options.redisKills) {
        await redis.kill();
        await redis.start();
        continue;
      }
      const victim = await victimOf([...running.keys()], event % 2 === 1 ? leaderIs : undefined);
      running.delete(victim);
      use();
      await victim.kill();
      await start();
    }
    world.faults.put({ graph: { random: { rate: 0, statuses: [], retryAfterSeconds: 0 } } });
    await until('the campaign to be sent', () => municipality.campaign()?.state === 'finished', patience);
    const { pressed, pressedAgain, neverTaken } = await pressing;
    await until('every receipt', () => new Set(receiptsFor(municipality)).size >= pressed.length - neverTaken.length);
    const whileEnding = await askedWhileEnding(balancer.address, [...running.keys()]);
    return {
      whileEnding,
      ledger: municipality.ledger(),
      cards: cardsOf(municipality),
      receipts: receiptsFor(municipality),
      pressed,
      pressedAgain,
      neverTaken,
      busiestSecond: busiestSecond(await counted.arrivals()),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await municipality.close();
    await counted.close();
    await balancer.close();
    await redis.close();
  }
}

/** Asks through the load balancer for as long as an instance takes to end. */
async function askedWhileEnding(address: string, [first]: readonly ProgramProcess[]) {
  let isOver = false;
  const ending = first?.stop().finally(() => {
    isOver = true;
  });
  let [asked, failed] = [0, 0];
  while (!isOver) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    asked += 1;
    if (answer?.ok !== true) failed += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await ending;
  return { asked, failed };
}

/** The leader where it is asked for, else any. */
async function victimOf(
  programs: readonly ProgramProcess[],
  leads?: (program: ProgramProcess) => Promise<boolean>,
): Promise<ProgramProcess> {
  for (const program of programs) if (await leads?.(program)) return program;
  const [any] = programs;
  if (!any) throw new Error('no instance runs');
  return any;
}

const mostTries = 40;

/** People press their card as soon as they have it, and again when Teams shows an error. */
async function pressesOf(municipality: Municipality, count: number, patience: number) {
  const people = municipality.audience().slice(0, count);
  const pressed: string[] = [];
  const neverTaken: string[] = [];
  let pressedAgain = 0;
  await inParallel(4, people, async (personId) => {
    const isAsked = () => municipality.cardsOf(personId).length > 0;
    const isOver = () => municipality.campaign()?.state === 'finished';
    await until(`a card for ${personId}`, () => isAsked() || isOver(), patience);
    if (!isAsked()) return;
    pressed.push(personId);
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const status = await municipality.press(personId).catch(() => 0);
      if (status === 200) return;
      pressedAgain += 1;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    neverTaken.push(personId);
  });
  return { pressed, pressedAgain, neverTaken };
}

const cardsOf = (municipality: Municipality): ReadonlyMap<string, readonly string[]> =>
  new Map(
    municipality.audience().map((id) => {
      const own = new Set(municipality.cardsOf(id));
      const { messages } = municipality.world.teams.chat(id);
      return [id, messages.filter((message) => own.has(message.id)).map(({ card }) => JSON.stringify(card))];
    }),
  );
