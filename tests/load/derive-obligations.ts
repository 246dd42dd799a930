/**
 * Run by the bench as a process of its own: `derive-obligations.ts <address of the desk>` loads all lists once, derives
 * what everybody owes, and prints what it took as JSON.
 */
import { addDays, systemClock, todayOf, type PersonId } from '../../api/kernel/index.ts';
import {
  allObligations,
  declareObligationSources,
  obligationsByPerson,
  obligationsOf,
} from '../../api/obligations/index.ts';
import { employees } from '../../api/organisation/index.ts';
import { createLists } from '../../api/sharepoint/index.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { connect, siteIdOf } from '../../teams-app/connect.ts';
import { createContext } from '../../teams-app/context.ts';
import { fetchFrom } from '../../teams-app/desk/desk.ts';
import { deskValues } from '../../teams-app/desk/desk-values.ts';
import { allLists } from '../../teams-app/lists.ts';
import { createLog } from '../../teams-app/logging.ts';
import { obligationSources } from '../../teams-app/obligation-sources.ts';

/** Days derived from nothing, and people asked one by one. */
const days = 10;
const asked = 5_000;

const [, , address = ''] = process.argv;
const config = readConfig({ EMULATOR_URL: address }, deskValues);
const log = createLog('error');
const { graph } = connect(config, config.app, { fetch: fetchFrom(address), clock: systemClock, log });
const lists = createLists({ graph, siteId: await siteIdOf(config, graph), clock: systemClock, log });
await lists.load(allLists);
const context = createContext(config, {
  clock: systemClock,
  log,
  lists,
  groupRoles: () => [],
  groupRoleHolders: () => new Map(),
  groupMembers: () => new Set(),
});
declareObligationSources(context, obligationSources);

/** Milliseconds of this thread's processor: nothing is waited for, and what else the machine does must not count. */
const timed = (work: () => unknown): number => {
  const began = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
};
const today = todayOf(systemClock);
const first = timed(() => obligationsByPerson(context));
// Another day shares nothing with the one before, so that each is derived as after a night.
const anew = Array.from({ length: days }, (_, ahead) =>
  timed(() => obligationsByPerson(context, addDays(today, ahead + 1))),
);
const again = timed(() => obligationsByPerson(context, addDays(today, days)));
const step = Math.max(1, Math.floor(employees(context).length / asked));
const people = employees(context).filter((_, place) => place % step === 0);
const one = people.map(({ key }) => timed(() => obligationsOf(context, key as PersonId)));
const kinds: Record<string, number> = {};
for (const { kind } of allObligations(context)) kinds[kind] = (kinds[kind] ?? 0) + 1;
console.log(JSON.stringify({ people: employees(context).length, kinds, first, anew, again, one }));
