/** `npm run isms -- <command>`: what is done from a terminal. */
import { ConfigError, loadConfig } from '../config/index.ts';
import { CommandError, type Command } from './command.ts';
import { doctor } from './doctor.ts';
import { exportLists } from './export-lists.ts';
import { importCentres } from './import-centres.ts';
import { importPeople } from './import-people.ts';
import { mapGroup } from './map-group.ts';
import { provisionLists } from './provision-lists.ts';
import { runDesk } from './run-desk.ts';
import { printOpenApi, writeDocs } from './write-docs.ts';

const commands: readonly Command[] = [
  doctor,
  provisionLists,
  importCentres,
  mapGroup,
  importPeople,
  exportLists,
  runDesk,
  printOpenApi,
  writeDocs,
];

const [name, ...args] = process.argv.slice(2);
const command = commands.find(({ usage }) => usage.split(' ')[0] === name);
if (!command) {
  console.log('npm run isms -- <command>\n');
  for (const { usage, describe } of commands) console.log(`  ${usage}\n      ${describe}`);
  process.exitCode = name === undefined || name === 'help' ? 0 : 1;
} else {
  try {
    process.exitCode = await command.run({ args, print: (line) => console.log(line), config: () => loadConfig() });
  } catch (error) {
    if (!(error instanceof CommandError) && !(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
