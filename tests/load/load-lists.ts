/**
 * Run by the bench as a separate process, to measure this memory only: `load-lists.ts mirror|raw <address of the desk>`
 * loads all lists once and prints the cost as JSON.
 */
import { systemClock } from '../../api/kernel/index.ts';
import { createLists } from '../../api/sharepoint/index.ts';
import { codecOf } from '../../api/sharepoint/codec.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { connect, siteIdOf } from '../../teams-app/program/connect.ts';
import { fetchFrom } from '../../teams-app/desk/desk.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { createLog } from '../../teams-app/program/logging.ts';
import { rawGraph } from './desk-process.ts';
import { listAddresses, rawItems } from './raw-lists.ts';

const [, , mode, address = ''] = process.argv;

const collect = () => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage();
};

/** The mirror as in the program; returns what must stay in memory. */
async function mirror() {
  const config = readConfig({ EMULATOR_URL: address }, deskValues);
  const log = createLog('error');
  const { graph } = connect(config, config.app, { fetch: fetchFrom(address), clock: systemClock, log });
  const lists = createLists({ graph, siteId: await siteIdOf(config, graph, config.app), clock: systemClock, log });
  await lists.load(allLists);
  return { items: lists.status().lists.reduce((sum, list) => sum + list.items, 0), kept: lists };
}

/** The same lists and columns, paged, parsed as JSON and discarded. */
async function raw() {
  const graph = rawGraph(address);
  const addresses = await listAddresses(graph);
  let items = 0;
  for (const definition of allLists)
    items += (await rawItems(graph, addresses, definition.name, codecOf(definition).select)).length;
  return { items, kept: undefined };
}

const before = collect();
const [began, used] = [performance.now(), process.cpuUsage()];
const { items, kept } = await (mode === 'raw' ? raw() : mirror());
const milliseconds = performance.now() - began;
const { user, system } = process.cpuUsage(used);
const after = collect();
console.log(
  JSON.stringify({
    milliseconds,
    processorMs: (user + system) / 1_000,
    items,
    rss: after.rss - before.rss,
    heap: after.heapUsed - before.heapUsed,
    wholeRss: after.rss,
    isKept: kept !== undefined,
  }),
);
