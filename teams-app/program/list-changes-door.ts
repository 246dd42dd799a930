import type { RequestHandler, Response } from 'express';
import { jsonBody } from '../../api/http/index.ts';
import { isSame, type ListWatch, type Subscriptions } from '../../api/sharepoint/index.ts';

/** A notification of one list is about 500 bytes. */
const largestBody = 256_000;
const longestToken = 2_000;
/** Sustained requests a second, and burst: at start-up each list needs two handshakes. */
const perSecond = 50;
const atOnce = 1_000;

interface Open {
  subscriptions: Subscriptions;
  watch: ListWatch;
}

/**
 * Endpoint of Graph's list notifications. It is public, so input is trusted for nothing but "look at this list":
 * without the endpoint's name requests are refused before the body is read, size and rate are limited, and each entry
 * needs its list's `clientState`. Answers at once: 202 accepted, 200 with a handshake's token, 400 unreadable, 403 not
 * ours, 404 unknown endpoint, 413 too large, 429 too many.
 */
export function listChangesDoor(
  opened: () => Open | undefined,
  onHeard: (body: unknown) => void = () => undefined,
  now: () => number = Date.now,
): RequestHandler {
  const readJson = jsonBody(largestBody);
  const isWithinRate = rateLimit(now);
  return (request, response) => {
    const open = opened();
    const name = request.params['name'];
    response.set('cache-control', 'no-store');
    if (!open || typeof name !== 'string' || !isSame(name, open.subscriptions.doorName)) return end(response, 404);
    if (!isWithinRate()) return end(response.set('retry-after', '1'), 429);
    const token = request.query['validationToken'];
    if (token !== undefined) return shakeHands(response, token);
    readJson(request, response, (problem: unknown) => {
      if (problem !== undefined) return end(response, isTooLarge(problem) ? 413 : 400);
      const answer = open.watch.notified(request.body);
      if (answer === 'taken') onHeard(request.body);
      const { [answer]: status } = { taken: 202, foreign: 403, unreadable: 400 };
      return end(response, status);
    });
  };
}

/** Handshake: returns the token unchanged, as plain text. */
function shakeHands(response: Response, token: unknown): void {
  if (typeof token !== 'string' || token.length > longestToken) return end(response, 400);
  response.status(200).type('text/plain').send(token);
}

const end = (response: Response, status: number): void => void response.status(status).end();

const isTooLarge = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'type' in problem && problem.type === 'entity.too.large';

/** A token bucket: unused capacity allows a burst. */
function rateLimit(now: () => number): () => boolean {
  let left = atOnce;
  let countedAt = now();
  return () => {
    const at = now();
    left = Math.min(atOnce, left + (Math.max(0, at - countedAt) / 1_000) * perSecond);
    countedAt = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
