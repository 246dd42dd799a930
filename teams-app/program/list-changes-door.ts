import type { RequestHandler, Response } from 'express';
import { jsonBody } from '../../api/http/index.ts';
import { isSame, type ListWatch, type Subscriptions } from '../../api/sharepoint/index.ts';

/** A notification of one list is about 500 bytes. */
const largestBody = 256_000;
const longestToken = 2_000;
/** Requests a second in the long run, and at once: at the start each list is two handshakes. */
const perSecond = 50;
const atOnce = 1_000;

interface Open {
  subscriptions: Subscriptions;
  watch: ListWatch;
}

/**
 * The door that Microsoft Graph tells of changed lists through. It is open to the internet, so what comes is trusted with
 * nothing but "look at this list": whoever does not know the name of the door is turned away before the body is read,
 * size and rate are limited, and each entry needs its list's `clientState`. Answers at once: 202 taken, 200 with the token of a
 * handshake, 400 unreadable, 403 not ours, 404 no such door, 413 too large, 429 too many.
 */
export function listChangesDoor(opened: () => Open | undefined, now: () => number = Date.now): RequestHandler {
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
      const { [open.watch.notified(request.body)]: status } = { taken: 202, foreign: 403, unreadable: 400 };
      return end(response, status);
    });
  };
}

/** Microsoft asks whether somebody is at home: the token goes back as it came, as plain text. */
function shakeHands(response: Response, token: unknown): void {
  if (typeof token !== 'string' || token.length > longestToken) return end(response, 400);
  response.status(200).type('text/plain').send(token);
}

const end = (response: Response, status: number): void => void response.status(status).end();

const isTooLarge = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && 'type' in problem && problem.type === 'entity.too.large';

/** Lets so many through a second; what was saved up while nothing came may come at once. */
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
