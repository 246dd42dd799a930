import { parseArgs } from 'node:util';
import { needed } from '../config/index.ts';
import { connect, mayProvision, siteIdOf } from '../program/connect.ts';
import { allLibraries, allLists } from '../program/lists.ts';
import { heldAdvice } from '../jobs/held-advice.ts';
import { provisionHere, type ProvisioningWords } from '../program/provision-here.ts';
import { CommandError, type Command } from './command.ts';
import { openMicrosoft365 } from './microsoft365.ts';

/** Creates or extends the SharePoint lists; idempotent. */
export const provisionLists: Command = {
  usage: 'provision [--make-anew LIST[.COLUMN]]... [--take-as-it-is LIST]...',
  describe:
    'makes the SharePoint lists, adds missing columns, reports what differs; what was there and is gone is only made anew, empty, when it is named',
  talks: true,
  async run({ args, print, config: load }) {
    const words = wordsIn(args);
    const config = needed(await load(), 'provisioning', 'tenantId', 'site');
    const opened = await openMicrosoft365(config);
    try {
      const { graph } = connect(config, config.provisioning, opened);
      const siteId = await opened.patiently(() => siteIdOf(config, graph, config.provisioning));
      const report = await opened.patiently(() =>
        mayProvision(config.provisioning, provisionHere(graph, siteId, opened, words)),
      );
      for (const list of report.created) print(`made     ${list}`);
      for (const column of report.extended) print(`added    ${column}`);
      for (const { list, column, problem, details } of report.drift)
        print(`DIFFERS  ${[list, column].filter(Boolean).join('.')}: ${problem}${details ? ` (${details})` : ''}`);
      for (const { list, held } of report.held) for (const line of heldAdvice(list, held)) print(`GONE     ${line}`);
      print(
        report.ok ? 'All lists are as declared.' : 'Mend what differs by hand: nothing of it is changed by itself.',
      );
      return report.ok ? 0 : 1;
    } finally {
      await opened.close();
    }
  },
};

function wordsIn(args: readonly string[]): ProvisioningWords {
  const { values } = readArguments(() =>
    parseArgs({
      args: [...args],
      options: { 'make-anew': { type: 'string', multiple: true }, 'take-as-it-is': { type: 'string', multiple: true } },
    }),
  );
  const { 'make-anew': makeAnew = [], 'take-as-it-is': takeAsItIs = [] } = values;
  const names = new Set<string>([...allLists.map(({ name }) => name), ...allLibraries]);
  for (const name of [...makeAnew, ...takeAsItIs])
    if (!names.has(name.split('.')[0] ?? '')) throw new CommandError(`There is no list called ${name}.`);
  return { makeAnew, takeAsItIs };
}

function readArguments<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause));
  }
}
