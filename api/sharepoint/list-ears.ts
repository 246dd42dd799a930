import { asAppError } from '../kernel/index.ts';
import { failedAs } from './graph-failure.ts';
import type { ListsSettings } from './lists-types.ts';
import type { Subscribed, Subscriptions } from './subscriptions.ts';

export interface EarsSettings {
  subscriptions: Subscriptions;
  log: ListsSettings['log'];
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/** One list's subscription and its record of delivery. */
interface Ear {
  listId: string;
  subscribed?: Subscribed;
  /** Time of the oldest change without a notification. */
  untoldSince?: number;
  heardAt: number;
  missed: number;
  missedInARow: number;
  /** Not tried before that (ms). */
  notBefore: number;
  /** Microsoft has asked for a renewal. */
  isCareWanted: boolean;
  caredAt: number;
}

/** Longest delay of a notification (ms); Microsoft's mostly take under a minute. */
const toldWithin = 5 * 60_000;
const justHeard = 10_000;
const minute = 60_000;
const day = 24 * 60 * minute;
/** Longest wait before the next try, doubled from a minute on (ms). */
const longestWait = { refused: day, unreachable: 60 * minute, away: 15 * minute } as const;
/** Pause for a deleted list, and between renewals that Microsoft keeps asking for (ms). */
const rests = 15 * minute;
/** After so many misses in a row, over new subscriptions, notifications count as not working. */
const mostMissed = 3;
const atOnce = 4;

/**
 * The lists with working notifications. Creates and renews subscriptions, and replaces one that missed a change that
 * certainly happened: our own write, or one that a look found. Never fails: a list without notifications is polled.
 */
export interface ListEars {
  add(list: string, listId: string): void;
  isTold(list: string): boolean;
  missed(list: string): number;
  /** A change that a notification must report. */
  changed(list: string): void;
  /** A notification with this `clientState` arrived; gives its list. */
  heard(clientState: string): string | undefined;
  /**
   * Microsoft asks for renewal, or reports that the subscription is gone: it is renewed or recreated, at most every
   * quarter of an hour. A list whose subscription is gone counts as unnotified at once.
   */
  careSoon(list: string, what: 'due' | 'gone'): void;
  /** Lists whose subscription missed a change: reported once, and resubscribed. */
  silent(): string[];
  /** Creates and renews what is due. One run at a time; resolves when done. */
  care(): Promise<void>;
  /** Error code of why notifications fail; undefined when all is well. */
  problem(): string | undefined;
}

export function createListEars({ subscriptions, log, now }: EarsSettings): ListEars {
  const ears = new Map<string, Ear>();
  let adopted = false;
  let caring: Promise<void> | undefined;
  /** No attempts at all before this. */
  let pausedUntil = -Infinity;
  let failures = 0;
  let problem: string | undefined;

  const isAlive = ({ subscribed }: Ear) => subscribed !== undefined && subscribed.expiresAt > Date.now();
  const isDue = (ear: Ear): boolean => {
    if (now() < ear.notBefore) return false;
    return !isAlive(ear) || ear.isCareWanted || (ear.subscribed ? subscriptions.isRenewalDue(ear.subscribed) : true);
  };

  const adopt = async () => {
    const known = await subscriptions.known();
    for (const ear of ears.values()) {
      const subscribed = known.get(ear.listId);
      if (subscribed) ear.subscribed ??= subscribed;
    }
    adopted = true;
  };

  const careFor = async (ear: Ear): Promise<void> => {
    try {
      const renewed = ear.subscribed && isAlive(ear) ? await subscriptions.renew(ear.subscribed) : undefined;
      // A lost subscription delivers nothing, renewed or not.
      if (!renewed) delete ear.subscribed;
      ear.subscribed = renewed ?? (await subscriptions.make(ear.listId));
      Object.assign(ear, { isCareWanted: false, caredAt: now() });
    } catch (failure) {
      // One deleted list must not stop the others.
      if (!failedAs(failure, 'itemGone')) throw failure;
      ear.notBefore = now() + rests;
      delete ear.subscribed;
    }
  };

  /** A refusal for one list applies to all: same permission, same endpoint. */
  const noteFailure = (failure: unknown) => {
    const kind = kindOf(failure);
    const code = kind === 'away' ? asAppError(failure).code : codes[kind];
    if (problem !== code) log.info({ code }, 'changes in lists are not told of; they are found by looking');
    problem = code;
    failures += 1;
    pausedUntil = now() + (kind === 'refused' ? day : Math.min(minute * 2 ** (failures - 1), longestWait[kind]));
  };

  const careForAll = async (): Promise<void> => {
    if (now() < pausedUntil) return;
    try {
      if (!adopted) await adopt();
      for (let due = [...ears.values()].filter(isDue); due.length > 0; due = due.slice(atOnce)) {
        const results = await Promise.allSettled(due.slice(0, atOnce).map(careFor));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed) throw failed.reason;
      }
      if (problem !== undefined) log.info({}, 'changes in lists are told of again');
      problem = undefined;
      failures = 0;
    } catch (failure) {
      noteFailure(failure);
    }
  };

