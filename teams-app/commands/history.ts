import { parseArgs } from 'node:util';
import type { Context } from '../../api/context.ts';
import { checkFiles, ClosedMonths, closedRecords, damagedFiles } from '../../api/history/index.ts';
import { documentLibrary } from '../../api/sharepoint/index.ts';
import { needed } from '../config/index.ts';
import { createContext } from '../context.ts';
import { allLists, documentsLibrary } from '../lists.ts';
import { openJournal } from '../open-journal.ts';
import { CommandError, type Command, type CommandInput } from './command.ts';
import { openLists, openMicrosoft365 } from './microsoft365.ts';

/** Months that have left the lists: which there are, whether their files are what was written, and what is in one. */
export const history: Command = {
  usage: 'history [LIST MONTH [--about ID]]',
  describe: 'compares the files of closed months with their hashes, or prints the items of one month as JSON lines',
  talks: true,
  async run({ args, print, config: load }) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { about: { type: 'string' } },
    });
    const [list, month, ...more] = positionals;
    if (more.length > 0 || (list !== undefined && month === undefined))
      throw new CommandError('Give a list and a month, such as AuditEntries 2026-03, or nothing.');
    const config = needed(await load(), 'tenantId', 'site', 'app');
    const opened = await openMicrosoft365(config);
    // The program's own may be in use, and nothing is promised here.
    const journal = await openJournal({ ...config, stateDir: ':memory:' }, '', opened.log);
    try {
      const { lists, graph, siteId } = await openLists(config, opened);
      // Nobody is written to, so no link is made.
      const noLinks = { catalogAppId: '', publicUrl: '' };
      const context = createContext(
        { ...noLinks, ...config },
        {
          clock: opened.clock,
          log: opened.log,
          lists,
          documents: documentLibrary(graph, opened.fetch, siteId, documentsLibrary),
          journal,
          groupRoles: () => [],
          groupRoleHolders: () => new Map(),
          groupMembers: () => new Set(),
        },
      );
      if (list === undefined || month === undefined) return await compared(context, print);
      return await printed(context, print, { list, month, about: values.about });
    } finally {
      await journal.close();
      await opened.close();
    }
  },
};

async function compared(context: Context, print: CommandInput['print']): Promise<number> {
  await checkFiles(context, Infinity);
  const files = context.list(ClosedMonths).all();
  for (const { title, items, bytes, path, problem } of files)
    print(`${problem ?? 'ok'}  ${title}: ${items} items, ${Math.ceil(bytes / 1024)} KB, ${path}`);
  const damaged = damagedFiles(context).length;
  print(`${files.length} files, ${damaged} damaged.`);
  return damaged === 0 ? 0 : 1;
}

interface Asked {
  list: string;
  month: string;
  about: string | undefined;
}
async function printed(context: Context, print: CommandInput['print'], { list, month, about }: Asked): Promise<number> {
  const definition = allLists.find(({ name }) => name === list);
  if (!definition) throw new CommandError(`There is no list ${list}.`);
  for (const { item: _item, ...record } of await closedRecords(context, definition, month)) {
    const line = JSON.stringify(record);
    if (about === undefined || line.includes(about)) print(line);
  }
  return 0;
}
