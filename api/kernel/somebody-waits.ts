import { AsyncLocalStorage } from 'node:async_hooks';

export interface Waited {
  /** The request, e.g. `POST /api/procedures`. */
  what: string;
  /** The person's id. */
  who: string;
}
/** Set during work whose answer a person awaits: a request of the tab, a pressed button. */
const waiting = new AsyncLocalStorage<Waited | undefined>();

/** Runs work that a person waits for. */
export const whileSomebodyWaits = <Result>(waited: Waited, work: () => Result): Result => waiting.run(waited, work);

/** Runs work in the background, e.g. what follows an act. */
export const notWaitedFor = <Result>(work: () => Result): Result => waiting.run(undefined, work);

/** The current request and its person; undefined in a job. Such work must not wait for the background lane. */
export const waitedFor = (): Waited | undefined => waiting.getStore();

/** Longest wait for an act's follow-up work (ms); usually enough for it. */
const momentMs = 1_500;

/** Resolves when the work is done, or after the time limit; rejects only within the limit. */
export async function atMostAMoment(work: Promise<void>, milliseconds = momentMs): Promise<void> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), milliseconds);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
