import { setTimeout as sleep } from 'node:timers/promises';
import { asAppError } from '../../api/kernel/index.ts';
import { GraphFailure } from '../../api/sharepoint/index.ts';
import { whyNot } from './why-not.ts';

/** Does a step of the start, and does it again while what stands in its way passes by itself. */
export type Patiently = <Result>(step: () => Promise<Result>) => Promise<Result>;

export interface PatienceSettings {
  /** How long all steps together may fail, counted from the first failure; 0 tries once. */
  seconds: number;
  /** Who waits, as the lines say; the start when absent. */
  who?: string;
  /** Whoever started the program reads these lines. */
  tell?: (line: string) => void;
  wait?: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
  /** Called once, before the first wait. True: somebody answers meanwhile, so that it is waited without end. */
  meanwhile?: () => Promise<boolean>;
}

/** Seconds before each next try; the last one from then on. */
const pauses = [2, 5, 10, 20, 30];

/**
 * The patience of one start, or of one command. A step must do no harm a second time. `unavailable` alone is waited for (429, 5xx, no answer),
 * at least as long as Microsoft 365 asks for; what a person must mend is thrown at once. Throws the last failure when
 * the next try would come after the time. A step that goes on is never cut short.
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
