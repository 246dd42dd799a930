/** `npm run isms -- <command>`: terminal commands. */
import { addressee, ConfigError, loadSettings, type Settings } from '../config/index.ts';
import { administrators } from './administrators.ts';
import { backup, compare, restore } from './backups.ts';
import { CommandError, type Command } from './command.ts';
import { doctor } from './doctor.ts';
import { told, whyNot } from '../program/why-not.ts';
import { exportLists } from './export-lists.ts';
import { figures } from './figures.ts';
import { history } from './history.ts';
import { importCentres } from './import-centres.ts';
import { importPeople } from './import-people.ts';
import { listLicences, printBill } from './licences.ts';
import { mapGroup } from './map-group.ts';
import { probe } from './probe.ts';
import { provisionLists } from './provision-lists.ts';
import { recordShape } from './record-shape.ts';
import { runDesk } from './run-desk.ts';
import { setup } from './setup.ts';
import { verifyTrailCommand } from './verify-trail.ts';
import { printOpenApi, writeDocs } from './write-docs.ts';
import { writeFile } from 'node:fs/promises';
import { theProgram } from '../../api/audit/index.ts';
import { personWorkbook } from '../../api/person-data/index.ts';
import { personalLists } from '../program/personal-lists.ts';
import { inTrail } from './reading-context.ts';

/** One person's data as one file, with closed months: for access requests. */
const personData: Command = {
  usage: 'person-data ID [FILE]',
  describe: 'writes everything that is kept about a person, by Entra id, to an Excel file; all closed months are read',
  talks: true,
  async run({ args, print, config: load }) {
    const [personId, file = `${personId}.xlsx`, ...more] = args;
    if (personId === undefined || more.length > 0)
      throw new CommandError('Give the Entra id of a person, and perhaps a file.');
    return inTrail(await load(), 'person-data', async ({ context }) => {
      const reader = { personId: theProgram, language: 'da' as const };
      const { bytes } = await personWorkbook(context, reader, personalLists, { personId, files: Infinity });
      await writeFile(file, bytes);
      print(`${file}: ${Math.ceil(bytes.length / 1024)} KB. It holds personal data: hand it over, and delete it.`);
      return 0;
    });
  },
};

const commands: readonly Command[] = [
  setup,
  doctor,
  probe,
  provisionLists,
  importCentres,
  mapGroup,
  importPeople,
  exportLists,
  backup,
  restore,
  compare,
  figures,
  history,
  verifyTrailCommand,
  personData,
  runDesk,
  administrators,
  printOpenApi,
  recordShape,
  listLicences,
  printBill,
  writeDocs,
];

let known: Settings | undefined;
const [name, ...args] = process.argv.slice(2);
const command = commands.find(({ usage }) => usage.split(' ')[0] === name);
if (!command) {
  console.log('npm run isms -- <command>\n');
  for (const { usage, describe } of commands) console.log(`  ${usage}\n      ${describe}`);
  process.exitCode = name === undefined || name === 'help' ? 0 : 1;
} else {
  try {
    process.exitCode = await run(command);
  } catch (error) {
    if (isMisread(error)) process.stderr.write(`${error.message.split('.')[0]}.\n→ npm run isms -- ${command.usage}\n`);
    else {
      const isPlain = error instanceof CommandError || error instanceof ConfigError;
      process.stderr.write(isPlain ? `${error.message}\n` : told(whyNot(error, known)));
    }
    process.exitCode = 1;
  }
}

/** An option that the command does not take. */
function isMisread(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Prints its target first. Commands without settings, e.g. checking a file, ignore wrong ones. */
async function run({ talks, run: begin }: Command): Promise<number> {
  let loaded: Promise<Settings> | undefined;
  const config = () => (loaded ??= loadSettings());
  if (talks) {
    known = await config().catch((error: unknown) => {
      if (error instanceof ConfigError) return undefined;
      throw error;
    });
    console.log(known ? addressee(known) : 'Microsoft 365: the settings are wrong.');
  }
  return begin({ args, print: (line) => console.log(line), config });
}
