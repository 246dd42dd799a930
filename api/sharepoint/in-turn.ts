import { waitedFor } from '../kernel/index.ts';
import type { FailedAnswer } from './graph-failure.ts';
import type { Lane } from './list-handle.ts';
import type { UnitBudget } from './unit-budget.ts';

const noTurn: FailedAnswer = { status: 429, graphCode: '', message: 'not sent: no turn in time', innerCodes: [] };

/** The call when its turn comes; one that waited longer than its patience is as good as turned away, and was not made. */
export async function inTurn<Outcome>(
  budget: UnitBudget,
  { lane, units, patienceMs }: { lane: Lane; units: number; patienceMs: number },
  call: () => Promise<Outcome>,
): Promise<Outcome | { failed: FailedAnswer; headers?: never }> {
  const who = waitedFor()?.who;
  // Background work can wait; a person is told in time that it did not go.
  const patience = lane === 'interactive' ? { patienceMs: Math.max(0, patienceMs) } : {};
  const turn = { lane, units, ...(who === undefined ? {} : { who }), ...patience };
  return (await budget.run(turn, call)) ?? { failed: noTurn };
}
