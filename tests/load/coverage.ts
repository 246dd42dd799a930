import { z } from 'zod';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, localDate, systemClock, todayOf } from '../../api/kernel/index.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { atRate, crowd, forever } from './crowd.ts';
import type { DeskProcess } from './desk-process.ts';
import { number, percentile, print, seconds, spread, times } from './figures.ts';
import { askProgram, readPeople, tokensOf } from './people.ts';
import { processorOf } from './processor.ts';
import { caughtUp, delivered, synced } from './publish.ts';
import { listAddresses, rawItems } from './raw-lists.ts';

/** The seeded version in force: 78 % have a receipt. */
const versionKey = 'policy-4-0';
const readers = 50;
const forMs = 10_000;
/**
 * Requests a second at a fixed rate, whatever the answers take: 50,000 people on the first morning of a publication.
 */
const questionsPerSecond = 100;
/** Receipts written a second during reads: half of a campaign's full rate. */
const receiptsPerSecond = 20;

const coverage = z.object({
  people: z.number(),
  acknowledged: z.number(),
  centres: z.array(z.object({ people: z.number(), acknowledged: z.number() })),
});

const missing = z.object({ people: z.array(z.object({ id: z.string() })) });

/**
 * Coverage by centre from the program, under readers and writers, compared with the same answer straight from Graph. In
 * the evening, when the program has caught up with a new site and is idle; then in the morning, while digests are sent.
 */
export async function measureCoverage(desk: DeskProcess, program: { address: string; pid: number }): Promise<void> {
  const { ciso } = await readPeople(program);
  const [token = ''] = await tokensOf(desk, [ciso]);
  const path = `/api/policy/versions/${versionKey}/coverage`;
  const read = async () => coverage.parse(await askProgram(program, token, 'GET', path));
  const readMany = () =>
    costing(program.pid, () => crowd(readers, forever(undefined), async () => void (await read()), forMs));
  const readAtRate = () =>
    costing(program.pid, () => atRate(questionsPerSecond, forever(undefined), async () => void (await read()), forMs));

  await synced(program);
  await caughtUp(desk);
  await read();
  const quiet = await readMany();
  const quietAtRate = await readAtRate();
  const writers = await tokensOf(desk, await whoIsMissing(program, token, (2 * receiptsPerSecond * forMs) / 1000));
  const half = writers.length / 2;
  const acknowledge = `/api/policy/versions/${versionKey}/acknowledge`;
  const before = (await read()).acknowledged;
  const writing = (whose: readonly string[]) =>
    atRate(
      receiptsPerSecond,
      whose.values(),
      async (writer) => void (await askProgram(program, writer, 'POST', acknowledge)),
      forMs,
    );
  const [busy, presses] = await Promise.all([readMany(), writing(writers.slice(0, half))]);
  const [busyAtRate] = await Promise.all([readAtRate(), writing(writers.slice(half))]);
  const after = await read();

  const raw: { milliseconds: number; units: number; people: number; acknowledged: number }[] = [];
  for (let round = 0; round < 3; round += 1) raw.push(await straightFromGraph(desk));
  const direct = percentile(
    raw.map((round) => round.milliseconds),
    50,
  );
  const [first] = raw;
  if (first?.people !== after.people || first.acknowledged !== after.acknowledged)
    throw new Error(`Graph says ${JSON.stringify(first)}, the program ${JSON.stringify(after)}`);

  await toTheMorning(desk);
  const sentBefore = delivered(await desk.stats());
  const sendingAtRate = await readAtRate();
  const sent = delivered(await desk.stats()) - sentBefore;

  print(`Coverage of ${number(after.people)} people by centre, ${readers} readers at once`, [
    { what: 'nothing else going on', figure: spread(quiet.took), beside: pace(quiet) },
    {
      what: 'while receipts are written',
      figure: spread(busy.took),
      beside: `${pace(busy)}; ${number(after.acknowledged - before)} receipts, ${spread(presses)}`,
    },
    { what: `${questionsPerSecond} questions a second`, figure: spread(quietAtRate.took), beside: pace(quietAtRate) },
    {
      what: `${questionsPerSecond} questions a second, while receipts are written`,
      figure: spread(busyAtRate.took),
      beside: pace(busyAtRate),
    },
    {
      what: `${questionsPerSecond} questions a second, while digests are sent`,
      figure: spread(sendingAtRate.took),
      beside: `${pace(sendingAtRate)}; ${number(sent / (forMs / 1000))} messages/s`,
    },
    {
      what: 'the same straight from Graph, one reader',
      figure: seconds(direct),
      beside: `${number(first.units)} resource units each time, the same numbers; ${times(direct, percentile(busy.took, 50))} the p50 of the second line`,
    },
  ]);
}

