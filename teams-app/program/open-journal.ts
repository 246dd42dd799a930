import type { Log } from '../../api/context.ts';
import { createJournal, openEmbeddedEngine, StateFolderRefused, type Journal } from '../../api/journal/index.ts';
import { ConfigError, type Config } from '../config/index.ts';

/**
 * The journal in the state folder. Throws ConfigError when another program uses the folder, or it belongs to another
 * site. If it is not writable, the program starts anyway, and health reports it.
 */
export async function openJournal(
  config: Pick<Config, 'tenantId' | 'stateDir'>,
  siteId: string,
  log: Log,
): Promise<Journal> {
  const owner = `${config.tenantId} ${siteId}`;
  const engine = await openEmbeddedEngine({ folder: config.stateDir, owner }).catch((thrown: unknown) => {
    if (thrown instanceof StateFolderRefused) throw new ConfigError([`STATE_DIR: ${thrown.message}.`]);
    throw thrown;
  });
  const { damaged, ...status } = engine.status();
  if (status.state === 'unavailable') log.error({ code: `journal.${status.code}` }, 'the journal cannot be written');
  for (const file of damaged) log.error({ code: 'journal.damaged', file }, 'a damaged journal was put aside');
  return createJournal(engine, log);
}
