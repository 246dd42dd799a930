import type { Database } from './database.ts';
import { createRandom, type Random } from './random.ts';

/**
 * How often a fault strikes: 0 never; up to 1 a probability (1 always); 2 and more every n-th time; `{ next: n }` the
 * next n times.
 */
export type Chance = number | { next: number };

export interface GraphFaults {
  /** No answer at all: the connection is reset. */
  away: boolean;
  /** Milliseconds before every answer. */
  latencyMs: number;
  /** A share of requests fails. On writes half of the 504s and resets happen after the write was done. */
  random: { rate: number; statuses: (number | 'reset')[]; retryAfterSeconds: number };
  /** The write is done and the answer is 504 `UnknownError` with an empty message. */
  commitThen504: Chance;
  /** The gateway answers 502 with an HTML page; nothing is done. */
  html502: Chance;
  /** 429 of another limit: `Retry-After` without `RateLimit-*`. */
  otherLimit: Chance;
  /** The app is blocked: 503 for ever. */
  blocked503: boolean;
  /** `Retry-After: 240` on every 429 and 503 instead of the true time. */
  retryAfterAbove180: boolean;
  /** Throttling band by number of licences; 0 switches throttling off. */
  licences: number;
  /** Milliseconds that delta is behind. */
  lagDelta: number;
  /** Milliseconds that a new list or column stays unseen. */
  lagSchema: number;
  /**
   * How delta of a list writes eTags: `braces` as Microsoft's page shows them (`"{GUID},n"`, where the item itself has
   * `"guid,n"`), `item` as the item has them, `none` leaves them out.
   */
  deltaEtag: 'braces' | 'item' | 'none';
  /** A deleted item makes delta carry an `{error: …}` object inside a 200. */
  deltaDeleteBug: boolean;
  /** Delta with a token answers 410 and a Location. */
  delta410: Chance;
  /** Delta replays what was already given. */
  duplicateDelta: boolean;
  /** `PATCH …/fields` answers 400 "Invalid request". */
  patchFieldsRejected: boolean;
  /** Query options without `$` answer 400 `badArgument`. */
  strictDollar: boolean;
  /** Lookup ids written as numbers answer 500. */
  strictLookupString: boolean;
  /** 409 `resourceModified` on item changes without `If-Match`; nothing is written. */
  conflict409: Chance;
  /** Change notifications that are never delivered. */
  dropNotifications: Chance;
  /** Column changes at the same time collide with 409 or 500. */
  schemaConflict: boolean;
  /** Missing required fields answer 400. */
  requiredEnforced: boolean;
  /** Batch answers come in another order. */
  batchShuffle: boolean;
  /** IANA zone of the site; decides what date-only values look like. */
  siteTimeZone: string;
  /** Overrides the role that every granted app has on the site; '' leaves each its own. */
  role: '' | 'read' | 'write' | 'manage' | 'fullcontrol';
  /** The list view threshold (rows). */
  threshold: number;
}
export interface ConnectorFaults {
  latencyMs: number;
  random: { rate: number; kinds: ('429' | '412' | '500' | '502' | '503' | '504' | 'reset' | 'hang')[] };
  /** Error code of the connector for one person (Entra object id), e.g. `ConversationBlockedByUser`. */
  person: Record<string, string>;
  /** Calls a second that the app may make (Teams: 50), with the limits of each conversation; 0 switches it off. */
  rateLimit: number;
  /** `Retry-After` of a 429 that a switch made; 0 leaves the header out. */
  retryAfterSeconds: number;
  /** The message is stored and the answer is 504. */
  acceptThen504: Chance;
  /** The message is stored and the connection is reset. */
  acceptThenReset: Chance;
  /** Milliseconds after an installation through Graph until the chat is there and the bot is told of it. */
  chatDelayMs: number;
  /** What writing to somebody who removed the app answers; Teams was seen to do each of them. */
  uninstalled: (typeof uninstalledAnswers)[number];
}
export const uninstalledAnswers = ['BotNotInConversationRoster', 'MessageWritesBlocked', 'delivered'] as const;
export interface FaultSettings {
  /** Starts the random numbers anew, so that a run repeats. */
  seed: number;
  graph: GraphFaults;
  connector: ConnectorFaults;
}
export type FaultPatch = { seed?: number; graph?: Partial<GraphFaults>; connector?: Partial<ConnectorFaults> };

/** The named switches. All off at first. */
export interface Faults {
  readonly graph: Readonly<GraphFaults>;
  readonly connector: Readonly<ConnectorFaults>;
  get(): FaultSettings;
  /** Sets the named switches, leaves the others. Throws RangeError on an unknown name or a value of the wrong type. */
  put(patch: FaultPatch): FaultSettings;
  reset(): void;
  /** Whether a fault strikes now. Counts down `{ next }`. */
  strikes(chance: Chance, name: string): boolean;
  readonly random: Random;
}

export const noFaults = (licences = 0): FaultSettings => ({
  seed: 1,
  graph: {
    away: false,
    latencyMs: 0,
    random: { rate: 0, statuses: [429, 503, 504, 'reset'], retryAfterSeconds: 1 },
    commitThen504: 0,
    html502: 0,
    otherLimit: 0,
    blocked503: false,
    retryAfterAbove180: false,
    licences,
    lagDelta: 0,
    lagSchema: 0,
    deltaEtag: 'braces',
    deltaDeleteBug: false,
    delta410: 0,
    duplicateDelta: false,
    patchFieldsRejected: false,
    strictDollar: false,
    strictLookupString: false,
    conflict409: 0,
    dropNotifications: 0,
    schemaConflict: false,
    requiredEnforced: false,
    batchShuffle: false,
    siteTimeZone: 'Europe/Copenhagen',
    role: '',
    threshold: 5000,
  },
  connector: {
    latencyMs: 0,
    random: { rate: 0, kinds: ['429', '504', 'reset'] },
    person: {},
    rateLimit: 0,
    retryAfterSeconds: 1,
    acceptThen504: 0,
    acceptThenReset: 0,
    chatDelayMs: 200,
    uninstalled: 'BotNotInConversationRoster',
  },
});

const isChanceName = new Set([
  'commitThen504',
  'html502',
  'otherLimit',
  'delta410',
  'conflict409',
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

/** Switches that take one of some words. */
const words: ReadonlyMap<string, readonly unknown[]> = new Map([
  ['role', ['', 'read', 'write', 'manage', 'fullcontrol']],
  ['deltaEtag', ['braces', 'item', 'none']],
]);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Values that have the right type and still mean nothing. */
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
