import { fairQueue, type Waiting } from './fair-queue.ts';
import type { Lane } from './list-handle.ts';

export interface UnitBudgetSettings {
  /** Microsoft's limit for the licence band (`unitsPerMinuteOf`). Absent: no limit. */
  unitsPerMinute?: number;
  /** Share of the limit that background work may use; 0.75. Interactive work may go 0.15 further. */
  target?: number;
  /** Calls in flight at once; 16. Background work may use three quarters, so that long pages do not delay people. */
  concurrency?: number;
  /** Share of the limit for one person's interactive calls in a minute; 0.25. Beyond it only that person waits. */
  personShare?: number;
  /** Milliseconds, for tests. */
  now?: () => number;
}

/** The service's beta `RateLimit-*` headers, present from 80 % of the limit. */
export interface RateLimit {
  remaining: number;
  resetSeconds: number;
}

/** Cost of a call, and its lane and person. */
export interface Turn {
  lane: Lane;
  units: number;
  /** The waiting person: interactive calls of several people take turns, whatever their number. */
  who?: string;
  /** Longest wait for its start (ms); unlimited when absent. */
  patienceMs?: number;
}

export interface UnitBudget {
  /**
   * Runs a call when its lane can pay; `undefined`, without making it, when it waited too long or its person has too
   * many waiting. Interactive calls always precede waiting background calls.
   */
  run<Value>(turn: Turn, call: () => Promise<Value>): Promise<Value | undefined>;
  /** The service's count overrides ours (another instance uses the same limit). */
  correct(limit: RateLimit): void;
  /** Units that other instances have used in the last minute: they share the limit. */
  others(units: number): void;
  /** Starts nothing for so long: status 429. */
  pause(seconds: number): void;
  /** Shutdown: waiting calls are rejected at once, new ones too. They were not made, so nothing is half done. */
  stop(): void;
  /** Aborted by `stop`. */
  readonly stopped: AbortSignal;
  status(): { usedLastMinute: number; unitsPerMinute?: number; waiting: number; inFlight: number };
}

/** Calls of no person: jobs. */
const nobody = '';
const minute = 60_000;
const interactiveHeadroom = 0.15;

/** Shares of Microsoft's limit: what background work uses at most, and all of it together. */
export const unitShares = { background: 0.75, all: 0.75 + interactiveHeadroom } as const;

/** Most waiting calls of one person: more than any page of ours makes. */
const mostWaiting = 200;

/**
 * Keeps the application under SharePoint's limit of resource units a minute. However the service aligns its minute, no
 * 60 seconds exceed the target; below it calls do not wait. Failed calls count, as they do for the service.
 */
