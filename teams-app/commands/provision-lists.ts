import { parseArgs } from 'node:util';
import type { SitePlan } from '../../api/sharepoint/index.ts';
import { needed } from '../config/index.ts';
import { connect, mayProvision, siteIdOf } from '../program/connect.ts';
import { allLibraries, allLists } from '../program/lists.ts';
import { heldAdvice } from '../jobs/held-advice.ts';
import { planHere, provisionHere, type ProvisioningWords } from '../program/provision-here.ts';
import { CommandError, type Command } from './command.ts';
import { openMicrosoft365 } from './microsoft365.ts';

/** Creates or extends the SharePoint lists; idempotent. */
export const provisionLists: Command = {
  usage: 'provision [--dry-run] [--make-anew LIST[.COLUMN]]... [--take-as-it-is LIST]...',
  describe:
    'makes the SharePoint lists, adds missing columns (--dry-run says which and changes nothing), reports what differs; what was there and is gone is only made anew, empty, when it is named',
  talks: true,
  async run({ args, print, config: load }) {
    const { isDryRun, ...words } = wordsIn(args);
    const config = needed(await load(), 'provisioning', 'tenantId', 'site');
    const opened = await openMicrosoft365(config);
    try {
      const { graph } = connect(config, config.provisioning, opened);
      const siteId = await opened.patiently(() => siteIdOf(config, graph, config.provisioning));
      if (isDryRun) {
        const plan = await opened.patiently(() =>
          mayProvision(config.provisioning, planHere(graph, siteId, opened, words)),
        );
        return printPlan(plan, print);
      }
      const report = await opened.patiently(() =>
        mayProvision(config.provisioning, provisionHere(graph, siteId, opened, words)),
      );
      for (const list of report.created) print(`made     ${list}`);
      for (const column of report.extended) print(`added    ${column}`);
      printLeft(report, print);
      print(
        report.ok ? 'All lists are as declared.' : 'Mend what differs by hand: nothing of it is changed by itself.',
      );
      return report.ok ? 0 : 1;
    } finally {
      await opened.close();
    }
  },
};

const planned = {
  make: 'would make ',
  add: 'would add  ',
  widen: 'would widen',
  index: 'would index',
  loosen: 'would loosen',
};

/** The plan of a dry run. 0 when provisioning would leave nothing to a person. */
function printPlan(plan: SitePlan, print: (line: string) => void): number {
  for (const { list, column, change, details } of plan.changes)
    print(`${planned[change]}  ${nameOf(list, column)}${details ? ` (${details})` : ''}`);
  printLeft(plan, print);
  print(
    plan.changes.length === 0
      ? 'Nothing would change.'
      : `Nothing has been changed. → npm run isms -- provision does these ${plan.changes.length}, removes nothing and retypes nothing.`,
  );
  return plan.drift.length + plan.held.length === 0 ? 0 : 1;
}

function printLeft({ drift, held }: Pick<SitePlan, 'drift' | 'held'>, print: (line: string) => void): void {
  for (const { list, column, problem, details, instead } of drift) {
    const more = instead ? `${instead.found} instead of ${instead.wanted}` : details;
    print(`DIFFERS  ${nameOf(list, column)}: ${problem}${more ? ` (${more})` : ''}`);
  }
  for (const one of held) for (const line of heldAdvice(one.list, one.held)) print(`GONE     ${line}`);
}

const nameOf = (list: string, column: string | undefined): string => [list, column].filter(Boolean).join('.');

function wordsIn(args: readonly string[]): ProvisioningWords & { isDryRun: boolean } {
  const { values } = readArguments(() =>
    parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        'make-anew': { type: 'string', multiple: true },
        'take-as-it-is': { type: 'string', multiple: true },
      },
    }),
  );
  const { 'dry-run': isDryRun, 'make-anew': makeAnew = [], 'take-as-it-is': takeAsItIs = [] } = values;
  const names = new Set<string>([...allLists.map(({ name }) => name), ...allLibraries]);
  for (const name of [...makeAnew, ...takeAsItIs])
    if (!names.has(name.split('.')[0] ?? '')) throw new CommandError(`There is no list called ${name}.`);
  return { isDryRun, makeAnew, takeAsItIs };
}

function readArguments<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause));
  }
}
