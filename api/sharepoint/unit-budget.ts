import type { Lane } from './list-handle.ts';

export interface UnitBudgetSettings {
  /** Microsoft's limit for the licence band (`unitsPerMinuteOf`). Absent: nothing is held back. */
  unitsPerMinute?: number;
  /** Share of the limit that background work may use; 0.75. Interactive work may go 0.15 further. */
  target?: number;
  /** Calls in flight at once; 16. Background work uses three quarters of them, so that long pages keep no person waiting. */
  concurrency?: number;
  /** Milliseconds, for tests. */
  now?: () => number;
}

/** What the service's beta `RateLimit-*` headers say, present from 80 % of the limit. */
export interface RateLimit {
  remaining: number;
  resetSeconds: number;
}

export interface UnitBudget {
  /** Runs a call when its lane can pay. Interactive calls always go before waiting background calls. */
  run<Value>(lane: Lane, units: number, call: () => Promise<Value>): Promise<Value>;
  /** The service knows better than our own count (another instance spends from the same limit). */
  correct(limit: RateLimit): void;
  /** Nothing starts for so long: the service said 429. */
  pause(seconds: number): void;
  status(): { usedLastMinute: number; unitsPerMinute?: number; waiting: number; inFlight: number };
}

const minute = 60_000;
const interactiveHeadroom = 0.15;

interface Waiting {
  units: number;
  start(): void;
}

/**
 * Keeps the application under SharePoint's limit of resource units a minute. Whatever way the service lays its minute,
 * no 60 seconds hold more than the target; below it nothing waits. Failed calls are charged too, as the service does.
 */
export function createUnitBudget(settings: UnitBudgetSettings = {}): UnitBudget {
  const { unitsPerMinute, target = 0.75, concurrency = 16, now = () => performance.now() } = settings;
  const slots: Record<Lane, number> = { interactive: concurrency, background: Math.ceil(concurrency * 0.75) };
  const waiting: Record<Lane, Waiting[]> = { interactive: [], background: [] };
  const spent: { at: number; units: number }[] = [];
  let used = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let corrected: { remaining: number; until: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = () => {
    const since = now() - minute;
    let old = 0;
    for (; old < spent.length && (spent[old]?.at ?? 0) <= since; old += 1) used -= spent[old]?.units ?? 0;
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

  const charge = (units: number) => {
    if (units === 0) return;
    const last = spent.at(-1);
    // One entry a tenth of a second, dated at its end: the list stays short and errs to the careful side.
    const at = Math.ceil(now() / 100) * 100;
    if (last?.at === at) last.units += units;
    else spent.push({ at, units });
    used += units;
    if (corrected) corrected.remaining -= units;
  };

  const startNext = (lane: Lane, at: number): boolean => {
    const next = waiting[lane][0];
    if (!next || inFlight >= slots[lane] || at < pausedUntil || !affordable(lane, next.units)) return false;
    waiting[lane].shift();
    inFlight += 1;
    charge(next.units);
    next.start();
    return true;
  };

  const work = () => {
    forget();
    // One moment for the whole round: a pause that ended within it would be waited for by nobody.
    const at = now();
    while (startNext('interactive', at));
    // Background waits while an interactive call does: its units would only keep the person waiting longer.
    if (waiting.interactive.length === 0) while (startNext('background', at));
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
    run: async (lane, units, call) => {
      await new Promise<void>((start) => {
        waiting[lane].push({ units, start });
        work();
      });
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
