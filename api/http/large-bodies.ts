import type { IncomingMessage } from 'node:http';
import { TooMany, type PersonId } from '../kernel/index.ts';

/** Bodies up to this size are read at once: a thousand of them together are no burden. */
export const smallBody = 400_000;

/** Bodies over this size make whoever sends too many of them wait for the refusal, ms. */
const slowFrom = 64_000;
const slowness = 1_000;

/**
 * Throws on what refuses a request; of a large body a second later. Nothing of the body is received meanwhile, so that
 * whoever sends file upon file in spite of the refusals does not keep everybody's program busy with receiving them.
 */
export const slowWhenLarge =
  ({ headers }: Pick<IncomingMessage, 'headers'>) =>
  async (refusal: unknown): Promise<never> => {
    const { 'content-length': length, 'transfer-encoding': encoding } = headers;
    if (encoding !== undefined || Number(length ?? 0) > slowFrom)
      await new Promise((resolve) => void setTimeout(resolve, slowness));
    throw refusal;
  };

/** Large bodies that are in memory at the same time, and how long one waits for its turn. */
const together = 4;
const waitMs = 20_000;
/** What the person is told to wait when there are too many. */
const retrySeconds = 10;

/**
 * Lets few large bodies in at a time, and one of each person, so that they cannot take the memory of all. `enter`
 * resolves when there is room, and gives what ends the stay: the second of the same person (a press that came twice) waits
 * for the first. Throws `TooMany` for the third, and when there is no room in time.
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
