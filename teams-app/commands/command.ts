import type { Settings } from '../config/index.ts';

/** What a command gets; tests give their own. */
export interface CommandInput {
  /** What stands after the command's name. */
  args: readonly string[];
  print(line: string): void;
  /** The settings as far as they are there: `needed` says what the command uses. */
  config(): Promise<Settings>;
}

/** One row of `npm run isms -- <command>`. */
export interface Command {
  usage: string;
  describe: string;
  /** Works with Microsoft 365: the first line says with which. */
  talks: boolean;
  /** Resolves with the exit code: 0 when all is well. Throws CommandError for what the caller can mend. */
  run(input: CommandInput): Promise<number>;
}

/** Told as it is, without a stack: the caller can mend it. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** The single file name or the like that a command needs. */
export function onlyArgument(args: readonly string[], what: string): string {
  const [first, ...more] = args;
  if (first === undefined || more.length > 0) throw new CommandError(`Give ${what}, and nothing else.`);
  return first;
}

/** For a command that takes no more than these words: one that is misspelt must not be ignored. */
export function onlyOptions(args: readonly string[], ...known: string[]): void {
  const unknown = args.filter((argument) => !known.includes(argument));
  if (unknown.length > 0)
    throw new CommandError(
      `${unknown.join(' ')} means nothing here. ${known.length === 0 ? 'Give nothing.' : `Possible: ${known.join(', ')}.`}`,
    );
}
