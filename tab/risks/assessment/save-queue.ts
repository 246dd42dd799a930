/** One field's change, with its previous value. */
export interface Change<Value> {
  from: Value;
  to: Value;
}
export type Changes<Value> = Readonly<Record<string, Change<Value>>>;
/** Another has changed the same field; theirs applies until the reader chooses. */
export interface Clash<Value, By = unknown> {
  group: string;
  field: string;
  theirs: Value;
  mine: Value;
  by?: By | undefined;
  at?: string | undefined;
}
/** `waiting`: offline, retried automatically; `failed`: the API refused. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'failed';
export interface Saving<Value, By = unknown> {
  /** Unsaved values, by group and field: shown instead of the API's. */
  values: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  clashes: readonly Clash<Value, By>[];
  state: SaveState;
  error: unknown;
  /** Time of the last save, ISO. */
  savedAt: string | undefined;
}
interface Told<Value, By> {
  field: string;
  theirs: Value;
  by?: By | undefined;
  at?: string | undefined;
}

export interface SaveQueueSettings<Value, By> {
  /** Sends the changes of one group. Returns the fields changed by others. */
  send: (group: string, changes: Changes<Value>) => Promise<readonly Told<Value, By>[]>;
  /** Stores unsaved changes, so that leaving loses nothing; called with nothing when all are saved. */
  keep: (waiting: Readonly<Record<string, Changes<Value>>> | undefined) => void;
  /** What was stored earlier. */
  start: Readonly<Record<string, Changes<Value>>> | undefined;
  mayPass: (error: unknown) => boolean;
  now: () => string;
}

/** Milliseconds from the last key to saving. */
const restMilliseconds = 600;
const retryMilliseconds = [2_000, 5_000, 10_000, 30_000] as const;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Merges two changes: starts where the earlier did, and vanishes when it ends there. */
export function mergedChanges<Value>(earlier: Changes<Value>, later: Changes<Value>): Changes<Value> {
  const merged: Record<string, Change<Value>> = { ...earlier };
  for (const [field, { from, to }] of Object.entries(later)) {
    const known = merged[field];
    merged[field] = { from: known ? known.from : from, to };
    if (same(merged[field].from, to)) delete merged[field];
  }
  return merged;
}

/**
 * Saves fields while they are filled: one request a group at a time, retried while offline. Pending changes are stored.
 * A field concurrently changed by another becomes a clash instead of being overwritten.
 */
export function createSaveQueue<Value, By = unknown>(settings: SaveQueueSettings<Value, By>) {
  const waiting = new Map<string, Changes<Value>>(Object.entries(settings.start ?? {}));
  const sending = new Map<string, Changes<Value>>();
  const running = new Map<string, Promise<void>>();
  /** Groups with a failed save. */
  const broken = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();
  let clashes: readonly Clash<Value, By>[] = [];
  let failures = 0;
  let error: unknown;
  let stuck: 'waiting' | 'failed' | undefined;
  let savedAt: string | undefined;
  let closed = false;
  let leaving = false;
  let shown = drawn();

  function stateNow(): SaveState {
    if (stuck) return stuck;
    return waiting.size + sending.size > 0 ? 'saving' : 'saved';
  }
  function unsaved(): Record<string, Changes<Value>> {
    const found: Record<string, Changes<Value>> = Object.fromEntries(sending);
    for (const [group, changes] of waiting) found[group] = { ...found[group], ...changes };
    return found;
  }
  function drawn(): Saving<Value, By> {
    const values: Record<string, Record<string, Value>> = {};
    for (const [group, changes] of Object.entries(unsaved()))
      values[group] = Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to]));
    return { values, clashes, state: stateNow(), error, savedAt };
  }
  function tell() {
    shown = drawn();
    const left = unsaved();
    settings.keep(Object.keys(left).length > 0 ? left : undefined);
    listeners.forEach((listener) => listener());
  }
  function later(group: string, milliseconds: number) {
    clearTimeout(timers.get(group));
    timers.set(
      group,
      setTimeout(() => void flush(group), milliseconds),
    );
  }
  async function sent(group: string, changes: Changes<Value>): Promise<void> {
    try {
      const told = await settings.send(group, changes);
      sending.delete(group);
      clashes = [
        ...clashes.filter((one) => one.group !== group || !(one.field in changes)),
        ...told.flatMap((one) => {
          const mine = changes[one.field];
          return mine ? [{ ...one, group, mine: mine.to }] : [];
        }),
      ];
      [failures, savedAt] = [0, settings.now()];
      broken.delete(group);
      if (broken.size === 0) [error, stuck] = [undefined, undefined];
      if (waiting.has(group)) later(group, 0);
    } catch (thrown) {
      sending.delete(group);
      const back = mergedChanges(changes, waiting.get(group) ?? {});
      if (Object.keys(back).length > 0) waiting.set(group, back);
      error = thrown;
      broken.add(group);
      stuck = settings.mayPass(thrown) ? 'waiting' : 'failed';
      if (stuck === 'waiting') later(group, retryMilliseconds[Math.min(failures, retryMilliseconds.length - 1)] ?? 0);
      failures += 1;
    }
    running.delete(group);
    tell();
  }
  function flush(group: string): Promise<void> {
    clearTimeout(timers.get(group));
    const changes = waiting.get(group);
    const underWay = running.get(group);
    if (underWay || !changes || closed) return underWay ?? Promise.resolve();
    waiting.delete(group);
    sending.set(group, changes);
    tell();
    const run = sent(group, changes);
    running.set(group, run);
    return run;
  }
  /** Sends everything and waits. False on any failure. */
  async function flushAll(): Promise<boolean> {
    stuck = undefined;
    broken.clear();
    while (!stuck && !closed && waiting.size + running.size > 0)
      await Promise.all([...new Set([...running.keys(), ...waiting.keys()])].map((group) => flush(group)));
    return waiting.size + sending.size === 0;
  }
  function change(group: string, field: string, from: Value, to: Value, soon = false) {
    const changes = mergedChanges(waiting.get(group) ?? {}, { [field]: { from, to } });
    if (Object.keys(changes).length > 0) waiting.set(group, changes);
    else waiting.delete(group);
    if (stuck === 'failed' && broken.delete(group) && broken.size === 0) stuck = undefined;
    tell();
    later(group, soon ? 0 : restMilliseconds);
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => shown,
    change,
    flushAll,
    /** Resolves a clash: the own value overwrites theirs, or theirs stays. */
    choose: ({ group, field, theirs, mine }: Clash<Value, By>, whose: 'mine' | 'theirs') => {
      clashes = clashes.filter((one) => one.group !== group || one.field !== field);
      if (whose === 'mine') change(group, field, theirs, mine, true);
      else tell();
    },
    /** Sends changes stored last time. */
    open: () => {
      leaving = false;
      closed = false;
      void flushAll();
    },
    /** The reader leaves: one last try, the rest stays stored. */
    close: () => {
      leaving = true;
      void flushAll().finally(() => {
        closed = leaving;
        if (closed) timers.forEach((timer) => clearTimeout(timer));
      });
    },
  };
}