export function createUnitBudget(settings: UnitBudgetSettings = {}): UnitBudget {
  const {
    unitsPerMinute,
    target = unitShares.background,
    concurrency = 16,
    personShare = 0.25,
    now = () => performance.now(),
  } = settings;
  const slots: Record<Lane, number> = { interactive: concurrency, background: Math.ceil(concurrency * 0.75) };
  const waiting = { interactive: fairQueue(), background: fairQueue() };
  const spent: { at: number; units: number; by: Map<string, number> }[] = [];
  const usedBy = new Map<string, number>();
  let used = 0;
  let elsewhere = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let corrected: { remaining: number; until: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();

  const forget = () => {
    const since = now() - minute;
    let old = 0;
    for (; old < spent.length && (spent[old]?.at ?? 0) <= since; old += 1) {
      used -= spent[old]?.units ?? 0;
      for (const [who, units] of spent[old]?.by ?? []) {
        const left = (usedBy.get(who) ?? 0) - units;
        if (left > 0) usedBy.set(who, left);
        else usedBy.delete(who);
      }
    }
    if (old > 0) spent.splice(0, old);
    if (corrected && corrected.until <= now()) corrected = undefined;
  };

  const ceiling = (lane: Lane): number =>
    (unitsPerMinute ?? Infinity) * (lane === 'interactive' ? Math.min(target + interactiveHeadroom, 1) : target);

  const affordable = (lane: Lane, units: number): boolean => {
    if (units === 0) return true;
    // A single call above the ceiling still runs in an empty window.
    if (used > 0 && used + elsewhere + units > ceiling(lane)) return false;
    if (!corrected) return true;
    const kept = lane === 'background' ? 0.5 : 0;
    return units <= corrected.remaining * (1 - kept);
  };

  /** A single call dearer than a share is still allowed. */
  const isInShare = ({ who, units }: Waiting): boolean => {
    const own = usedBy.get(who) ?? 0;
    return who === nobody || own === 0 || own + units <= (unitsPerMinute ?? Infinity) * personShare;
  };

  const charge = ({ who, units }: Waiting) => {
    if (units === 0) return;
    const last = spent.at(-1);
    // One entry per tenth of a second, dated at its end: a short list that errs on the safe side.
    const at = Math.ceil(now() / 100) * 100;
    const entry = last?.at === at ? last : { at, units: 0, by: new Map<string, number>() };
    if (entry !== last) spent.push(entry);
    entry.units += units;
    used += units;
    if (who !== nobody) {
      entry.by.set(who, (entry.by.get(who) ?? 0) + units);
      usedBy.set(who, (usedBy.get(who) ?? 0) + units);
    }
    if (corrected) corrected.remaining -= units;
  };

  const startNext = (lane: Lane, at: number): boolean => {
    if (inFlight >= slots[lane] || at < pausedUntil) return false;
    let isFull = false;
    const next = waiting[lane].next((one) => {
      // Expensive calls wait for room in order: cheaper ones cannot overtake for ever.
      if (isFull || !isInShare(one)) return false;
      isFull = !affordable(lane, one.units);
      return !isFull;
    });
    if (!next) return false;
    inFlight += 1;
    charge(next);
    next.start();
    return true;
  };

  const work = () => {
    forget();
    // One timestamp per round: nobody would wait for a pause that ended within it.
    const at = now();
    while (startNext('interactive', at));
    // Background work waits while an interactive call does: its units would delay the person further.
    if (!waiting.interactive.some(isInShare)) while (startNext('background', at));
    schedule(at);
  };

  const schedule = (at: number) => {
    clearTimeout(timer);
    timer = undefined;
    const some = waiting.interactive.length + waiting.background.length > 0;
    if (!some || inFlight >= concurrency) return;
    const moreUnits = Math.min(spent[0] ? spent[0].at + minute : Infinity, corrected?.until ?? Infinity);
    const wake = pausedUntil > at ? pausedUntil : Math.min(moreUnits, elsewhere > 0 ? at + 1_000 : Infinity);
    if (wake === Infinity) return;
    timer = setTimeout(work, Math.max(wake - at, 10));
  };

  return {
    run: async ({ lane, units, who = nobody, patienceMs }, call) => {
      const queue = waiting[lane];
      if (who !== nobody && queue.waitingOf(who) >= mostWaiting) return undefined;
      const turn = Promise.withResolvers<boolean>();
      const turnAway = () => turn.resolve(!queue.leave(one));
      const one: Waiting = { units, who, start: () => turn.resolve(true), turnAway };
      queue.add(one);
      const patience = patienceMs === undefined ? undefined : setTimeout(turnAway, patienceMs);
      work();
      if (ending.signal.aborted) turnAway();
      const isBegun = await turn.promise;
      clearTimeout(patience);
      if (!isBegun) return undefined;
      try {
        return await call();
      } finally {
        inFlight -= 1;
        work();
      }
    },
    correct: ({ remaining, resetSeconds }) => {
      corrected = { remaining, until: now() + resetSeconds * 1_000 };
    },
    others: (units) => {
      elsewhere = units;
    },
    pause: (seconds) => {
      pausedUntil = Math.max(pausedUntil, now() + seconds * 1_000);
    },
    stop: () => {
      ending.abort();
      for (const lane of [waiting.interactive, waiting.background]) for (const one of lane.all()) one.turnAway();
      clearTimeout(timer);
    },
    stopped: ending.signal,
    status: () => {
      forget();
      return {
        usedLastMinute: used,
        ...(unitsPerMinute === undefined ? {} : { unitsPerMinute }),
        waiting: waiting.interactive.length + waiting.background.length,
        inFlight,
      };
    },
  };
}
