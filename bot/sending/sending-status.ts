import type { GateStatus } from './gate.ts';
import type { Sender } from './sender.ts';

export interface SendingStatus {
  /** `stalled`: nothing was sent for five minutes although due. `alarm`: see `alarm`. */
  state: 'idle' | 'sending' | 'stalled' | 'alarm';
  /** Code of Teams' refusal of our credentials. */
  alarm?: string;
  campaigns: readonly string[];
  /** Seconds since the last final state, during sending. */
  secondsWithoutProgress?: number;
  /** Outcomes not written yet. */
  unwritten: number;
  gate: GateStatus;
}

const stalledAfter = 5 * 60_000;

/** Status for operators. `quiet`: milliseconds without progress. */
export function sendingStatus(
  { circuit, unwritten, gate }: Pick<Sender, 'circuit' | 'unwritten' | 'gate'>,
  campaigns: readonly string[],
  isSending: boolean,
  quiet: number,
): SendingStatus {
  const alarm = circuit.alarm();
  return {
    state: stateOf(alarm, isSending, quiet),
    ...(alarm === undefined ? {} : { alarm }),
    campaigns,
    ...(isSending ? { secondsWithoutProgress: Math.round(quiet / 1000) } : {}),
    unwritten: [...unwritten.values()].reduce((sum, outcomes) => sum + outcomes.size, 0),
    gate: gate.status(),
  };
}

function stateOf(alarm: string | undefined, isSending: boolean, quiet: number): SendingStatus['state'] {
  if (alarm !== undefined) return 'alarm';
  if (!isSending) return 'idle';
  return quiet > stalledAfter ? 'stalled' : 'sending';
}
