import type { Settings } from '../config/index.ts';

/** Input of a command; tests pass their own. */
export interface CommandInput {
  /** Arguments after the command's name. */
  args: readonly string[];
  print(line: string): void;
  /** The settings given: `needed` picks those the command uses. */
  config(): Promise<Settings>;
}

/** One row of `npm run isms -- <command>`. */
export interface Command {
  usage: string;
  describe: string;
  /** Uses Microsoft 365: the first line names which. */
  talks: boolean;
  /** Resolves with the exit code: 0 on success. Throws CommandError for errors the caller can fix. */
  run(input: CommandInput): Promise<number>;
}

/** Shown without a stack: the caller can fix it. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** A command's single argument, such as a file name. */
export function onlyArgument(args: readonly string[], what: string): string {
  const [first, ...more] = args;
  if (first === undefined || more.length > 0) throw new CommandError(`Give ${what}, and nothing else.`);
  return first;
}

/** For commands with only these options: misspelt ones are not ignored. */
export function onlyOptions(args: readonly string[], ...known: string[]): void {
  const unknown = args.filter((argument) => !known.includes(argument));
  if (unknown.length > 0)
    throw new CommandError(
      `${unknown.join(' ')} means nothing here. ${known.length === 0 ? 'Give nothing.' : `Possible: ${known.join(', ')}.`}`,
    );
}
