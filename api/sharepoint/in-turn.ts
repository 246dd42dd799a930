import { waitedFor } from '../kernel/index.ts';
import type { FailedAnswer } from './graph-failure.ts';
import type { Lane } from './list-handle.ts';
import type { UnitBudget } from './unit-budget.ts';

const noTurn: FailedAnswer = { status: 429, graphCode: '', message: 'not sent: no turn in time', innerCodes: [] };

/** Told when a call waits for resource units, and when its turn comes. */
export interface Turns {
  waits(): void;
  comes(): void;
}

/** Runs the call in its turn; one that exceeds its patience counts as throttled and is not made. */
export async function inTurn<Outcome>(
  budget: UnitBudget,
  { lane, units, patienceMs, turns }: { lane: Lane; units: number; patienceMs: number; turns: Turns | undefined },
  call: () => Promise<Outcome>,
): Promise<Outcome | { failed: FailedAnswer; headers?: never }> {
  const who = waitedFor()?.who;
  // Background work can wait; a person gets a timely failure.
  const patience = lane === 'interactive' ? { patienceMs: Math.max(0, patienceMs) } : {};
  const turn = { lane, units, ...(who === undefined ? {} : { who }), ...patience };
  turns?.waits();
  const outcome = await budget.run(turn, () => {
    turns?.comes();
    return call();
  });
  turns?.comes();
  return outcome ?? { failed: noTurn };
}
