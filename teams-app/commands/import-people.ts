import { needed, type Settings } from '../config/index.ts';
import { connect, siteIdOf } from '../program/connect.ts';
import { provisionHere } from '../program/provision-here.ts';
import { CommandError, onlyArgument, type Command, type CommandInput } from './command.ts';
import { readPeople, type ImportedPerson } from './import/read-people.ts';
import { readTable } from './import/read-table.ts';
import { openMicrosoft365 } from './microsoft365.ts';

/** Loads a municipality's own people into the desk instead of the seeded ones. */
export const importPeople: Command = {
  usage: 'import-people FILE.csv|FILE.xlsx [--dry-run]',
  describe: 'replaces the people of the desk by a list of your own; --dry-run only judges it',
  talks: true,
  async run(input) {
    const dryRun = input.args.includes('--dry-run');
    const file = onlyArgument(
      input.args.filter((argument) => argument !== '--dry-run'),
      'one file with people (.csv or .xlsx)',
    );
    const { people, problems, remarks } = readPeople(await tableIn(file));
    for (const line of [...problems, ...remarks]) input.print(line);
    input.print(summary(people, problems.length));
    if (problems.length > 0) {
      input.print('Nothing was loaded. Mend the rows above and run it again.');
      return 1;
    }
    if (people.length === 0) throw new CommandError('There are no people in the file.');
    if (dryRun) {
      input.print('Dry run: nothing was loaded.');
      return 0;
    }
    return load(await input.config(), people, input);
  },
};

const tableIn = (file: string) =>
  readTable(file).catch((cause: unknown) => {
    throw new CommandError(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  });

function summary(people: readonly ImportedPerson[], problems: number): string {
  const count = (value: (person: ImportedPerson) => string) => new Set(people.map(value)).size;
  return [
    `${people.length} people in ${count(({ centre }) => centre)} centres and ${count(({ department }) => department)} departments`,
    `${people.filter(({ teams }) => !teams).length} without Teams`,
    `${problems} problems`,
  ].join(', ');
}

async function load(settings: Settings, people: readonly ImportedPerson[], { print }: CommandInput): Promise<number> {
  if (settings.microsoft365.kind === 'cloud')
    throw new CommandError('On a real tenant people come from Entra by themselves. See README.md, "On a real tenant".');
  if (settings.microsoft365.emulatorUrl !== undefined)
    throw new CommandError('Unset EMULATOR_URL: people are loaded into the desk that the program itself starts.');
  const config = needed(settings, 'provisioning', 'tenantId', 'site');
  const opened = await openMicrosoft365(config, { fresh: true });
  try {
    const { graph } = connect(config, config.provisioning, opened);
    await provisionHere(graph, await siteIdOf(config, graph, config.provisioning), opened);
    const items = opened.desk?.load(people) ?? {};
    print(
      `Loaded: ${Object.entries(items)
        .map(([list, count]) => `${count} ${list}`)
        .join(', ')}. Start with npm start.`,
    );
    return 0;
  } finally {
    await opened.close();
  }
}
