import type { Turns } from './in-turn.ts';
import type { Lane } from './list-handle.ts';

export interface CallOptions {
  /** Unit lane and time limit: interactive (default) 8 s, background 5 min and 60 s an attempt. */
  lane?: Lane;
  headers?: Readonly<Record<string, string>>;
  /** Safe to execute twice. GET, PUT and DELETE are always retried after a time-out, POST and PATCH only with this. */
  repeatable?: boolean;
  patienceMs?: number;
  /** Told while the call waits for resource units. */
  turns?: Turns;
}