/** Answers, and their processor time in the program: independent of other load on the machine. */
interface Costing {
  took: number[];
  processorMs: number;
}
async function costing(pid: number, load: () => Promise<number[]>): Promise<Costing> {
  const before = processorOf(pid);
  const took = await load();
  return { took, processorMs: processorOf(pid) - before };
}
const pace = ({ took, processorMs }: Costing): string =>
  `${number(took.length / (forMs / 1000))} answers/s, ${number(processorMs / took.length, 2)} ms of processor each`;

async function whoIsMissing(program: { address: string }, token: string, count: number): Promise<string[]> {
  const path = `/api/policy/versions/${versionKey}/missing?limit=${count}&sort=hiredOn&offset=100`;
  const { people } = missing.parse(await askProgram(program, token, 'GET', path));
  return people.map(({ id }) => id);
}

/** Goes to the next working day and waits until its digests are being sent. */
async function toTheMorning(desk: DeskProcess): Promise<void> {
  let day = addDays(todayOf(systemClock), 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  await desk.ask('PUT', 'clock', { now: atDanishTime(day, '09:30') });
  await desk.resetStats();
  const end = performance.now() + 300_000;
  while (delivered(await desk.stats()) < 200) {
    if (performance.now() > end) throw new Error('no digests within five minutes');
    await pause(200);
  }
}

/** All people and all receipts, counted anew: each answer's cost without a mirror. */
async function straightFromGraph(desk: DeskProcess) {
  await desk.resetStats();
  const began = performance.now();
  const addresses = await listAddresses(desk.graph);
  // The municipality's day, possibly not the machine's.
  const today = localDate(new Date(z.object({ now: z.string() }).parse(await desk.ask('GET', 'clock')).now));
  const given = new Set<unknown>();
  for (const fields of await rawItems(desk.graph, addresses, 'Acknowledgements', 'PersonId,VersionKey,Outcome'))
    if (fields.VersionKey === versionKey && fields.Outcome === 'acknowledged') given.add(fields.PersonId);
  const centres = new Map<unknown, { people: number; acknowledged: number }>();
  const columns = 'Key,CentreId,HiredOn,LeftOn,AbsentFrom,AbsentTo';
  for (const person of await rawItems(desk.graph, addresses, 'People', columns)) {
    if (!isAtWork(person, today)) continue;
    const centre = centres.get(person.CentreId) ?? { people: 0, acknowledged: 0 };
    centre.people += 1;
    centre.acknowledged += given.has(person.Key) ? 1 : 0;
    centres.set(person.CentreId, centre);
  }
  const milliseconds = performance.now() - began;
  const { graph } = await desk.stats();
  const sum = (of: 'people' | 'acknowledged') => [...centres.values()].reduce((all, centre) => all + centre[of], 0);
  return { milliseconds, units: graph.resourceUnits, people: sum('people'), acknowledged: sum('acknowledged') };
}

const day = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 10) : undefined);

function isAtWork(person: Record<string, unknown>, today: string): boolean {
  const [hired, left, from, to] = [person.HiredOn, person.LeftOn, person.AbsentFrom, person.AbsentTo].map(day);
  const employed = (hired === undefined || hired <= today) && (left === undefined || left > today);
  return employed && !(from !== undefined && from <= today && (to === undefined || to >= today));
}
