import { continueAudit, duringAct, theProgram } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { openLibrary, type Graph } from '../../api/sharepoint/index.ts';
import { needed, type Settings } from '../config/index.ts';
import { createContext } from '../program/context.ts';
import { documentsLibrary } from '../program/lists.ts';
import { openJournal } from '../program/open-instances.ts';
import { openLists, openMicrosoft365 } from './microsoft365.ts';

/** Context of read-only commands: all lists and the library, without messaging. */
export interface Reading {
  context: Context;
  graph: Graph;
  siteId: string;
}

/** Runs read-only work, then closes Microsoft 365. Throws as `openMicrosoft365` and the work. */
export async function withReadingContext<Value>(
  settings: Settings,
  work: (reading: Reading) => Promise<Value>,
): Promise<Value> {
  const config = needed(settings, 'tenantId', 'site', 'app');
  const opened = await openMicrosoft365(config);
  // The program's own may be in use; nothing is promised here.
  const journal = await openJournal({ ...config, stateDir: ':memory:' }, '', opened.log);
  try {
    const { lists, graph, siteId } = await openLists(config, opened);
    // No messages, so no links.
    const noLinks = { catalogAppId: '', publicUrl: '' };
    const context = createContext(
      { ...noLinks, ...config },
      {
        clock: opened.clock,
        log: opened.log,
        lists,
        documents: openLibrary({ graph, fetch: opened.fetch, siteId }, lists, documentsLibrary),
        journal,
        groupRoles: () => [],
        groupRoleHolders: () => new Map(),
        groupMembers: () => new Set(),
      },
    );
    return await work({ context, graph, siteId });
  } finally {
    await journal.close();
    await opened.close();
  }
}

/** The same for a command that changes data: audited with origin terminal. */
export const inTrail = <Value>(
  settings: Settings,
  via: string,
  work: (reading: Reading) => Promise<Value>,
): Promise<Value> =>
  withReadingContext(settings, async (reading) => {
    const value = await duringAct({ origin: 'command', via, actorId: theProgram }, () => work(reading));
    await continueAudit(reading.context);
    return value;
  });
