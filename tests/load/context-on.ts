import type { Context } from '../../api/context.ts';
import { systemClock, type Clock, type HeldRole, type PersonId } from '../../api/kernel/index.ts';
import { declareObligationSources } from '../../api/obligations/index.ts';
import { createLists, documentLibrary } from '../../api/sharepoint/index.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { connect, siteIdOf } from '../../teams-app/program/connect.ts';
import { createContext } from '../../teams-app/program/context.ts';
import { fetchFrom } from '../../teams-app/desk/desk.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { allLists, documentsLibrary } from '../../teams-app/program/lists.ts';
import { createLog } from '../../teams-app/program/logging.ts';
import { obligationSources } from '../../teams-app/program/obligation-sources.ts';
import { memoryJournal } from '../support/memory-journal.ts';

/** Constant, as between two directory syncs. */
const noHolders = new Map<PersonId, readonly HeldRole[]>();
const noMembers = new Set<PersonId>();

/** All lists of a desk, loaded once, with all obligations; nothing else of the program runs. */
export async function contextOn(address: string, clock: Clock = systemClock): Promise<Context> {
  const config = readConfig({ EMULATOR_URL: address }, deskValues);
  const log = createLog('error');
  const { graph } = connect(config, config.app, { fetch: fetchFrom(address), clock: systemClock, log });
  const siteId = await siteIdOf(config, graph, config.app);
  const lists = createLists({ graph, siteId, clock: systemClock, log });
  await lists.load(allLists);
  const context = createContext(config, {
    clock,
    log,
    lists,
    documents: documentLibrary(graph, fetchFrom(address), siteId, documentsLibrary),
    journal: memoryJournal(),
    groupRoles: () => [],
    groupRoleHolders: () => noHolders,
    groupMembers: () => noMembers,
  });
  declareObligationSources(context, obligationSources);
  return context;
}

/** Processor time of this thread in milliseconds: without waiting and other load on the machine. */
export async function timed(work: () => unknown): Promise<number> {
  const began = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}
