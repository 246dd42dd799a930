import type { IncomingMessage } from 'node:http';
import { TooMany, type PersonId } from '../kernel/index.ts';

/** Bodies up to this size are read at once: even a thousand are no burden. */
export const smallBody = 400_000;

/** Above this size too many requests are refused with a delay, ms. */
const slowFrom = 64_000;
const slowness = 1_000;

/**
 * Passes a refusal on; for a large body a second later. The body is not received until then, so that repeated uploads
 * despite refusals do not keep the program busy.
 */
export const slowWhenLarge =
  ({ headers }: Pick<IncomingMessage, 'headers'>) =>
  async (refusal: unknown): Promise<never> => {
    const { 'content-length': length, 'transfer-encoding': encoding } = headers;
    if (encoding !== undefined || Number(length ?? 0) > slowFrom)
      await new Promise((resolve) => void setTimeout(resolve, slowness));
    throw refusal;
  };

/** Large bodies in memory at once, and the wait for a turn. */
const together = 4;
const waitMs = 20_000;
/** Retry delay given when there are too many. */
const retrySeconds = 10;

/**
 * Admits few large bodies at a time, one per person, to bound memory. `enter` resolves when there is room, with a
 * function that releases it: a person's second (a double press) waits for the first. Throws `TooMany` for the third,
 * and when there is no room in time.
 */
export function largeBodies({ most = together, patienceMs = waitMs } = {}) {
  const inside = new Set<PersonId>();
  const waiting: { who: PersonId; come: () => void }[] = [];
  const leave = (who: PersonId) => {
    inside.delete(who);
    const place = waiting.findIndex((one) => !inside.has(one.who));
    const [next] = place === -1 ? [] : waiting.splice(place, 1);
    if (!next) return;
    inside.add(next.who);
    next.come();
  };
  return {
    enter: async (who: PersonId): Promise<() => void> => {
      if (waiting.some((one) => one.who === who)) throw new TooMany(retrySeconds);
      if (inside.size < most && !inside.has(who)) inside.add(who);
      else await turn(waiting, who, patienceMs);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        leave(who);
      };
    },
  };
}

async function turn(waiting: { who: PersonId; come: () => void }[], who: PersonId, patienceMs: number): Promise<void> {
  const mine = Promise.withResolvers<boolean>();
  const one = { who, come: () => mine.resolve(true) };
  waiting.push(one);
  const patience = setTimeout(() => {
    waiting.splice(waiting.indexOf(one), 1);
    mine.resolve(false);
  }, patienceMs);
  const isIn = await mine.promise;
  clearTimeout(patience);
  if (!isIn) throw new TooMany(retrySeconds);
}
