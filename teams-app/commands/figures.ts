import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groupsOfRounds } from '../../api/awareness/index.ts';
import { createDirectory } from '../../api/directory/index.ts';
import { checkFrozen, Figures, type Checked } from '../../api/figures/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { declareObligationSources } from '../../api/obligations/index.ts';
import { codecOf, openLibrary, listsFromCache, type CachedList } from '../../api/sharepoint/index.ts';
import { needed } from '../config/index.ts';
import { createContext } from '../program/context.ts';
import { allLists, documentsLibrary } from '../program/lists.ts';
import { obligationSources } from '../program/obligation-sources.ts';
import { openJournal } from '../program/open-instances.ts';
import { CommandError, type Command, type CommandInput } from './command.ts';
import { openLists, openMicrosoft365 } from './microsoft365.ts';

/** Records listed per figure; the rest as a number. */
const mostNamed = 20;

/** Lists frozen figures, and recomputes them from the lists or an export. */
export const figures: Command = {
  usage: 'figures [MONTH [--from FOLDER]]',
  describe:
    'lists the frozen figures, or counts a month again, also from an export of the lists, and says which records have changed since',
  talks: true,
  async run({ args, print, config: load }) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: 'string' } },
    });
    const [month, folder = values.from, ...more] = positionals;
    if (more.length > 0 || (folder !== undefined && month === undefined))
      throw new CommandError('Give a month, such as 2026-10, and perhaps --from with the folder of an export.');
    if (folder !== undefined && !existsSync(folder)) throw new CommandError(`There is no folder ${folder}.`);
    const config = needed(await load(), 'tenantId', 'site', 'app');
    const opened = await openMicrosoft365(config);
    const journal = await openJournal({ ...config, stateDir: ':memory:' }, '', opened.log);
    try {
      const { lists, graph, siteId } = await openLists(config, opened);
      const documents = openLibrary({ graph, fetch: opened.fetch, siteId }, lists, documentsLibrary);
      const openedWith = (handles: typeof lists | ReturnType<typeof listsFromCache>) => {
        const noLinks = { catalogAppId: '', publicUrl: '' };
        const groups = {
          groupRoles: (personId: PersonId) => directory.groupRoles(personId),
          groupRoleHolders: () => directory.groupRoleHolders(),
          groupMembers: (groupId: string) => directory.groupMembers(groupId),
        };
        const { clock, log } = opened;
        const parts = { clock, log, lists: handles, documents, journal, ...groups };
        const context = createContext({ ...noLinks, ...config }, parts);
        const directory = createDirectory(context, graph, undefined, () => groupsOfRounds(context));
        declareObligationSources(context, obligationSources);
        return { context, directory };
      };
      const live = openedWith(lists);
      if (month === undefined) return listed(live.context, print);
      const from = folder === undefined ? live : openedWith(listsFromCache(exported(folder)));
      // Whom groups oblige is counted too.
      await from.directory.loadGroups();
      return told(await checkFrozen(live.context, month, from.context), print);
    } finally {
      await journal.close();
      await opened.close();
    }
  },
};

/** The files of `export-lists`, one a list: records as JSON lines. */
const exported = (folder: string): CachedList[] =>
  allLists.map((definition) => {
    const { encode } = codecOf(definition);
    const path = join(folder, `${definition.name}.jsonl`);
    const lines = existsSync(path)
      ? readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
    const items = lines.map((line, place) => {
      const fields = encode(JSON.parse(line) as { key: string });
      return { id: String(place + 1), etag: '"1"', modified: '', fields: withoutNulls(fields) };
    });
    return { name: definition.name, asOf: '', items };
  });
const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

function listed(context: Context, print: CommandInput['print']): number {
  const frozen = context
    .list(Figures)
    .all()
    .filter(({ owner }) => owner === 'whole')
    .sort((one, other) => one.day.localeCompare(other.day));
  for (const { kind, day, frozenAt, values, records } of frozen)
    print(
      `${kind === 'month' ? day.slice(0, 7) : day}  ${Object.keys(values).length} figures, frozen ${frozenAt}, from ${records?.records ?? 0} records`,
    );
  print(`${frozen.length} frozen.`);
  return 0;
}

/** 0 when all are equal. */
function told({ day, same, differing, notCounted }: Checked, print: CommandInput['print']): number {
  for (const { figure, owner, frozen, now, records } of differing) {
    const value = ({ numerator, denominator }: typeof frozen) => [numerator, denominator ?? '-'].join('/');
    print(`${figure} ${owner}: ${value(frozen)} when it was frozen, ${now ? value(now) : 'nothing'} now`);
    for (const { list, key, change } of records.slice(0, mostNamed)) print(`    ${change}  ${list} ${key}`);
    if (records.length > mostNamed) print(`    and ${records.length - mostNamed} more`);
    if (records.length === 0) print('    nobody wrote down which records there were');
  }
  print(`As of ${day}: ${same} the same, ${differing.length} differ; not counted again: ${notCounted.join(', ')}.`);
  return differing.length === 0 ? 0 : 1;
}
