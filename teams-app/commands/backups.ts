import { compareBackups, restoreBackup, restoreOneList, writeBackup, type Site } from '../../api/backup/index.ts';
import { errorText } from '../../api/http/index.ts';
import { AppError } from '../../api/kernel/index.ts';
import { documentLibrary } from '../../api/sharepoint/index.ts';
import { needed, type AppRegistration, type Config } from '../config/index.ts';
import { connect, mayProvision, siteIdOf } from '../program/connect.ts';
import { allLists, documentsLibrary } from '../program/lists.ts';
import { provisionHere } from '../program/provision-here.ts';
import { translator } from '../../api/texts/translate.ts';
import { CommandError, onlyArgument, type Command } from './command.ts';
import { withMicrosoft365, type Opened } from './microsoft365.ts';

type SiteConfig = Pick<Config, 'tenantId' | 'site' | 'licences' | 'organisation'>;

async function siteOf(config: SiteConfig, app: AppRegistration, opened: Opened, print: Site['print']): Promise<Site> {
  const { graph } = connect(config, app, opened);
  const siteId = await opened.patiently(() => siteIdOf(config, graph, app));
  const documents = documentLibrary(graph, opened.fetch, siteId, documentsLibrary);
  return { graph, siteId, documents, library: documentsLibrary, definitions: allLists, clock: opened.clock, print };
}

/** Errors an operator can fix are shown without a stack. */
async function inWords<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !thrown.code.startsWith('backup.')) throw thrown;
    throw new CommandError(errorText(translator('en'), thrown.code, thrown.details, thrown.kind));
  }
}

export const backup: Command = {
  usage: 'backup FOLDER',
  describe: 'writes all records, and all files with their versions, into a new folder; run again after a break',
  talks: true,
  async run({ args, print, config: load }) {
    const folder = onlyArgument(args, 'the folder to write to');
    const config = needed(await load(), 'tenantId', 'site', 'app');
    return withMicrosoft365(config, async (opened) => {
      const site = await siteOf(config, config.app, opened, print);
      const { lists, files } = await inWords(opened.patiently(() => writeBackup(site, folder)));
      print(`${lists.reduce((sum, { items }) => sum + items, 0)} items and ${files.count} files are in ${folder}.`);
      return 0;
    });
  },
};

export const restore: Command = {
  usage: 'restore FOLDER [--list NAME]',
  describe: 'fills an empty site, or one list that was made anew, from a backup; run again after a break',
  talks: true,
  async run({ args, print, config: load }) {
    const { folder, list } = restoreArguments(args);
    const config = needed(await load(), 'provisioning', 'tenantId', 'site', 'app');
    const { provisioning } = config;
    return withMicrosoft365(config, async (opened) => {
      const { graph, siteId } = await siteOf(config, provisioning, opened, print);
      const report = await opened.patiently(() => mayProvision(provisioning, provisionHere(graph, siteId, opened)));
      if (!report.ok) throw new CommandError('The lists are not as declared: run npm run isms -- provision first.');
      const site = await siteOf(config, config.app, opened, print);
      if (list !== undefined) {
        const items = await inWords(opened.patiently(() => restoreOneList(site, folder, list)));
        print(`${list}: ${items}`);
        print(`${list} is as it was in the backup. Start the program.`);
        return 0;
      }
      await inWords(opened.patiently(() => restoreBackup(site, folder)));
      print('All is restored. Start the program.');
      return 0;
    });
  },
};

function restoreArguments(args: readonly string[]): { folder: string; list: string | undefined } {
  const at = args.indexOf('--list');
  if (at === -1) return { folder: onlyArgument(args, 'the folder of the backup'), list: undefined };
  const list = args[at + 1];
  const folder = onlyArgument(args.toSpliced(at, 2), 'the folder of the backup');
  if (list === undefined || !allLists.some(({ name }) => name === list))
    throw new CommandError(`There is no list called ${list ?? ''}. Their names are in docs/lists.md.`);
  return { folder, list };
}

export const compare: Command = {
  usage: 'compare FOLDER FOLDER',
  describe: 'says how two backups differ',
  talks: false,
  async run({ args, print }) {
    const [one, other, ...more] = args;
    if (one === undefined || other === undefined || more.length > 0)
      throw new CommandError('Give the folders of two backups, and nothing else.');
    const differences = await inWords(compareBackups(one, other));
    for (const line of differences) print(line);
    print(differences.length === 0 ? 'They hold the same.' : 'They differ.');
    return differences.length === 0 ? 0 : 1;
  },
};
