import { setTimeout as sleep } from 'node:timers/promises';
import { asAppError } from '../../api/kernel/index.ts';
import { GraphFailure } from '../../api/sharepoint/index.ts';
import { whyNot } from './why-not.ts';

/** Runs a step of start-up, with retries for transient failures. */
export type Patiently = <Result>(step: () => Promise<Result>) => Promise<Result>;

export interface PatienceSettings {
  /** Time limit of failures for all steps together, from the first one; 0 tries once. */
  seconds: number;
  /** Who waits, for the messages; default the start. */
  who?: string;
  /** Messages for the person at the terminal. */
  tell?: (line: string) => void;
  wait?: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
  /** Called once, before the first wait. True: requests are served, so the wait is unlimited. */
  meanwhile?: () => Promise<boolean>;
}

/** Seconds before each retry; the last one repeats. */
const pauses = [2, 5, 10, 20, 30];

/**
 * Patience of one start or command. Steps must be idempotent. Only `unavailable` is retried (429, 5xx, no answer), at
 * least after the wait Microsoft 365 asks for; what a person must fix is thrown at once. Throws the last failure when
 * the next try would exceed the limit. A running step is never interrupted.
 */
export function patienceOf(settings: PatienceSettings): Patiently {
  const { seconds, who = 'The start', tell = toStandardError, wait = sleep, now = () => performance.now() } = settings;
  let end: number | undefined;
  let isAnswered: Promise<boolean> | undefined;
  return async (step) => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await step();
      } catch (failure) {
        end ??= now() + seconds * 1_000;
        const pause = Math.max(pauses[failures] ?? pauses.at(-1) ?? 0, secondsAsked(failure));
        const left = end - now();
        if (asAppError(failure).kind !== 'unavailable') throw failure;
        isAnswered ??= settings.meanwhile?.() ?? Promise.resolve(false);
        if (await isAnswered) tell(`${whyNot(failure).what} ${who} waits ${pause} s and tries again.`);
        else if (pause * 1_000 > left) throw failure;
        else {
          const most = Math.round(left / 1_000);
          tell(`${whyNot(failure).what} ${who} waits ${pause} s and tries again, for ${most} s more at most.`);
        }
        await wait(pause * 1_000);
      }
    }
  };
}

const secondsAsked = (failure: unknown): number =>
  failure instanceof GraphFailure ? Math.ceil(failure.answer.secondsAsked ?? 0) : 0;

const toStandardError = (line: string): void => void process.stderr.write(`${line}\n`);
