/** The gate's arithmetic: pure, times in milliseconds, rates in calls a second. */
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

/** Largest burst in seconds of the rate: 8 calls at 40/s, so that no second exceeds 50 (the platform's cap). */
const burstSeconds = 0.2;
/** Share of the target that a slowed gate recovers each second: from half to full in 20 s. */
const recoveryPerSecond = 0.025;
/** Concurrent calls get their 429s together: they halve the rate once. */
const sameThrottle = 2_000;
const slowest = 1 / 8;

export const gateRate = (target: number, now: number): GateRate => ({
  target,
  rate: target,
  since: now,
  tokens: burst(target),
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

/** The bucket refilled until now; not during a pause. */
export function filled(gate: GateRate, now: number): GateRate {
  const rate = rateAt(gate, now);
  const seconds = Math.max(0, now - Math.max(gate.filledAt, gate.pausedUntil)) / 1000;
  const tokens = rate === Infinity ? Infinity : Math.min(burst(rate), gate.tokens + seconds * rate);
  return { ...gate, tokens, filledAt: now };
}

/** Milliseconds until the next call; 0 for now. The gate must be filled. */
export function waitOf(gate: GateRate, now: number): number {
  if (gate.pausedUntil > now) return gate.pausedUntil - now;
  return gate.tokens >= 1 ? 0 : Math.ceil(((1 - gate.tokens) / rateAt(gate, now)) * 1000);
}

export const taken = (gate: GateRate): GateRate => ({ ...gate, tokens: gate.tokens - 1 });

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
