/**
 * `npm run bench`: cost and speed of the program for 50,000 employees, as a table, and into docs/figures.md. Everything
 * runs on loopback in three processes: Microsoft 365 on the desk, the program, and this one, the load generator. `--
 * --people 5000` is a quick run; `-- --only coverage` measures one part (`firstLoad`, `coldStart`, `coverage`,
 * `obligations`, `reminders`, `firstAsked`, `approvals`, `attack`, `campaign`, `risks`, `contingency`, `years`, `find`,
 * `trail`, `figures`, `bounds`, `packed`, `chaos`); `--
 * --press 60` limits presses to that many seconds. `-- --compare <commit>` runs that commit's bench and this one's in
 * turn and prints ratios; it exits with 1 when a figure is more than `--worst` (1.3) times worse. `--rounds` (2) is the
 * number of runs each.
 */
import { parseArgs } from 'node:util';
import { availableParallelism, loadavg } from 'node:os';
import { measureApprovals, toTheEvening } from './approvals.ts';
import { measureBounds } from './bounds.ts';
import { measureAttack, measureAttackWithoutLimits } from './attack.ts';
import { chaosCommand, measureChaos } from './chaos.ts';
import { compare } from './compare.ts';
import { measureColdStart } from './cold-start.ts';
import { measureContingency } from './contingency.ts';
import { measureCoverage } from './coverage.ts';
import type { ProgramProcess } from '../support/program-process.ts';
import { measureDashboards, measureFigures } from './dashboards.ts';
import { measureFind } from './find.ts';
import { measureFirstAsked } from './first-asked.ts';
import { startDeskProcess, type DeskProcess } from './desk-process.ts';
import { measureCampaign } from './campaign.ts';
import { number, printed, seconds } from './figures.ts';
import { writeFigures, type Measured } from './figures-page.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureObligations } from './obligations.ts';
import { measurePacked } from './packed.ts';
import { measureReminders } from './reminders.ts';
import { measureRisks } from './risks.ts';
import { measureTrail } from './trail.ts';
import { startProgram } from './program.ts';
import { measureYears } from './years.ts';

const withoutDesk: readonly string[] = [
  'risks',
  'contingency',
  'years',
  'firstLoad',
  'find',
  'trail',
  'bounds',
  'packed',
  'chaos',
];
const parts: readonly string[] = [
  ...['coldStart', 'coverage', 'obligations', 'reminders', 'firstAsked', 'approvals', 'attack', 'campaign'],
  'figures',
  ...withoutDesk,
];
const { values } = parseArgs({
  options: {
    press: { type: 'string', default: '180' },
    people: { type: 'string', default: '50000' },
    only: { type: 'string', multiple: true },
    compare: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    worst: { type: 'string', default: '1.3' },
  },
});
const unknown = (values.only ?? []).filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${parts.join(', ')}.`);
  process.exit(1);
}
if (values.compare !== undefined) {
  const only = (values.only ?? []).flatMap((part) => ['--only', part]);
  const args = ['--people', values.people, '--press', values.press, ...only];
  const { compare: commit } = values;
  const holds = await compare({ commit, args, rounds: Number(values.rounds), worst: Number(values.worst) });
  process.exit(holds ? 0 : 1);
}
const people = Number(values.people);
const wanted = new Set<string>(values.only ?? parts);

const measured: Measured[] = [];
let part = '';
let loadBefore = 0;
/** Tables printed since are of this part. */
function isWanted(name: string): boolean {
  take();
  part = name;
  loadBefore = loadavg()[0] ?? 0;
  return wanted.has(name);
}
const take = () => {
  const by = part === 'chaos' ? { by: chaosCommand } : {};
  measured.push(...printed.splice(0).map((table) => ({ part, load: loadBefore, ...by, ...table })));
};

const began = performance.now();
console.log(`${number(people)} employees; Node ${process.version}, ${availableParallelism()} cores`);
if (isWanted('firstLoad')) await measureFirstLoad();
if (isWanted('risks')) await measureRisks();
if (isWanted('contingency')) await measureContingency();
if (isWanted('years')) await measureYears(people);
if (isWanted('find')) await measureFind(people);
if (isWanted('trail')) await measureTrail(people);
if (isWanted('bounds')) await measureBounds();
if (isWanted('packed')) await measurePacked(people);
if (isWanted('chaos')) await measureChaos();
const onDesk = parts.some((part) => !withoutDesk.includes(part) && wanted.has(part));
if (onDesk) await measureOnDesk(await startDeskProcess(people));
take();
writeFigures(measured, {
  day: new Date().toISOString().slice(0, 10),
  people,
  node: process.version,
  cores: availableParallelism(),
  load: loadavg()[0] ?? 0,
});
console.log(`\nThe whole bench took ${seconds(performance.now() - began)}.`);

async function measureOnDesk(desk: DeskProcess): Promise<void> {
  try {
    if (isWanted('coldStart')) await measureColdStart(desk);
    if (isWanted('coverage')) {
      await toTheEvening(desk);
      // The production rate, so that digests take as long as there.
      await withProgram(desk, measureCoverage, { SEND_RATE: '40' });
    }
    if (isWanted('obligations')) await withProgram(desk, measureObligations);
    if (isWanted('figures')) {
      await toTheEvening(desk);
      await measureDashboards(desk);
      await withProgram(desk, measureFigures);
    }
    if (isWanted('reminders')) await measureReminders(desk);
    if (isWanted('firstAsked')) await measureFirstAsked(desk);
    if (isWanted('approvals')) {
      await toTheEvening(desk);
      await withProgram(desk, measureApprovals);
    }
    if (isWanted('attack')) {
      await toTheEvening(desk);
      await withProgram(desk, measureAttack, { SEND_RATE: '40', PERSON_LIMITS: 'on' });
      await withProgram(desk, measureAttackWithoutLimits, { SEND_RATE: '40' });
    }
    if (isWanted('campaign')) await measureCampaign(desk, Number(values.press) * 1000);
  } finally {
    await desk.stop();
  }
}

async function withProgram(
  desk: DeskProcess,
  measure: (on: DeskProcess, program: ProgramProcess) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const program = await startProgram(desk, env);
  try {
    await measure(desk, program);
  } finally {
    await program.stop();
  }
}
