import { writeFile } from 'node:fs/promises';
import { theProgram } from '../../api/audit/index.ts';
import { personWorkbook } from '../../api/person-data/index.ts';
import { personalLists } from '../program/personal-lists.ts';
import { CommandError, type Command } from './command.ts';
import { inTrail } from './reading-context.ts';

/** One person's data as one file, closed months too: for who asks what is kept about them. */
export const personData: Command = {
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
