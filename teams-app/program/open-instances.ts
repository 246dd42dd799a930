import type { Context, Log } from '../../api/context.ts';
import { takeSharedPart } from '../../api/shared-part.ts';
import { aloneWith, joinInstances, type Instances } from '../../api/instances/index.ts';
import {
  createJournal,
  openEmbeddedEngine,
  StateFolderRefused,
  type Journal,
  type JournalEngine,
} from '../../api/journal/index.ts';
import type { Lists, ListWrite, UnitBudget } from '../../api/sharepoint/index.ts';
import { ConfigError, type Config } from '../config/index.ts';
import type { ListChanges } from './list-changes.ts';

/**
 * What this program shares with other instances. Embedded: nothing, and a journal in the state folder. Throws
 * ConfigError when another program uses the folder, or it belongs to another site; AppError `unavailable` when Redis
 * does not answer. If the folder is not writable, the program starts anyway, and health reports it.
 */
export async function openInstances(
  config: Pick<Config, 'tenantId' | 'stateDir' | 'redisUrl'>,
  siteId: string,
  log: Log,
): Promise<Instances> {
  if (config.redisUrl === undefined) return aloneWith(await openEmbedded(config, siteId, log));
  return joinInstances({ url: config.redisUrl, owner: ownerOf(config, siteId), log });
}

/** What the context has of the instances. */
export const sharedBy = ({ exclusive, tell }: Pick<Instances, 'exclusive' | 'tell'>) => ({
  exclusive,
  ...(tell ? { tellOthers: (name: string, value: unknown): void => void tell({ kind: 'part', name, value }) } : {}),
});

/** What the lists have of them. */
export const tellingWrites = ({ tell }: Pick<Instances, 'tell'>) =>
  tell ? { tell: (write: ListWrite) => tell({ kind: 'write', write }) } : {};

/** Takes what other instances write and hear of, and shares the limit of resource units with them. */
export function followOthers(
  instances: Pick<Instances, 'follow' | 'shareUnits'>,
  { lists, budget }: { lists: Pick<Lists, 'take' | 'refresh'>; budget: Pick<UnitBudget, 'status' | 'others'> },
) {
  let hearing: { changes: Pick<ListChanges, 'hear'>; context: Context } | undefined;
  instances.shareUnits(
    () => budget.status().usedLastMinute,
    (units) => budget.others(units),
  );
  instances.follow({
    take: (news) => {
      if (news.kind === 'write') lists.take(news.write);
      else if (!hearing) return;
      else if (news.kind === 'part') takeSharedPart(hearing.context, news.name, news.value);
      else if (news.kind === 'notified') hearing.changes.hear(news.body);
    },
    missed: () => void lists.refresh(),
  });
  return (changes: Pick<ListChanges, 'hear'>, context: Context) => {
    hearing = { changes, context };
  };
}

/** A journal of its own, for commands: `:memory:` stores nothing. Throws as `openInstances` without Redis. */
export const openJournal = async (
  config: Pick<Config, 'tenantId' | 'stateDir'>,
  siteId: string,
  log: Log,
): Promise<Journal> => createJournal(await openEmbedded(config, siteId, log), log);

async function openEmbedded(
  config: Pick<Config, 'tenantId' | 'stateDir'>,
  siteId: string,
  log: Log,
): Promise<JournalEngine> {
  const owner = ownerOf(config, siteId);
  const engine = await openEmbeddedEngine({ folder: config.stateDir, owner }).catch((thrown: unknown) => {
    if (thrown instanceof StateFolderRefused) throw new ConfigError([`STATE_DIR: ${thrown.message}.`]);
    throw thrown;
  });
  const { damaged, ...status } = engine.status();
  if (status.state === 'unavailable') log.error({ code: `journal.${status.code}` }, 'the journal cannot be written');
  for (const file of damaged) log.error({ code: 'journal.damaged', file }, 'a damaged journal was put aside');
  return engine;
}

const ownerOf = ({ tenantId }: Pick<Config, 'tenantId'>, siteId: string): string => `${tenantId} ${siteId}`;