  const withEar = (list: string, change: (ear: Ear) => void) => {
    const ear = ears.get(list);
    if (ear) change(ear);
  };
  const forget = (ear: Ear) => {
    if (ear.subscribed) void subscriptions.end(ear.subscribed);
    delete ear.subscribed;
    delete ear.untoldSince;
  };

  return {
    add: (list, listId) => {
      const never = { notBefore: -Infinity, caredAt: -Infinity, heardAt: -Infinity };
      ears.set(list, { listId, missed: 0, missedInARow: 0, isCareWanted: false, ...never });
    },
    isTold: (list) => {
      const ear = ears.get(list);
      return ear !== undefined && isAlive(ear);
    },
    missed: (list) => ears.get(list)?.missed ?? 0,
    changed: (list) =>
      withEar(list, (ear) => {
        // The notification may arrive before the answer to the write it reports.
        if (isAlive(ear) && now() - ear.heardAt > justHeard) ear.untoldSince ??= now();
      }),
    heard: (clientState) => {
      const entries = [...ears];
      const listId = subscriptions.listOf(
        clientState,
        [...ears.values()].map((ear) => ear.listId),
      );
      const [list, ear] = entries.find(([, each]) => each.listId === listId) ?? [];
      if (!ear) return undefined;
      delete ear.untoldSince;
      Object.assign(ear, { missedInARow: 0, heardAt: now() });
      return list;
    },
    careSoon: (list, what) =>
      withEar(list, (ear) => {
        if (now() - ear.caredAt <= rests) return;
        if (what === 'gone') forget(ear);
        ear.isCareWanted = true;
      }),
    silent: () => {
      const found = [...ears].filter(
        ([, { untoldSince }]) => untoldSince !== undefined && now() - untoldSince > toldWithin,
      );
      for (const [list, ear] of found) {
        ear.missed += 1;
        ear.missedInARow += 1;
        ear.notBefore = ear.missedInARow < mostMissed ? -Infinity : now() + day;
        log.warn({ list, code: 'sharepoint.notificationMissed' }, 'a change in a list was not told of');
        forget(ear);
      }
      return found.map(([list]) => list);
    },
    care: () => {
      caring ??= careForAll().finally(() => {
        caring = undefined;
      });
      return caring;
    },
    problem: () => problem,
  };
}

const codes = {
  refused: 'sharepoint.subscriptionsRefused',
  unreachable: 'sharepoint.notificationsUnreachable',
} as const;

/** 403: the app may not subscribe. 400: Microsoft could not reach the endpoint, or rejected its answer. */
function kindOf(failure: unknown): keyof typeof longestWait {
  if (failedAs(failure, 'noAccess')) return 'refused';
  return failedAs(failure, 'refused') ? 'unreachable' : 'away';
}
