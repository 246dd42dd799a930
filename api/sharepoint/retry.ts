import { statusClass } from './status-table.ts';

/** One attempt of a call, for the retry decision. `status` 0: no answer. */
export interface Attempt {
  method: string;
  status: number;
  /** The answer's headers, if any. */
  headers?: Headers;
  graphCode: string;
  /** Attempts so far, including this one. */
  attempts: number;
  /** Consecutive throttled answers without `RateLimit-*`, with this one. */
  throttledWithoutLimit: number;
  /** The call filters or sorts: a throttling answer may then mean the 5,000-row threshold, which never passes. */
  hasQueryShape: boolean;
  /** A second execution is harmless (always for GET, PUT and DELETE). */
  repeatable: boolean;
  /** Remaining patience of the caller, ms. */
  patienceMs: number;
}

export type Decision =
  | { do: 'repeat'; afterMs: number; pauseAll: boolean }
  | { do: 'giveUp'; queryShape: boolean; pauseAll: boolean };

/** Attempts before a throttled filter or sort counts as the threshold. */
const thresholdTries = 4;
const maxAttempts = 12;

/**
 * Whether and when to retry a failed attempt.
 *
 * Throttled calls (429, 503, 509) wait for the larger of `Retry-After` and `RateLimit-Reset`, in full (the SDK's own
 * handler caps it and returns too early). 500, 502, 504 and a missing answer may have been carried out: only repeatable
 * calls are retried; for a POST the caller first looks the item up. Everything else is final (status-table.ts).
 */
export function decide(attempt: Attempt, random: () => number = Math.random): Decision {
  const { status, headers, attempts, patienceMs } = attempt;
  const { again } = statusClass(status);
  const throttled = again === 'turnedAway';
  const wait = throttled ? waitAsked(headers) : undefined;
  const pauseAll = throttled && (headers?.has('ratelimit-reset') === true || attempt.throttledWithoutLimit >= 2);
  const giveUp = (queryShape = false): Decision => ({ do: 'giveUp', queryShape, pauseAll: pauseAll && !queryShape });

  if (again === 'never' || (!throttled && !isRepeatable(attempt))) return giveUp();
  if (status === 429 && attempt.hasQueryShape && attempt.throttledWithoutLimit >= thresholdTries) return giveUp(true);
  if (again === 'unknownOnce' && attempts >= 2) return giveUp();
  if (attempts >= maxAttempts) return giveUp();

  const afterMs = wait ?? backoff(attempts, random);
  if (afterMs > patienceMs) return giveUp();
  return { do: 'repeat', afterMs, pauseAll };
}

/** No answer, or one that leaves open whether the call was carried out. */
export const isAmbiguous = (status: number): boolean => statusClass(status).again.startsWith('unknown');

const isRepeatable = ({ method, repeatable }: Attempt): boolean =>
  repeatable || method === 'GET' || method === 'PUT' || method === 'DELETE';

/** Half a second doubling to 30 s, with jitter to spread the callers. */
const backoff = (attempts: number, random: () => number): number =>
  Math.min(500 * 2 ** (attempts - 1), 30_000) * (0.5 + random() / 2);

/** Wait asked by the service, ms; `Retry-After` is seconds or an HTTP date. */
export function waitAsked(headers: Headers | undefined, now: () => number = Date.now): number | undefined {
  const asked = [secondsOf(headers?.get('retry-after'), now), secondsOf(headers?.get('ratelimit-reset'), now)];
  const known = asked.filter((seconds) => seconds !== undefined);
  return known.length === 0 ? undefined : Math.max(...known) * 1_000;
}

function secondsOf(value: string | null | undefined, now: () => number): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(seconds, 0);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max((date - now()) / 1_000, 0);
}
