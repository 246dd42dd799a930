import { allAnswers, type Answers } from '../questions/index.ts';
import type { Database } from './database.ts';
import {
  areas,
  noFaults,
  type Chance,
  type ConnectorFaults,
  type EntraFaults,
  type FaultPatch,
  type FaultSettings,
  type GraphFaults,
} from './fault-settings.ts';
import { createRandom, type Random } from './random.ts';
import { switchesOf } from './tenant-answers.ts';

/** The named switches. All off at first. */
export interface Faults {
  readonly graph: Readonly<GraphFaults>;
  readonly connector: Readonly<ConnectorFaults>;
  readonly entra: Readonly<EntraFaults>;
  readonly tenant: Answers;
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
  'unauthorized',
  'truncated',
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
const words: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ['areaAway', areas],
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

const withSwitches = (
  settings: Omit<FaultSettings, 'tenant'>,
  answers: Partial<Answers>,
): Omit<FaultSettings, 'tenant'> => {
  const { graph, connector } = switchesOf(answers);
  return { ...settings, graph: { ...settings.graph, ...graph }, connector: { ...settings.connector, ...connector } };
};

/** `profile`: answers of a tenant, in place of the desk's. Settings stored under another profile are void. */
export function createFaults(db: Database, licences = 0, profile: Partial<Answers> = {}): Faults {
  const initial = (): FaultSettings => ({
    ...withSwitches(noFaults(licences), profile),
    tenant: allAnswers(profile),
  });
  const of = JSON.stringify(profile);
  const stored = db.setting<FaultSettings & { of?: string }>('faults');
  let settings = initial();
  if (stored && (stored.of ?? '{}') === of)
    settings = {
      seed: stored.seed,
      graph: { ...settings.graph, ...stored.graph, ...(licences ? { licences } : {}) },
      connector: { ...settings.connector, ...stored.connector },
      entra: { ...settings.entra, ...stored.entra },
      tenant: { ...settings.tenant, ...stored.tenant },
    };
  const random = createRandom(settings.seed);
  const counts = new Map<string, number>();
  const save = () => db.setSetting('faults', { ...settings, of });
  return {
    random,
    get graph() {
      return settings.graph;
    },
    get connector() {
      return settings.connector;
    },
    get entra() {
      return settings.entra;
    },
    get tenant() {
      return settings.tenant;
    },
    get: () => structuredClone(settings),
    put(given) {
      const patch = structuredClone(given);
      for (const name of Object.keys(patch)) {
        if (!(name in settings)) throw new RangeError(`no such fault: ${name}`);
      }
      const { random: share, ...rest } = patch.graph ?? {};
      checkMeaning(rest);
      const tenant = allAnswers({ ...settings.tenant, ...patch.tenant });
      const answered = withSwitches(settings, patch.tenant ?? {});
      const graph = merge(answered.graph, rest);
      const connector = merge(answered.connector, patch.connector ?? {});
      settings = {
        tenant,
        seed: patch.seed ?? settings.seed,
        entra: merge(settings.entra, patch.entra ?? {}),
        graph: { ...graph, random: { ...graph.random, ...share } },
        connector: { ...connector, random: { ...settings.connector.random, ...patch.connector?.random } },
      };
      if (patch.seed !== undefined) random.seed(patch.seed);
      counts.clear();
      save();
      return structuredClone(settings);
    },
    reset() {
      settings = initial();
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
