import { statusClass } from './status-table.ts';

/** What one attempt of a call came to, as far as repeating it is concerned. `status` 0: no answer. */
export interface Attempt {
  method: string;
  status: number;
  /** The answer's headers; none when there was no answer. */
  headers?: Headers;
  graphCode: string;
  /** Attempts made so far, this one included. */
  attempts: number;
  /** Throttled answers in a row without `RateLimit-*`, this one included. */
  throttledWithoutLimit: number;
  /** The call filters or sorts: a throttling answer may then mean the 5,000-row threshold, which never passes. */
  hasQueryShape: boolean;
  /** The caller says a second execution does no harm (GET, PUT and DELETE always). */
  repeatable: boolean;
  /** Milliseconds left of the caller's patience. */
  patienceMs: number;
}

export type Decision =
  | { do: 'repeat'; afterMs: number; pauseAll: boolean }
  | { do: 'giveUp'; queryShape: boolean; pauseAll: boolean };

/** Tries before a throttled filter or sort is taken for the threshold. */
const thresholdTries = 4;
const maxAttempts = 12;

/**
 * Whether and when to repeat a failed attempt.
 *
 * What was turned away (429, 503, 509) waits for the larger of `Retry-After` and `RateLimit-Reset`, in full (the SDK's
 * own handler caps it and comes back too early). 500, 502, 504 and a missing answer may have been carried out: only calls
 * that may run twice are repeated; a POST is first looked up by whoever made it. Everything else is an answer
 * (status-table.ts).
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

/** No answer, or one that does not tell whether the call was carried out. */
export const isAmbiguous = (status: number): boolean => statusClass(status).again.startsWith('unknown');

const isRepeatable = ({ method, repeatable }: Attempt): boolean =>
  repeatable || method === 'GET' || method === 'PUT' || method === 'DELETE';

/** Half a second doubling to 30 s, with jitter so that callers do not come back together. */
const backoff = (attempts: number, random: () => number): number =>
  Math.min(500 * 2 ** (attempts - 1), 30_000) * (0.5 + random() / 2);

/** Milliseconds the service asks for; `Retry-After` is seconds or an HTTP date. */
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
