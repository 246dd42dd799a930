import { z } from 'zod';
import { systemClock, todayOf } from '../../api/kernel/index.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { atRate } from './crowd.ts';
import type { DeskProcess } from './desk-process.ts';
import { milliseconds, number, percentile, print, spread } from './figures.ts';
import { askProgram, readPeople, tokensOf } from './people.ts';

/** A meeting with many items, everybody voting at once: faster than any committee. */
const requests = 60;
const votesPerSecond = 10;
/** Of these reserved for concurrent presses by all members. */
const crowded = 10;
/** Graph's latency in a real tenant. */
const latencyMs = 100;

const proposed = z.object({ key: z.string() });
const submitted = z.object({ approval: z.object({ requestKey: z.string() }) });
const approval = z.object({
  contentHash: z.string(),
  state: z.string(),
  stages: z.array(z.object({ state: z.string(), body: z.string() })),
});

/** The digests of a working day would be sent to 50,000 people at the same time, and are measured separately. */
export const toTheEvening = async (desk: DeskProcess): Promise<void> => {
  await desk.ask('PUT', 'clock', { now: atDanishTime(todayOf(systemClock), '18:30') });
};

/** Votes through the running program with Graph's real latency: from the press to the answer. */
export async function measureApprovals(desk: DeskProcess, program: { address: string }): Promise<void> {
  const { ciso, holding } = await readPeople(program);
  const [cisosToken = ''] = await tokensOf(desk, [ciso]);
  const keys: string[] = [];
  for (let place = 1; place <= requests; place += 1) keys.push(await propose(program, cisosToken, place));
  const { contentHash, stages } = await look(program, cisosToken, keys[0] ?? '');
  if (contentHash === '' || stages.length === 0) throw new Error('nothing to vote on');
  const hashes = new Map<string, string>();
  for (const key of keys) hashes.set(key, (await look(program, cisosToken, key)).contentHash);
  await askProgram(program, cisosToken, 'POST', '/emulator/process');

  const vote = async ({ key, stage, token }: Press): Promise<void> => {
    const body = { stage, contentHash: hashes.get(key), choice: 'approve' };
    await askProgram(program, token, 'POST', `/api/approvals/${key}/vote`, body);
  };
  await desk.ask('PUT', 'faults', { graph: { latencyMs } });
  await desk.resetStats();
  const took: number[] = [];
  let votes = 0;
  for (const [index, { body }] of stages.entries()) {
    const members = await tokensOf(
      desk,
      holding(body).filter((id) => id !== ciso),
    );
    for (const token of members) {
      const open = await openKeys(program, cisosToken, keys.slice(crowded), index);
      const presses = open.map((key): Press => ({ key, stage: index + 1, token }));
      took.push(...(await atRate(votesPerSecond, presses.values(), vote, Infinity)));
      votes += presses.length;
    }
  }
  await desk.ask('PUT', 'faults', { graph: { latencyMs: 0 } });
  await askProgram(program, cisosToken, 'POST', '/emulator/process');
  const units = unitsWithoutLooking((await desk.stats()).graph.byRoute);
  const decided = requests - crowded;
  const left = await openKeys(program, cisosToken, keys.slice(crowded), stages.length - 1);
  if (left.length > 0) throw new Error(`${left.length} of ${decided} requests are not decided`);

  await desk.ask('PUT', 'faults', { graph: { latencyMs } });
  const together: number[] = [];
  const members = await tokensOf(
    desk,
    holding(stages[0]?.body ?? '').filter((id) => id !== ciso),
  );
  for (const key of keys.slice(0, crowded)) {
    const presses = members.map(async (token) => {
      const began = performance.now();
      await vote({ key, stage: 1, token }).catch(lateIsRefused);
      together.push(performance.now() - began);
    });
    await Promise.all(presses);
  }
  await desk.ask('PUT', 'faults', { graph: { latencyMs: 0 } });

  print(`${number(votes)} votes on ${number(decided)} requests, Graph answers after ${latencyMs} ms`, [
    { what: `press to answer, ${votesPerSecond} votes a second`, figure: spread(took), beside: 'goal p99 300 ms' },
    {
      what: `the same, ${members.length} members on one request in the same instant`,
      figure: spread(together),
      beside: `slowest ${milliseconds(percentile(together, 100))}; one after the other, since each sees the one before`,
    },
    {
      what: 'resource units a decision of two bodies',
      figure: number(units / decided, 1),
      beside: `${number(votes / decided, 1)} votes each, with audit trail, cards and what follows`,
    },
  ]);
}

interface Press {
  key: string;
  stage: number;
  token: string;
}

async function propose(program: { address: string }, token: string, place: number): Promise<string> {
  const { key } = proposed.parse(
    await askProgram(program, token, 'POST', '/api/measures', {
      ...{ title: `Tiltag ${place}`, background: 'Baggrund', costOnce: 1_000, costYearly: 0, steps: [] },
      ...{ risk: 'Uden det kan ingen se, hvem der har adgang', recommendation: 'Godkend tiltaget' },
    }),
  );
  const answer = await askProgram(program, token, 'POST', `/api/measures/${key}/submit`);
  return submitted.parse(answer).approval.requestKey;
}

const look = async (program: { address: string }, token: string, key: string) =>
  approval.parse(await askProgram(program, token, 'GET', `/api/approvals/${key}`));

/** Requests with a stage awaiting votes. */
async function openKeys(
  program: { address: string },
  token: string,
  keys: readonly string[],
  stage: number,
): Promise<string[]> {
  const open: string[] = [];
  for (const key of keys) {
    const { stages } = await look(program, token, key);
    if (stages[stage]?.state === 'open') open.push(key);
  }
  return open;
}

/** Votes after the deciding one are refused. */
function lateIsRefused(thrown: unknown): void {
  if (!(thrown instanceof Error) || !thrown.message.includes('409')) throw thrown;
}

/** Without the polls of each list that happen regardless of votes. */
const unitsWithoutLooking = (byRoute: Readonly<Record<string, { resourceUnits: number }>>): number =>
  Object.entries(byRoute)
    .filter(([route]) => !route.includes('delta'))
    .reduce((sum, [, { resourceUnits }]) => sum + resourceUnits, 0);
