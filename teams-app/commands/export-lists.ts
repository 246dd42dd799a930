import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLists } from '../program/lists.ts';
import { onlyArgument, type Command } from './command.ts';
import { openLists, withMicrosoft365 } from './microsoft365.ts';

/** All stored data, one file a list: the organisation owns its data. */
export const exportLists: Command = {
  usage: 'export-lists FOLDER',
  describe: 'writes every list as JSON lines into a folder',
  talks: true,
  async run({ args, print, config: load }) {
    const folder = onlyArgument(args, 'the folder to write to');
    const config = await load();
    return withMicrosoft365(config, async (opened) => {
      const { lists } = await openLists(config, opened);
      mkdirSync(folder, { recursive: true });
      for (const definition of allLists) {
        const records = lists.handle(definition).all();
        const lines = records.map(({ item: _item, ...record }) => `${JSON.stringify(record)}\n`);
        writeFileSync(join(folder, `${definition.name}.jsonl`), lines.join(''));
        print(`${definition.name}: ${records.length}`);
      }
      return 0;
    });
  },
};
