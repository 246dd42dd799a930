import { rateRules } from '../../api/instances/index.ts';

/** `urgent`: answers, approvals and edits precede broadcasts. */
export type GateLane = 'urgent' | 'broadcast';

/**
 * The gate's arithmetic, which Redis does as well for several instances: pure, times in milliseconds, rates in calls a
 * second.
 */
export interface GateRate {
  /** Target rate; `Infinity` disables the gate. */
  target: number;
  /** The rate at `since`; recovers from there to the target. */
  rate: number;
  since: number;
  tokens: number;
  filledAt: number;
  pausedUntil: number;
  /** Consecutive 429s without a `Retry-After`, for the back-off. */
  unanswered: number;
}

const { burstSeconds, atFirst, leftToAnswers, recoveryPerSecond, sameThrottle, slowest } = rateRules;

export const gateRate = (target: number, now: number): GateRate => ({
  target,
  rate: target,
  since: now,
  tokens: atFirst,
  filledAt: now,
  pausedUntil: now,
  unanswered: 0,
});

const burst = (rate: number) => Math.max(1, rate * burstSeconds);

/** Allowed calls per second now. */
export const rateAt = (gate: GateRate, now: number): number =>
  gate.target === Infinity
    ? Infinity
    : Math.min(gate.target, gate.rate + (gate.target * recoveryPerSecond * Math.max(0, now - gate.since)) / 1000);

/** Turns in the bucket now; it does not fill during a pause. */
function tokensAt(gate: GateRate, now: number): number {
  const rate = rateAt(gate, now);
  if (rate === Infinity) return Infinity;
  const seconds = Math.max(0, now - Math.max(gate.filledAt, gate.pausedUntil)) / 1000;
  return Math.min(burst(rate), gate.tokens + seconds * rate);
}

/** Milliseconds until the next call of the lane; 0 for now. */
export function waitOf(gate: GateRate, now: number, lane: GateLane): number {
  if (gate.pausedUntil > now) return gate.pausedUntil - now;
  const rate = rateAt(gate, now);
  const need = lane === 'broadcast' && burst(rate) >= 1 + leftToAnswers ? 1 + leftToAnswers : 1;
  const tokens = tokensAt(gate, now);
  return tokens >= need ? 0 : Math.ceil(((need - tokens) / rate) * 1000);
}

export const taken = (gate: GateRate, now: number): GateRate => ({
  ...gate,
  tokens: tokensAt(gate, now) - 1,
  filledAt: now,
});

/** Nothing is left of what was saved up. */
export const emptied = (gate: GateRate, now: number): GateRate => ({ ...gate, tokens: 0, filledAt: now });

/**
 * After a 429: pauses everything until `Retry-After` (default 1, 2, 4 … 20 s with a fifth of jitter; `chance` is 0–1),
 * and halves the rate, down to an eighth of the target.
 */
export function throttled(
  gate: GateRate,
  now: number,
  retryAfterSeconds: number | undefined,
  chance: number,
): GateRate {
  const pausedUntil = Math.max(gate.pausedUntil, now + backoffOf(gate, retryAfterSeconds, chance) * 1000);
  const halved = now - gate.since >= sameThrottle || gate.rate === gate.target;
  const rate = halved ? Math.max(gate.target * slowest, rateAt(gate, now) / 2) : gate.rate;
  const unanswered = retryAfterSeconds === undefined ? gate.unanswered + 1 : 0;
  return { ...gate, rate, since: pausedUntil, pausedUntil, tokens: 0, filledAt: now, unanswered };
}

/** Seconds of pause after a 429. */
export const backoffOf = (gate: GateRate, retryAfterSeconds: number | undefined, chance: number): number =>
  retryAfterSeconds ?? Math.min(20, 2 ** gate.unanswered) * (0.8 + 0.4 * chance);

/** A success ends a row of 429s. */
export const answered = (gate: GateRate): GateRate => (gate.unanswered === 0 ? gate : { ...gate, unanswered: 0 });
