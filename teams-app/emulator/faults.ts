import type { Database } from './database.ts';
import {
  noFaults,
  type Chance,
  type ConnectorFaults,
  type FaultPatch,
  type FaultSettings,
  type GraphFaults,
} from './fault-settings.ts';
import { createRandom, type Random } from './random.ts';

/** The named switches. All off at first. */
export interface Faults {
  readonly graph: Readonly<GraphFaults>;
  readonly connector: Readonly<ConnectorFaults>;
  get(): FaultSettings;
  /** Sets the named switches. Throws RangeError for an unknown name or a value of the wrong type. */
  put(patch: FaultPatch): FaultSettings;
  reset(): void;
  /** Whether a fault occurs now. Counts down `{ next }`. */
  strikes(chance: Chance, name: string): boolean;
  readonly random: Random;
}

const isChanceName = new Set([
  'commitThen504',
  'html502',
  'otherLimit',
  'delta410',
  'conflict409',
  'columnsLost',
  'columnsPlain',
  'dropNotifications',
  'acceptThen504',
  'acceptThenReset',
]);

function check(name: string, before: unknown, after: unknown): void {
  if (before === undefined) throw new RangeError(`no such fault: ${name}`);
  const next = typeof after === 'object' && after !== null && 'next' in after && typeof after.next === 'number';
  if (isChanceName.has(name) && (typeof after === 'number' || next)) return;
  if (isChanceName.has(name) || typeof before !== typeof after || after === null) {
    throw new RangeError(`fault ${name} does not take ${JSON.stringify(after)}`);
  }
}

/** Switches with named values. */
const words: ReadonlyMap<string, readonly unknown[]> = new Map([
  ['role', ['', 'read', 'write', 'manage', 'fullcontrol']],
  ['deltaEtag', ['braces', 'item', 'none']],
  ['uniqueClash', ['words', 'danish', 'bare', 'conflict']],
]);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Rejects meaningless values of the right type. */
function checkMeaning(patch: Partial<GraphFaults>): void {
  for (const [name, value] of Object.entries(patch)) {
    if (words.get(name)?.includes(value) === false)
      throw new RangeError(`fault ${name} does not take ${JSON.stringify(value)}`);
  }
  const { siteTimeZone } = patch;
  if (siteTimeZone !== undefined && !isTimeZone(siteTimeZone)) throw new RangeError(`no time zone: ${siteTimeZone}`);
}

function merge<T extends object>(current: T, patch: Partial<T>): T {
  const known = new Map<string, unknown>(Object.entries(current));
  for (const [name, value] of Object.entries(patch)) check(name, known.get(name), value);
  return { ...current, ...patch };
}

export function createFaults(db: Database, licences = 0): Faults {
  const initial = noFaults(licences);
  const stored = db.setting<FaultSettings>('faults');
  let settings: FaultSettings = stored
    ? {
        seed: stored.seed,
        graph: { ...initial.graph, ...stored.graph, ...(licences ? { licences } : {}) },
        connector: { ...initial.connector, ...stored.connector },
      }
    : initial;
  const random = createRandom(settings.seed);
  const counts = new Map<string, number>();
  const save = () => db.setSetting('faults', settings);
  return {
    random,
    get graph() {
      return settings.graph;
    },
    get connector() {
      return settings.connector;
    },
    get: () => structuredClone(settings),
    put(given) {
      const patch = structuredClone(given);
      for (const name of Object.keys(patch)) {
        if (!(name in settings)) throw new RangeError(`no such fault: ${name}`);
      }
      const { random: share, ...rest } = patch.graph ?? {};
      checkMeaning(rest);
      const graph = merge(settings.graph, rest);
      const connector = merge(settings.connector, patch.connector ?? {});
      settings = {
        seed: patch.seed ?? settings.seed,
        graph: { ...graph, random: { ...graph.random, ...share } },
        connector: { ...connector, random: { ...settings.connector.random, ...patch.connector?.random } },
      };
      if (patch.seed !== undefined) random.seed(patch.seed);
      counts.clear();
      save();
      return structuredClone(settings);
    },
    reset() {
      settings = noFaults(licences);
      random.seed(settings.seed);
      counts.clear();
      save();
    },
    strikes(chance, name) {
      if (typeof chance === 'object') {
        if (chance.next <= 0) return false;
        chance.next -= 1;
        save();
        return true;
      }
      if (chance <= 0) return false;
      if (chance <= 1) return random.next() < chance;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count % Math.round(chance) === 0;
    },
  };
}
