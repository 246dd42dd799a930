/**
 * Run by the bench as a separate process: `ask-dashboards.ts <address of the desk>` loads all lists once and requests
 * every dashboard: first, again, and right after a leave, a receipt and a note on a task. Prints as JSON each one's
 * processor time, and the longest block. Nothing else of the program runs, so all of it is the answer's.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { WheelTasks } from '../../api/annual-wheel/index.ts';
import { roundList } from '../../api/awareness/course-views.ts';
import { unreachablePeople } from '../../api/deliveries/index.ts';
import { figuresQuery } from '../../api/figures/contract.ts';
import { coordinatorViewOf } from '../../api/figures/dashboards/coordinator.ts';
import { managementViewOf } from '../../api/figures/dashboards/management.ts';
import { teamViewOf } from '../../api/figures/dashboards/team.ts';
import { worseViewOf } from '../../api/figures/dashboards/worse.ts';
import { figuresViewOf } from '../../api/figures/figures-view.ts';
import { openWork, warmFigures } from '../../api/figures/index.ts';
import { governanceContract } from '../../api/governance/contract.ts';
import { dutiesViewOf } from '../../api/governance/duties/duty-views.ts';
import type { Actor, LocalDate, PersonId } from '../../api/kernel/index.ts';
import { centresView } from '../../api/obligations/centre-status.ts';
import { warmOwed } from '../../api/obligations/index.ts';
import { peopleObligations } from '../../api/obligations/people-obligations.ts';
import { employees, People } from '../../api/organisation/index.ts';
import { policyCoverageInTurn } from '../../api/policy/index.ts';
import { contextOn } from './context-on.ts';

const context = await contextOn(process.argv[2] ?? '');
const everybody = employees(context);
const ciso: Actor = {
  ...{ personId: (everybody[0]?.key ?? '') as PersonId, name: 'CISO', language: 'da' },
  roles: [{ role: 'ciso' }],
};
const rows = { show: 'open', sort: 'due', direction: 'up', offset: 0, limit: 50 } as const;
const views: Readonly<Record<string, () => unknown>> = {
  figures: () => figuresViewOf(context, ciso, figuresQuery.parse({})),
  worse: () => worseViewOf(context, ciso, {}),
  Ledelse: () => managementViewOf(context, ciso),
  Team: () => teamViewOf(context, ciso),
  ISK: () => coordinatorViewOf(context, ciso, {}),
  'Mit center': () => centresView(context, ciso),
  duties: () => dutiesViewOf(context, ciso, governanceContract['GET /api/governance/duties'].query.parse({})),
  'rows of everybody': () => peopleObligations(context, ciso, rows),
  unreachable: () => unreachablePeople(context, ciso, {}),
  rounds: () => roundList(context, ciso),
  coverage: () => policyCoverageInTurn(context, 'policy-4-0'),
  'the job': async () => {
    await warmOwed(context);
    await openWork(context);
    await warmFigures(context);
  },
};

const used = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
let [spent, most] = [used(), 0];
setInterval(() => {
  const now = used();
  [most, spent] = [Math.max(most, now - spent), now];
}, 2).unref();

/** Processor time of one answer, ms, and its longest block. */
async function measure(ask: () => unknown): Promise<[all: number, go: number]> {
  await sleep(20);
  [most, spent] = [0, used()];
  const before = spent;
  await ask();
  const all = used() - before;
  await sleep(20);
  return [all, Math.min(most, all)];
}

let place = 100;
const next = () => everybody[(place += 1)]?.key ?? '';
const [receipt] = context.list(Acknowledgements).all();
const task = context.list(WheelTasks).all()[0]?.key ?? '';
const away = { absentFrom: '2026-11-20' as LocalDate, absentTo: '2026-12-20' as LocalDate };
const changes: Readonly<Record<string, () => Promise<unknown>>> = {
  leave: () => context.list(People).update(next(), () => away),
  receipt: async () => {
    const person = next();
    if (receipt)
      await context.list(Acknowledgements).create({ ...receipt, key: `bench-${person}`, personId: person as PersonId });
  },
  task: () => context.list(WheelTasks).update(task, () => ({ note: `note ${(place += 1)}` })),
};
const found: Record<string, Record<string, [number, number][]>> = {};
for (const [view, ask] of Object.entries(views)) {
  const first = [await measure(ask)];
  const again = [await measure(ask), await measure(ask), await measure(ask)];
  found[view] = { first, again };
}
for (const [name, change] of Object.entries(changes))
  for (const [view, ask] of Object.entries(views)) {
    const after: [number, number][] = [];
    for (let round = 0; round < 5; round += 1) {
      await change();
      after.push(await measure(ask));
    }
    found[view] = { ...found[view], [name]: after };
  }
console.log(JSON.stringify({ people: everybody.length, found }));
