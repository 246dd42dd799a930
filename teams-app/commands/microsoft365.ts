import { systemClock } from '../../api/kernel/index.ts';
import { createLists, type Graph, type Lists } from '../../api/sharepoint/index.ts';
import { needed, type Settings } from '../config/index.ts';
import { connect, siteIdOf, type Surroundings } from '../program/connect.ts';
import type { Desk } from '../desk/desk.ts';
import { createLog } from '../program/logging.ts';
import { allLibraries, allLists } from '../program/lists.ts';
import { patienceOf, type Patiently } from '../program/patient-start.ts';
import { CommandError } from './command.ts';

export interface Opened extends Surroundings {
  desk?: Desk;
  /** Retries a step while Microsoft 365 is unavailable, as at start-up. The step must be idempotent. */
  patiently: Patiently;
  close(): Promise<void>;
}

/**
 * The configured Microsoft 365, for one command. The desk's data belongs to one process: throws CommandError while the
 * program runs.
 */
export async function openMicrosoft365(config: Settings, options: { fresh?: boolean } = {}): Promise<Opened> {
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const patiently = patienceOf({ seconds: config.startPatience, who: 'The command' });
  if (config.microsoft365.kind === 'cloud')
    return { log, clock: systemClock, fetch: (url, init) => fetch(url, init), patiently, close: async () => undefined };
  if (config.microsoft365.emulatorUrl === undefined && (await answers(config.port)))
    throw new CommandError(
      `The program is running on port ${config.port}. Stop it first, and start it again afterwards.`,
    );
  const { startDesk } = await import('../desk/start-desk.ts');
  const desk = await startDesk(config, options);
  return { log, clock: desk.clock, fetch: desk.fetch, desk, patiently, close: () => desk.close() };
}

/** Runs work with the configured Microsoft 365, then closes it. Throws as `openMicrosoft365` and the work. */
export async function withMicrosoft365<Value>(
  config: Settings,
  work: (opened: Opened) => Promise<Value>,
): Promise<Value> {
  const opened = await openMicrosoft365(config);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** The app's lists, loaded. */
export async function openLists(
  settings: Settings,
  opened: Opened,
): Promise<{ lists: Lists; graph: Graph; siteId: string }> {
  const config = needed(settings, 'tenantId', 'site', 'app');
  const { graph } = connect(config, config.app, opened);
  const siteId = await opened.patiently(() => siteIdOf(config, graph, config.app));
  const lists = createLists({ graph, siteId, clock: opened.clock, log: opened.log, libraries: allLibraries });
  await opened.patiently(() => lists.load(allLists));
  return { lists, graph, siteId };
}

const answers = async (port: number): Promise<boolean> =>
  port > 0 &&
  fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );
