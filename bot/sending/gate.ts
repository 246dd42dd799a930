import {
  answered,
  backoffOf,
  emptied,
  gateRate,
  rateAt,
  taken,
  throttled,
  waitOf,
  type GateLane,
} from './gate-rate.ts';
import { realTime, type RealTime } from './real-time.ts';
import type { SharedRate } from '../../api/instances/index.ts';

export type { GateLane } from './gate-rate.ts';

/** Leave to make one call, and when it was given (ms). A deferred one is asked for when the call has been prepared. */
export interface Turn {
  at: number;
  isDeferred?: boolean;
}

/**
 * A turn that other work has delayed so long is not used (ms): calls would bunch up. At 40/s a second has at most 4 of
 * a burst, 42 of the rate, and one of each instance whose event loop lagged: Teams' limit is 50.
 */
const turnLastsMs = 50;

export interface GateStatus {
  ratePerSecond: number;
  targetPerSecond: number;
  /** Seconds left of the pause, else 0. */
  pausedSeconds: number;
  waiting: number;
  /** 429s since the start. */
  throttled: number;
}

/** Rate limit for all calls of the bot to Teams: the platform counts them together (50/s an app and tenant). */
export interface Gate {
  /** Resolves when a call may be made. Rejects with the signal's reason if aborted first. */
  pass(lane: GateLane, signal?: AbortSignal): Promise<Turn>;
  /**
   * As `pass`, for a call that is prepared after its turn and then asks `renew`. At once, with a deferred turn, where
   * preparing has lately outlasted turns: those would be taken twice for one call.
   */
  passToPrepare(lane: GateLane, signal?: AbortSignal): Promise<Turn>;
  /** Resolves when a prepared call may be made: at once while its turn is good, else as `pass`. */
  renew(turn: Turn, lane: GateLane, signal?: AbortSignal): Promise<void>;
  /** Report every 429: pauses and slows the gate. */
  throttled(retryAfterSeconds: number | undefined): void;
  /** Report a success. */
  answered(): void;
  /** Sets the target rate; a pause after a 429 continues. `Infinity` disables the gate. */
  aim(perSecond: number): void;
  status(): GateStatus;
}

interface Waiter {
  leave(): void;
}

export interface GateOptions {
  /** Target rate; `Infinity` disables the gate (pauses after a 429 still apply). */
  perSecond: number;
  time?: RealTime;
  /** Absent: this gate has the whole rate. */
  shared?: SharedRate | undefined;
}

export function createGate({ perSecond, time = realTime, shared }: GateOptions): Gate {
  let rate = gateRate(perSecond, time.now());
  let target = perSecond;
  let throttles = 0;
  let pumping = false;
  /** Preparing a call takes longer than a turn lasts. */
  let isSlowToPrepare = false;
  const lanes: Record<GateLane, Set<Waiter>> = { urgent: new Set(), broadcast: new Set() };

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    for (let lane = nextLane(lanes); lane; lane = nextLane(lanes)) {
      const wait = await waitFor(lane === lanes.urgent ? 'urgent' : 'broadcast');
      if (wait > 0) await time.wait(Math.min(wait, 1_000));
      else letOne(lane);
    }
    pumping = false;
  }

  /** Milliseconds until another try; 0 when a turn is taken, of this gate and of the shared rate. */
  async function waitFor(lane: GateLane): Promise<number> {
    if (!shared || target === Infinity) return ownWait(lane, target);
    try {
      const wait = await shared.take(lane, target);
      // What the shared bucket has given is not given again by this one when Redis goes away.
      rate = emptied(rate, time.now());
      return wait;
    } catch {
      const { part, waitMs } = shared.own();
      return waitMs > 0 ? waitMs : ownWait(lane, target * part);
    }
  }

  function ownWait(lane: GateLane, limit: number): number {
    const now = time.now();
    if (limit !== rate.target) rate = { ...rate, target: limit, rate: Math.min(rate.rate, limit) };
    const wait = waitOf(rate, now, lane);
    if (wait === 0) rate = taken(rate, now);
    return wait;
  }

  function letOne(lane: Set<Waiter>): void {
    const [waiter] = lane;
    if (!waiter) return;
    lane.delete(waiter);
    waiter.leave();
  }

  const pass: Gate['pass'] = (lane, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(reasonOf(signal));
      const giveUp = () => {
        lanes[lane].delete(waiter);
        if (signal) reject(reasonOf(signal));
      };
      const waiter: Waiter = {
        leave: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve({ at: time.now() });
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      lanes[lane].add(waiter);
      void pump();
    });

  return {
    pass,
    passToPrepare: async (lane, signal) => {
      const isPaused = rate.pausedUntil > time.now();
      if (!isSlowToPrepare || isPaused || signal?.aborted) return pass(lane, signal);
      return { at: time.now(), isDeferred: true };
    },
    renew: async ({ at, isDeferred = false }, lane, signal) => {
      if (target === Infinity) return;
      const took = time.now() - at;
      isSlowToPrepare = took > (isDeferred ? turnLastsMs / 2 : turnLastsMs);
      if (isDeferred || took > turnLastsMs) await pass(lane, signal);
    },
    throttled: (retryAfterSeconds) => {
      throttles += 1;
      shared?.throttled(target, backoffOf(rate, retryAfterSeconds, 0.5) * 1_000).catch(() => undefined);
      rate = throttled(rate, time.now(), retryAfterSeconds, Math.random());
    },
    answered: () => {
      rate = answered(rate);
    },
    aim: (next) => {
      target = next;
      rate = { ...gateRate(next, time.now()), pausedUntil: rate.pausedUntil };
    },
    status: () => ({
      ratePerSecond: rateAt(rate, time.now()),
      targetPerSecond: target,
      pausedSeconds: Math.max(0, (rate.pausedUntil - time.now()) / 1000),
      waiting: lanes.urgent.size + lanes.broadcast.size,
      throttled: throttles,
    }),
  };
}

const nextLane = (lanes: Record<GateLane, Set<Waiter>>): Set<Waiter> | undefined =>
  [lanes.urgent, lanes.broadcast].find((lane) => lane.size > 0);

const reasonOf = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error('aborted');
