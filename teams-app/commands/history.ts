import { parseArgs } from 'node:util';
import type { Context } from '../../api/context.ts';
import { checkFiles, ClosedMonths, closedRecords, damagedFiles } from '../../api/history/index.ts';
import { allLists } from '../program/lists.ts';
import { CommandError, type Command, type CommandInput } from './command.ts';
import { withReadingContext } from './reading-context.ts';

/** Closed months: which exist, whether their files are unchanged, and their content. */
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
    return withReadingContext(await load(), ({ context }) =>
      list === undefined || month === undefined
        ? compared(context, print)
        : printed(context, print, { list, month, about: values.about }),
    );
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
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(month)) throw new CommandError(`${month} is no month, such as 2026-03.`);
  const records = await closedRecords(context, definition, month);
  if (records.length === 0)
    throw new CommandError(`No items of ${list} are in a file of ${month}. npm run isms -- history lists the files.`);
  for (const { item: _item, ...record } of records) {
    const line = JSON.stringify(record);
    if (about === undefined || line.includes(about)) print(line);
  }
  return 0;
}
