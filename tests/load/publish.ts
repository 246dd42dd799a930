import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { DeskProcess, DeskStats } from './desk-process.ts';
import { askProgram, readPeople } from './people.ts';

type Running = { address: string };

const campaign = z.object({ state: z.string(), audience: z.number(), counts: z.record(z.string(), z.number()) });
type Campaign = z.output<typeof campaign>;

const cisoToken = async (desk: DeskProcess, program: Running): Promise<string> =>
  desk.personToken((await readPeople(program)).ciso);

/** A version with new receipts; returns its key. */
export async function draftNextVersion(desk: DeskProcess, program: Running): Promise<string> {
  const draft = await askProgram(program, await cisoToken(desk, program), 'POST', '/api/policy/versions', {
    title: 'Informationssikkerhedspolitik',
    number: '6.0',
    body: 'Vi passer på borgernes oplysninger.',
    summary: 'Kortere.',
    changeKind: 'major',
    effectiveOn: new Date().toISOString().slice(0, 10),
  });
  return z.object({ key: z.string() }).parse(draft).key;
}

const health = z.object({ jobs: z.array(z.object({ name: z.string(), lastRunAt: z.string().optional() })) });

/** Waits for the first directory sync: no part of a campaign. */
export async function synced(program: Running): Promise<void> {
  const end = performance.now() + 120_000;
  for (;;) {
    const { jobs } = health.parse(await (await fetch(`${program.address}/api/health`)).json());
    if (jobs.some(({ name, lastRunAt }) => name === 'directory' && lastRunAt !== undefined)) return;
    if (performance.now() > end) throw new Error('no sync with the directory within two minutes');
    await pause(100);
  }
}

/** Units in two seconds of a program that only polls, and makes a pack now and then. */
const restingUnits = 20;

/**
 * Waits until a program on a new site has caught up: audit trail of the seed, closed months and subscriptions cost some
 * 2 units for each item, and are no part of a campaign either.
 */
export async function caughtUp(desk: DeskProcess): Promise<void> {
  const end = performance.now() + 300_000;
  for (let before = Infinity, quiet = 0; quiet < 2;) {
    const { resourceUnits } = (await desk.stats()).graph;
    quiet = resourceUnits - before <= restingUnits && before !== Infinity ? quiet + 1 : 0;
    before = resourceUnits;
    if (performance.now() > end) throw new Error('the program has not caught up within five minutes');
    await pause(2_000);
  }
}

/** Publishes a draft; the desk's counters are reset just before. Returns the time of the press. */
export async function publish(desk: DeskProcess, program: Running, versionKey: string): Promise<number> {
  const token = await cisoToken(desk, program);
  await desk.resetStats();
  const pressed = performance.now();
  const path = `/api/policy/versions/${versionKey}/publish`;
  await askProgram(program, token, 'POST', path, { reason: 'Godkendt af Byrådet.' });
  return pressed;
}

/** Messages currently in a chat. */
export const delivered = ({ connector }: DeskStats): number => connector.byKind['send']?.statuses['201'] ?? 0;

/** The campaign when the condition holds, or at the timeout. */
export async function readCampaign(
  desk: DeskProcess,
  program: Running,
  versionKey: string,
  isSo: (found: Campaign) => boolean,
  withinMs = 120_000,
): Promise<Campaign> {
  const token = await cisoToken(desk, program);
  const end = performance.now() + withinMs;
  for (;;) {
    const found = campaign.parse(await askProgram(program, token, 'GET', `/api/campaigns/policy_${versionKey}`));
    if (isSo(found) || performance.now() > end) return found;
    await pause(100);
  }
}

export interface AtRate {
  /** Milliseconds from the press on "publish". */
  untilFirst: number;
  messagesPerSecond: number;
  /** Resource units for publishing and enrolling, by recipient. */
  enrolEach: number;
  /** Resource units during sending, by delivered message. */
  unitsEach: number;
  /** Messages delivered while watched, and the most expensive uses of units meanwhile. */
  sent: number;
  units: readonly string[];
}

/**
 * Watches a campaign from its first message on, for a time, or until half of it is sent: the rest is measured without
 * the gate. `pressed`: when it was published.
 */
export async function sendAtRate(
  desk: DeskProcess,
  program: Running,
  versionKey: string,
  pressed: number,
  watchMs: number,
): Promise<AtRate> {
  let enrolled = await desk.stats();
  while (delivered(enrolled) === 0) {
    if (performance.now() - pressed > 120_000) throw new Error('no message within two minutes');
    await pause(50);
    enrolled = await desk.stats();
  }
  const untilFirst = performance.now() - pressed;
  const from = performance.now();
  const before = await desk.stats();
  // Just after the first card the view may be older than the blocks.
  const { audience } = await readCampaign(desk, program, versionKey, ({ audience: seen }) => seen > 0);
  if (audience === 0) throw new Error('the campaign has nobody in its audience');
  let after = before;
  while (performance.now() - from < watchMs && delivered(after) < audience / 2) {
    await pause(250);
    after = await desk.stats();
  }
  const elapsed = performance.now() - from;
  const sent = delivered(after) - delivered(before);
  return {
    untilFirst,
    messagesPerSecond: sent / (elapsed / 1000),
    enrolEach: enrolled.graph.resourceUnits / audience,
    unitsEach: (after.graph.resourceUnits - before.graph.resourceUnits) / sent,
    sent,
    units: dearest(before, after),
  };
}

/** The five most expensive kinds of calls between two reads, e.g. `34 in 17 PATCH /sites/{site}/…`. */
function dearest(before: DeskStats, after: DeskStats): string[] {
  return Object.entries(after.graph.byRoute)
    .map(([route, { requests, resourceUnits }]) => {
      const earlier = before.graph.byRoute[route] ?? { requests: 0, resourceUnits: 0 };
      return { route, calls: requests - earlier.requests, units: resourceUnits - earlier.resourceUnits };
    })
    .filter(({ units }) => units > 0)
    .toSorted((one, other) => other.units - one.units)
    .slice(0, 5)
    .map(({ route, calls, units }) => `${units} in ${calls} ${route}`);
}
