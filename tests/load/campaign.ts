import type { ProgramProcess } from '../support/program-process.ts';
import type { DeskProcess } from './desk-process.ts';
import { megabytes, number, print, seconds, type Figure } from './figures.ts';
import { residentMemory } from './memory.ts';
import { measurePresses, type Presses } from './presses.ts';
import { startProgram } from './program.ts';
import {
  caughtUp,
  delivered,
  draftNextVersion,
  publish,
  readCampaign,
  sendAtRate,
  synced,
  type AtRate,
} from './publish.ts';

/** The seeded draft, for everybody. */
const seededDraft = 'policy-5-0';
/** The production rate, and the time each campaign is watched at it. */
const perSecond = 40;
const watchMs = 20_000;
/** Most time for sending without the gate. */
const mostMs = 8 * 60_000;

/**
 * Two campaigns to everybody: the first has to open every chat, the second knows them. Each is watched at the
 * production rate and then finished without the gate. In the end everybody presses.
 */
export async function measureCampaign(desk: DeskProcess, pressForMs: number): Promise<void> {
  const first = await sendCampaign(desk, async () => seededDraft);
  const second = await sendCampaign(desk, (program) => draftNextVersion(desk, program), pressForMs);
  report(first, second);
}

interface Sent {
  atRate: AtRate;
  lifted: Lifted;
  presses: Presses | undefined;
  /** Resident bytes of the program at the end. */
  memory: number | undefined;
}

async function sendCampaign(
  desk: DeskProcess,
  draft: (program: ProgramProcess) => Promise<string>,
  pressForMs?: number,
): Promise<Sent> {
  const gated = await withProgram(desk, { SEND_RATE: String(perSecond) }, async (program) => {
    await synced(program);
    await caughtUp(desk);
    const versionKey = await draft(program);
    const pressed = await publish(desk, program, versionKey);
    return { versionKey, atRate: await sendAtRate(desk, program, versionKey, pressed, watchMs) };
  });
  const { versionKey, atRate } = gated;
  return withProgram(desk, {}, async (program) => {
    const lifted = await sendLifted(desk, program, versionKey);
    const presses = pressForMs === undefined ? undefined : await measurePresses(desk, versionKey, pressForMs);
    return { atRate, lifted, presses, memory: residentMemory(program.pid) };
  });
}

async function withProgram<Value>(
  desk: DeskProcess,
  env: Readonly<Record<string, string>>,
  act: (program: ProgramProcess) => Promise<Value>,
): Promise<Value> {
  const program = await startProgram(desk, env);
  try {
    return await act(program);
  } finally {
    await program.stop();
  }
}

interface Lifted {
  audience: number;
  counts: Readonly<Record<string, number>>;
  sent: number;
  elapsed: number;
  unitsEach: number;
  callsEach: number;
}

/** The rest of a campaign, as fast as ledger, program and this machine are. */
async function sendLifted(desk: DeskProcess, program: ProgramProcess, versionKey: string): Promise<Lifted> {
  await readCampaign(desk, program, versionKey, () => true);
  const before = await desk.stats();
  const began = performance.now();
  const { audience, counts } = await readCampaign(
    desk,
    program,
    versionKey,
    ({ state }) => state === 'finished',
    mostMs,
  );
  const elapsed = performance.now() - began;
  const after = await desk.stats();
  const sent = delivered(after) - delivered(before);
  const unitsEach = (after.graph.resourceUnits - before.graph.resourceUnits) / sent;
  const callsEach = (after.connector.calls - before.connector.calls) / sent;
  return { audience, counts, sent, elapsed, unitsEach, callsEach };
}

function report(first: Sent, second: Sent): void {
  const atRate = (what: string, { enrolEach, unitsEach, messagesPerSecond }: AtRate): Figure => ({
    what: `resource units a delivered message, ${what}`,
    figure: number(enrolEach + unitsEach, 3),
    beside: `goal ≤ 0.2; ${number(messagesPerSecond, 1)} messages/s of ${perSecond} calls/s`,
  });
  const lifted = (what: string, { sent, elapsed, callsEach, unitsEach }: Lifted): Figure => ({
    what: `messages a second without the gate, ${what}`,
    figure: number(sent / (elapsed / 1000)),
    beside: `${number(sent)} in ${seconds(elapsed)}; ${number(callsEach, 2)} calls and ${number(unitsEach, 3)} units each`,
  });
  const { presses, memory } = second;
  print(`Campaign to ${number(second.lifted.audience)} people`, [
    {
      what: 'publish until the first card is in a chat',
      figure: seconds(first.atRate.untilFirst),
      beside: 'everybody is enrolled before',
    },
    atRate('chats to be opened', first.atRate),
    atRate('chats known', second.atRate),
    lifted('chats to be opened', first.lifted),
    lifted('chats known', second.lifted),
    ...(presses ? receipts(first.atRate, presses) : []),
    ...(memory === undefined ? [] : [{ what: 'memory (RSS) of the program at the end', figure: megabytes(memory) }]),
  ]);
  for (const { sent, units } of [first.atRate, second.atRate])
    console.log(`  units for ${number(sent)} messages at the rate of production: ${units.join('; ')}`);
  console.log(`  states: ${JSON.stringify(second.lifted.counts)}`);
}

const receipts = ({ enrolEach, unitsEach }: AtRate, presses: Presses): Figure[] => [
  {
    what: 'resource units a receipt',
    figure: number(presses.unitsEach, 3),
    beside: `${number(presses.pressed)} pressed in ${seconds(presses.elapsed)}`,
  },
  {
    what: 'resource units a person, campaign with receipts',
    figure: number(enrolEach + unitsEach + presses.unitsEach, 3),
    beside: 'goal ≤ 2.5; with chats to be opened',
  },
  ...presses.figures,
];
