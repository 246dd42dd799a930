import { createClock } from './clock.ts';
import { createControlRegistry, type ControlRegistry } from './control/registry.ts';
import { openDatabase } from './database.ts';
import { createEntra } from './entra/index.ts';
import { createFaults } from './faults.ts';
import { createLearning } from './graph/store/learning.ts';
import { createDirectory } from './graph/store/directory.ts';
import { createSites, type Sites } from './graph/store/sites.ts';
import { allApps, apps, domain, tenantId } from './municipality.ts';
import type { Parts } from './parts.ts';
import { createStats } from './stats.ts';
import { createTeams, type Teams } from './teams/index.ts';

/** All data of the desk's Microsoft 365. One SQLite file; survives restarts and kills. */
export interface World extends Parts {
  sites: Sites;
  teams: Teams;
  /** What the app registers with the control API: people, and its due work. */
  control: ControlRegistry;
  close(): void;
}

/** Opens or makes a world. `licences` is the throttling band, 0 or absent for no throttling. */
export function createWorld(database: string, licences = 0): World {
  const store = openDatabase(database);
  const clock = createClock(store);
  const faults = createFaults(store, licences);
  const directory = createDirectory(store, clock);
  const learning = createLearning(store);
  const sites = createSites(store, clock, faults);
  const entra = createEntra({
    db: store.raw,
    tenant: { tenantId, domain },
    apps: allApps,
    tabClientId: apps.app.clientId,
    person: (id) => directory.user(id),
  });
  const parts: Parts = { db: store.raw, clock, faults, stats: createStats(), directory, learning, sites, entra };
  return { ...parts, teams: createTeams(parts), control: createControlRegistry(), close: () => store.close() };
}
