import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { etagOf } from '../../api/edits/index.ts';
import type { ProgramProcess } from '../support/program-process.ts';
import { blocksSeen } from './block-probe.ts';
import type { DeskProcess } from './desk-process.ts';
import { milliseconds, number, percentile, print, spread, type Figure } from './figures.ts';
import { fillWheelAndCourse, whoIsMissing } from './obligations.ts';
import { askProgram, readPeople, tokensOf } from './people.ts';
import { untilQuiet } from './until-quiet.ts';

/** What is opened to govern by, and lists of everybody that open from it. */
const pages = [
  ...['/api/figures', '/api/figures/worse', '/api/figures/management', '/api/figures/coordinator', '/api/figures/team'],
  ...['/api/figures/frozen', '/api/figures/settings', '/api/obligations/centres', '/api/obligations/people?limit=50'],
  ...['/api/governance/duties', '/api/governance/management', '/api/unreachable', '/api/learning/rounds'],
  ...['/api/policy/versions/policy-4-0/coverage', '/api/procedure-coverage', '/api/assets.xlsx'],
] as const;
const [quietAnswers, changes] = [25, 6];
const view = z.object({ figures: z.array(z.unknown()), owners: z.array(z.object({ owner: z.string() })) });
const tasks = z.object({
  tasks: z.array(
    z.object({ key: z.string(), state: z.string(), responsible: z.object({ id: z.string() }).optional() }),
  ),
});

const run = promisify(execFile);
const script = join(import.meta.dirname, 'ask-dashboards.ts');
const measured = z.object({
  people: z.number(),
  found: z.record(z.string(), z.record(z.string(), z.array(z.tuple([z.number(), z.number()])))),
});

/**
 * The processor that each dashboard takes, and how much of it in one go: no clock, so that other work on the machine
 * does not count.
 */
export async function measureDashboards(desk: DeskProcess): Promise<void> {
  const { stdout } = await run(process.execPath, [script, desk.address], { maxBuffer: 10_000_000 });
  const { people, found } = measured.parse(JSON.parse(stdout));
  const say = (taken: readonly (readonly [number, number])[] = []) =>
    `${milliseconds(Math.max(...taken.map(([all]) => all)))} (${milliseconds(Math.max(...taken.map(([, go]) => go)))})`;
  print(
    `Dashboards of ${number(people)} people: most processor, and in brackets most in one go; goal < 50 ms in one go`,
    Object.entries(found).map(([what, { first, again, leave, receipt, task }]) => ({
      ...{ what, figure: `again ${say(again)}` },
      beside: `after a leave ${say(leave)}, a receipt ${say(receipt)}, a task ${say(task)}; first ${say(first)}`,
    })),
  );
}

/** Asks, and says what it took on the clock and how much of the thread in one go. */
interface Taken {
  clock: number;
  go: number;
  used: number;
}

/**
 * The dashboards over HTTP once the start's jobs are done: each so many times while nothing changes, and each right
 * after a receipt, a task of the wheel and somebody's leave. Processor time stands beside the clock, since others want
 * the machine, too.
 */
export async function measureFigures(desk: DeskProcess, program: ProgramProcess): Promise<void> {
  const { ciso, everybody } = await readPeople(program);
  const [token = ''] = await tokensOf(desk, [ciso]);
  await fillWheelAndCourse(program, token);
  await untilQuiet(program);
  const ask = async (path: string): Promise<Taken> => {
    await program.ask('blocks');
    const began = performance.now();
    const response = await fetch(program.address + path, { headers: { authorization: `Bearer ${token}` } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    const clock = performance.now() - began;
    const { processor, used } = blocksSeen.parse(await program.ask('blocks'));
    return { clock, go: processor, used };
  };
  const first = await ask('/api/figures');
  const { figures, owners } = view.parse(await askProgram(program, token, 'GET', '/api/figures'));
  const all: Taken[] = [];
  const rows: Figure[] = [row('all figures, first time', [first])];
  for (const page of pages) {
    const taken: Taken[] = [];
    for (let turn = -3; turn < quietAnswers; turn += 1) {
      const one = await ask(page);
      if (turn >= 0) taken.push(one);
    }
    all.push(...taken);
    rows.push(row(page, taken));
  }
  print(
    `Dashboards of ${number(everybody.length)} people: ${figures.length} figures of ${owners.length} owners; goal p99 50 ms`,
    [...rows, row('all of them', all)],
  );
  const change = await changing(desk, program, token);
  const after: Taken[] = [];
  const changed: Figure[] = [];
  for (const page of pages) {
    const taken: Taken[] = [];
    for (let turn = 0; turn < changes; turn += 1) {
      await change(turn);
      taken.push(await ask(page));
    }
    after.push(...taken);
    changed.push(row(page, taken));
  }
  print('The same, each right after a change; goal 50 ms in one go', [...changed, row('all of them', after)]);
}

const row = (what: string, taken: readonly Taken[]): Figure => {
  const goes = taken.map(({ go }) => go);
  const used = taken.reduce((sum, one) => sum + one.used, 0) / taken.length;
  return {
    ...{ what, figure: spread(taken.map(({ clock }) => clock)) },
    beside: `${milliseconds(used)} of processor each, ${milliseconds(percentile(goes, 50))} in one go, ${milliseconds(percentile(goes, 100))} at most`,
  };
};

const today = (): string => new Date().toISOString().slice(0, 10);

/** Something else each time: a receipt, a task of the wheel begun, a leave written down. */
async function changing(desk: DeskProcess, program: ProgramProcess, token: string) {
  const missing = await whoIsMissing(program, token, 2 * pages.length * changes);
  const wheel = tasks.parse(await askProgram(program, token, 'GET', '/api/wheel/tasks'));
  const open = wheel.tasks.filter(({ state, responsible }) => state === 'planned' && responsible !== undefined);
  const next = { person: 0, task: 0 };
  const send = async (as: string, method: string, path: string, body: unknown) => {
    const response = await fetch(program.address + path, {
      ...{ method, body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  return async (turn: number): Promise<void> => {
    const person = missing[(next.person += 1)] ?? '';
    if (turn % 3 === 0)
      await send(await desk.personToken(person), 'POST', '/api/policy/versions/policy-4-0/acknowledge', {});
    // Whoever has the task begins it, and whoever is away says so.
    const task = turn % 3 === 1 ? open[(next.task += 1)] : undefined;
    if (task)
      await send(await desk.personToken(task.responsible?.id ?? ''), 'POST', `/api/wheel/tasks/${task.key}/start`, {});
    if (turn % 3 === 2) {
      const expected = etagOf([undefined, undefined, undefined]);
      await send(await desk.personToken(person), 'PUT', `/api/absences/${person}`, { from: today(), expected });
    }
  };
}
