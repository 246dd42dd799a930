import type { Clock } from './clock.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Entra } from './entra/index.ts';
import type { Faults } from './faults.ts';
import type { Learning } from './graph/store/learning.ts';
import type { Directory } from './graph/store/directory-types.ts';
import type { Sites } from './graph/store/sites.ts';
import type { Stats } from './stats.ts';

/** What the Teams side of the world is made from. */
export interface Parts {
  /** `node:sqlite`, as Entra and Teams use it. */
  db: DatabaseSync;
  clock: Clock;
  faults: Faults;
  stats: Stats;
  directory: Directory;
  learning: Learning;
  sites: Sites;
  entra: Entra;
}
