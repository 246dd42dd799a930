import type { Clock } from './clock.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Entra } from './entra/index.ts';
import type { Faults } from './faults.ts';
import type { Learning } from './graph/store/learning.ts';
import type { Directory } from './graph/store/directory-types.ts';
import type { Sites } from './graph/store/sites.ts';
import type { Stats } from './stats.ts';
import type { Tenant } from './tenant/tenant.ts';

/** Parts of the world for the Teams side. */
export interface Parts {
  /** `node:sqlite`, for Entra and Teams. */
  db: DatabaseSync;
  clock: Clock;
  faults: Faults;
  stats: Stats;
  directory: Directory;
  learning: Learning;
  sites: Sites;
  entra: Entra;
  tenant: Tenant;
  /** Aborted when the world closes: what waits for a timer then gives up, its data is gone. */
  closing: AbortSignal;
}
