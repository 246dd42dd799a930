import { fairQueue, type Waiting } from './fair-queue.ts';
import type { Lane } from './list-handle.ts';

export interface UnitBudgetSettings {
  /** Microsoft's limit for the licence band (`unitsPerMinuteOf`). Absent: nothing is held back. */
  unitsPerMinute?: number;
  /** Share of the limit that background work may use; 0.75. Interactive work may go 0.15 further. */
  target?: number;
  /** Calls in flight at once; 16. Background work uses three quarters of them, so that long pages keep no person waiting. */
  concurrency?: number;
  /**
   * Share of the limit that one person who waits for answers may use in a minute; 0.25. Whoever uses more waits alone.
   */
  personShare?: number;
  /** Milliseconds, for tests. */
  now?: () => number;
}

/** What the service's beta `RateLimit-*` headers say, present from 80 % of the limit. */
export interface RateLimit {
  remaining: number;
  resetSeconds: number;
}

/** What a call costs, and for whom it is made. */
export interface Turn {
  lane: Lane;
  units: number;
  /** The person who waits for it: interactive calls of several people take turns, whoever has sent most of them. */
  who?: string;
  /** How long it may wait to be begun (ms); for ever when absent. */
  patienceMs?: number;
}

export interface UnitBudget {
  /**
   * Runs a call when its lane can pay; `undefined` when its turn did not come in time, or when too many of the same person's
   * wait already: then it was not made. Interactive calls always go before waiting background calls.
   */
  run<Value>(turn: Turn, call: () => Promise<Value>): Promise<Value | undefined>;
  /** The service knows better than our own count (another instance spends from the same limit). */
  correct(limit: RateLimit): void;
  /** Nothing starts for so long: the service said 429. */
  pause(seconds: number): void;
  /**
   * The program ends: calls that wait for their turn are turned away at once, and none waits any more. They were not made,
   * so that nothing is half done.
   */
  stop(): void;
  /** Aborted by `stop`. */
  readonly stopped: AbortSignal;
  status(): { usedLastMinute: number; unitsPerMinute?: number; waiting: number; inFlight: number };
}

/** Whoever is not told apart: jobs, and calls that no person waits for. */
const nobody = '';
const minute = 60_000;
const interactiveHeadroom = 0.15;

/** Calls of one person that may wait: more than any page of ours makes. */
const mostWaiting = 200;

/**
 * Keeps the application under SharePoint's limit of resource units a minute. Whatever way the service lays its minute,
 * no 60 seconds hold more than the target; below it nothing waits. Failed calls are charged too, as the service does.
 */
export function createUnitBudget(settings: UnitBudgetSettings = {}): UnitBudget {
  const {
    unitsPerMinute,
    target = 0.75,
    concurrency = 16,
    personShare = 0.25,
    now = () => performance.now(),
  } = settings;
  const slots: Record<Lane, number> = { interactive: concurrency, background: Math.ceil(concurrency * 0.75) };
  const waiting = { interactive: fairQueue(), background: fairQueue() };
  const spent: { at: number; units: number; by: Map<string, number> }[] = [];
  const usedBy = new Map<string, number>();
  let used = 0;
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
    // A single call dearer than the ceiling still gets its turn in an empty window.
    if (used > 0 && used + units > ceiling(lane)) return false;
    if (!corrected) return true;
    const kept = lane === 'background' ? 0.5 : 0;
    return units <= corrected.remaining * (1 - kept);
  };

  /** Nobody is kept from a single call that is dearer than a share. */
  const isInShare = ({ who, units }: Waiting): boolean => {
    const own = usedBy.get(who) ?? 0;
    return who === nobody || own === 0 || own + units <= (unitsPerMinute ?? Infinity) * personShare;
  };

  const charge = ({ who, units }: Waiting) => {
    if (units === 0) return;
    const last = spent.at(-1);
    // One entry a tenth of a second, dated at its end: the list stays short and errs to the careful side.
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
      // Whoever is dearest waits for room as everybody else does: a cheaper call never overtakes for ever.
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
    // One moment for the whole round: a pause that ended within it would be waited for by nobody.
    const at = now();
    while (startNext('interactive', at));
    // Background waits while an interactive call does: its units would only keep the person waiting longer.
    if (!waiting.interactive.some(isInShare)) while (startNext('background', at));
    schedule(at);
  };

  const schedule = (at: number) => {
    clearTimeout(timer);
    timer = undefined;
    const some = waiting.interactive.length + waiting.background.length > 0;
    if (!some || inFlight >= concurrency) return;
    const moreUnits = Math.min(spent[0] ? spent[0].at + minute : Infinity, corrected?.until ?? Infinity);
    const wake = pausedUntil > at ? pausedUntil : moreUnits;
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
