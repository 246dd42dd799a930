import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Settings } from '../config/index.ts';
import type { Surroundings } from '../program/connect.ts';
import { CommandError, type Command, type CommandInput } from './command.ts';
import { questionIds } from '../questions/index.ts';
import { openMicrosoft365 } from './microsoft365.ts';
import { askAll, isWell, profileOf, type Result } from './probe/ask-all.ts';
import { openAsking, type AskingOptions } from './probe/open-asking.ts';
import { printResult, printSummary } from './probe/print-results.ts';

/** Asks a tenant what only a tenant answers, in a list of its own that is deleted again. */
export const probe: Command = {
  usage: 'probe [--out FILE] [--person ID]',
  describe:
    'asks, in a list of its own, what tenants answer differently, and says what differs from the desk; with --person the bot is tried on that person, who gets a message',
  talks: true,
  async run({ args, print, config: load }) {
    const { out, person } = optionsIn(args);
    const config = await load();
    const opened = await openMicrosoft365(config);
    const stop = new AbortController();
    const end = () => stop.abort();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    try {
      const { results, left } = await probed(config, opened, print, {
        ...(person === undefined ? {} : { person }),
        stop: stop.signal,
      });
      printSummary(print, results);
      if (stop.signal.aborted) print(`Stopped after ${results.length} of ${questionIds.length} questions.`);
      for (const name of left)
        print(`LEFT BEHIND ${name}: it could not be deleted.\n          → Delete it by hand, or run probe again.`);
      if (out !== undefined) {
        await writeFile(out, `${JSON.stringify(profileOf(results, new Date()), null, 2)}\n`);
        print(`The answers are in ${out}: PROFILE=${out} npm test has the desk answer like this tenant.`);
      }
      return results.every(isWell) && left.length === 0 && !stop.signal.aborted ? 0 : 1;
    } finally {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, end);
      await opened.close();
    }
  },
};

/** All results, printed as they come; then everything made is deleted, whatever happened. */
export async function probed(
  config: Settings,
  surroundings: Surroundings,
  print: CommandInput['print'],
  { stop, ...options }: AskingOptions & { stop: AbortSignal },
): Promise<{ results: Result[]; left: string[] }> {
  const { asking, swept, close } = await openAsking(config, surroundings, options);
  for (const name of swept) print(`deleted   ${name}: an earlier run had left it`);
  const results: Result[] = [];
  let left: string[] = [];
  try {
    for await (const result of askAll(asking, stop)) {
      printResult(print, result);
      results.push(result);
    }
  } finally {
    left = await close();
  }
  return { results, left };
}

function optionsIn(args: readonly string[]): { out?: string; person?: string } {
  try {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' }, person: { type: 'string' } } });
    return values;
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause));
  }
}
