import { waitedFor } from '../kernel/index.ts';
import type { FailedAnswer } from './graph-failure.ts';
import type { Lane } from './list-handle.ts';
import type { UnitBudget } from './unit-budget.ts';

const noTurn: FailedAnswer = { status: 429, graphCode: '', message: 'not sent: no turn in time', innerCodes: [] };

/** Runs the call in its turn; one that exceeds its patience counts as throttled and is not made. */
export async function inTurn<Outcome>(
  budget: UnitBudget,
  { lane, units, patienceMs }: { lane: Lane; units: number; patienceMs: number },
  call: () => Promise<Outcome>,
): Promise<Outcome | { failed: FailedAnswer; headers?: never }> {
  const who = waitedFor()?.who;
  // Background work can wait; a person gets a timely failure.
  const patience = lane === 'interactive' ? { patienceMs: Math.max(0, patienceMs) } : {};
  const turn = { lane, units, ...(who === undefined ? {} : { who }), ...patience };
  return (await budget.run(turn, call)) ?? { failed: noTurn };
}
