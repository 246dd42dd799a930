import { AsyncLocalStorage } from 'node:async_hooks';

export interface Waited {
  /** What is waited for, e.g. `POST /api/procedures`. */
  what: string;
  /** Who waits: a person id. */
  who: string;
}
/** Set while the work is done for somebody who waits for its answer: a request of the tab, a pressed button. */
const waiting = new AsyncLocalStorage<Waited | undefined>();

/** Does work that somebody waits for. */
export const whileSomebodyWaits = <Result>(waited: Waited, work: () => Result): Result => waiting.run(waited, work);

/** Begins work that goes on by itself, whoever began it: what follows an act. */
export const notWaitedFor = <Result>(work: () => Result): Result => waiting.run(undefined, work);

/** What somebody waits for here, and who; nothing in a job. Nothing that stands here may wait for the background lane. */
export const waitedFor = (): Waited | undefined => waiting.getStore();

/** Longest wait for what follows an act, so that as a rule the answer shows it (ms). */
const momentMs = 1_500;

/** Resolves when the work is done, or when a moment has passed; what it throws is thrown only within the moment. */
export async function atMostAMoment(work: Promise<void>, milliseconds = momentMs): Promise<void> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), milliseconds);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
