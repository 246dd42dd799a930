import type { Answers } from '../questions/index.ts';
import { createClock } from './clock.ts';
import { createControlRegistry, type ControlRegistry } from './control/registry.ts';
import { openDatabase } from './database.ts';
import { createEntra } from './entra/index.ts';
import { createFaults } from './faults.ts';
import { createLearning } from './graph/store/learning.ts';
import { createDirectory } from './graph/store/directory.ts';
import { createSites, type Sites } from './graph/store/sites.ts';
import { domain, tenantId } from './municipality.ts';
import type { Parts } from './parts.ts';
import { createStats } from './stats.ts';
import { createTeams, type Teams } from './teams/index.ts';
import { createTenant } from './tenant/tenant.ts';
import { certificatesOf, federatedOf, tabClientIdOf } from './tenant/credentials.ts';

/** All data of the desk's Microsoft 365. One SQLite file; survives restarts and kills. */
export interface World extends Parts {
  sites: Sites;
  teams: Teams;
  /** What the app registers with the control API: people, and its due work. */
  control: ControlRegistry;
  close(): void;
}

export interface WorldOptions {
  /** The throttling band; 0 or absent for no throttling. */
  licences?: number;
  /** A world whose administrators have prepared nothing: no apps, no grants, no catalogue. */
  empty?: boolean;
  /** Answers of a tenant in place of the desk's own. */
  answers?: Partial<Answers>;
}

/** Opens or makes a world. */
export function createWorld(database: string, { licences = 0, empty = false, answers = {} }: WorldOptions = {}): World {
  const store = openDatabase(database);
  const clock = createClock(store);
  const faults = createFaults(store, licences, answers);
  const directory = createDirectory(store, clock);
  const learning = createLearning(store);
  const tenant = createTenant(store, empty);
  const sites = createSites(store, clock, faults, tenant.isEmpty ? [] : tenant.apps());
  const entra = createEntra({
    db: store.raw,
    tenant: { tenantId, domain },
    apps: () => tenant.apps(),
    tabClientId: () => tabClientIdOf(tenant),
    objects: {
      certificates: (clientId) => certificatesOf(tenant, clientId),
      federated: (clientId) => federatedOf(tenant, clientId),
    },
    person: (id) => directory.user(id),
  });
  const closing = new AbortController();
  const parts: Parts = {
    db: store.raw,
    clock,
    faults,
    stats: createStats(),
    directory,
    learning,
    sites,
    entra,
    tenant,
    closing: closing.signal,
  };
  return {
    ...parts,
    teams: createTeams(parts),
    control: createControlRegistry(),
    close() {
      closing.abort();
      store.close();
    },
  };
}
