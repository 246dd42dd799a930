import { z } from 'zod';
import { atRate, crowd, forever } from './crowd.ts';
import type { DeskProcess } from './desk-process.ts';
import { number, percentile, print, seconds, spread, times } from './figures.ts';
import { askProgram, readPeople, tokensOf } from './people.ts';
import { listAddresses, rawItems } from './raw-lists.ts';

/** The seeded version in force: 78 % have acknowledged. */
const versionKey = 'policy-4-0';
const readers = 50;
const forMs = 10_000;
/** Receipts written a second while the readers read: half of what a campaign at full rate can bring. */
const receiptsPerSecond = 20;

const coverage = z.object({
  people: z.number(),
  acknowledged: z.number(),
  centres: z.array(z.object({ people: z.number(), acknowledged: z.number() })),
});

const missing = z.object({ people: z.array(z.object({ id: z.string() })) });

/** Coverage by centre from the program, under readers and writers, beside the same answer straight from Graph. */
export async function measureCoverage(desk: DeskProcess, program: { address: string }): Promise<void> {
  const { ciso } = await readPeople(program);
  const [token = ''] = await tokensOf(desk, [ciso]);
  const path = `/api/policy/versions/${versionKey}/coverage`;
  const read = async () => coverage.parse(await askProgram(program, token, 'GET', path));
  const readMany = () => crowd(readers, forever(undefined), async () => void (await read()), forMs);

  await read();
  const quiet = await readMany();
  const writers = await tokensOf(desk, await whoIsMissing(program, token, (receiptsPerSecond * forMs) / 1000));
  const acknowledge = `/api/policy/versions/${versionKey}/acknowledge`;
  const before = (await read()).acknowledged;
  const [busy, presses] = await Promise.all([
    readMany(),
    atRate(
      receiptsPerSecond,
      writers.values(),
      async (writer) => void (await askProgram(program, writer, 'POST', acknowledge)),
      forMs,
    ),
  ]);
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

  print(`Coverage of ${number(after.people)} people by centre, ${readers} readers at once`, [
    {
      what: 'nothing else going on',
      figure: spread(quiet),
      beside: `${number(quiet.length / (forMs / 1000))} answers/s`,
    },
    {
      what: `while receipts are written`,
      figure: spread(busy),
      beside: `${number(busy.length / (forMs / 1000))} answers/s; ${number(after.acknowledged - before)} receipts, ${spread(presses)}`,
    },
    {
      what: 'the same straight from Graph, one reader',
      figure: seconds(direct),
      beside: `${number(first.units)} resource units each time, the same numbers; ${times(direct, percentile(busy, 50))} the p50 above`,
    },
  ]);
}

async function whoIsMissing(program: { address: string }, token: string, count: number): Promise<string[]> {
  const path = `/api/policy/versions/${versionKey}/missing?limit=${count}&sort=hiredOn&offset=100`;
  const { people } = missing.parse(await askProgram(program, token, 'GET', path));
  return people.map(({ id }) => id);
}

/** All people and all receipts, counted anew: what a program without a mirror has to do for each answer. */
async function straightFromGraph(desk: DeskProcess) {
  await desk.resetStats();
  const began = performance.now();
  const addresses = await listAddresses(desk.graph);
  const today = new Date().toISOString().slice(0, 10);
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
