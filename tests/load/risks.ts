import type { Context } from '../../api/context.ts';
import type { Actor } from '../../api/kernel/index.ts';
import { registerQuery, type RegisterQuery } from '../../api/risks/contract.ts';
import { Risks } from '../../api/risks/index.ts';
import { riskItemKey } from '../../api/risks/known-risks.ts';
import { overviewView } from '../../api/risks/overview/overview-view.ts';
import { registerView } from '../../api/risks/register/register-view.ts';
import { milliseconds, number, percentile, print, spread, times, type Figure } from './figures.ts';
import { timed, type Took } from './timed.ts';
import { aRiskMunicipality, type RiskSize } from './risk-world.ts';

const goal: RiskSize = { systems: 300, risks: 5_000, centres: 60 };
const doubled = ({ systems, risks, centres }: RiskSize): RiskSize => ({
  ...{ systems: systems * 2, risks: risks * 2, centres },
});
/** Timed answers of each kind. */
const answers = 300;
const goalMs = 50;

type Asked = Partial<Record<keyof RegisterQuery, string>>;
/** Realistic queries, in sequence. */
const filters: readonly Asked[] = [
  {},
  { centreId: 'centre-7' },
  { centreId: 'mine' },
  { kind: 'workProcess' },
  { ownerId: 'owner-11' },
  { view: 'dataSubject' },
  { dimension: 'availability' },
  { view: 'organisation', dimension: 'integrity', centreId: 'centre-12' },
  { q: 'system 4' },
];
const registerOnly: readonly Asked[] = [
  { sort: 'asset', descending: 'false' },
  { sort: 'owner', group: 'centre' },
  { group: 'level', offset: '3000', limit: '100' },
  { treatment: 'mitigate', overdue: 'true', sort: 'nextDue', descending: 'false' },
  { level: '2', group: 'owner' },
  { cell: 'current.4.3' },
  { sort: 'inherent', limit: '500' },
];

interface Measured {
  overview: Took;
  register: Took;
  overviewAfter: Took;
  registerAfter: Took;
}

async function measure(size: RiskSize): Promise<Measured> {
  const { context, ciso, isk } = await aRiskMunicipality(size);
  const asker = (turn: number): Actor => (turn % 2 === 0 ? isk : ciso);
  const ask = (asked: readonly Asked[], turn: number) => registerQuery.parse(asked[turn % asked.length]);
  const overview = (turn: number) => JSON.stringify(overviewView(context, asker(turn), ask(filters, turn)));
  const register = (turn: number) =>
    JSON.stringify(registerView(context, asker(turn), ask([...filters, ...registerOnly], turn)));
  const change = (turn: number) => changeOne(context, size, turn);
  return {
    overview: await timed(answers, overview),
    register: await timed(answers, register),
    overviewAfter: await timed(answers, overview, change),
    registerAfter: await timed(answers, register, change),
  };
}

/** Moves one risk, so that everything derived from the list is recomputed. */
async function changeOne(context: Context, { systems }: RiskSize, turn: number): Promise<void> {
  const key = riskItemKey(`assessment-${(turn * 13) % systems}`, 'threat-1');
  await context.list(Risks).update(key, ({ current }) => ({
    current: { ...current, likelihood: (current.likelihood ?? 0) === 4 ? 1 : (current.likelihood ?? 0) + 1 },
  }));
}

/** The heat map and the register from memory, and after each change of one risk, compared with twice the size. */
export async function measureRisks(): Promise<void> {
  const once = await measure(goal);
  const twice = await measure(doubled(goal));
  const row = (what: string, kind: keyof Measured): Figure => {
    const { clock, processor } = once[kind];
    const more = twice[kind];
    const [p99, own] = [percentile(clock, 99), percentile(processor, 99)];
    const ratio = times(percentile(more.processor, 50), percentile(processor, 50));
    return {
      what,
      figure: spread(clock),
      beside: `${p99 < goalMs ? 'within' : 'MORE THAN'} ${milliseconds(goalMs)}; own processor time p99 ${milliseconds(own)}; twice the risks ${ratio}, p99 ${milliseconds(percentile(more.clock, 99))}`,
    };
  };
  const { systems, risks, centres } = goal;
  print(`Risks: ${systems} systems, ${number(risks)} risks, ${centres} centres in memory; the answer as text`, [
    row('the heat map, varied filters', 'overview'),
    row('the register, varied filters, orders and groups', 'register'),
    row('the heat map right after a change of one risk', 'overviewAfter'),
    row('the register right after a change of one risk', 'registerAfter'),
  ]);
}
