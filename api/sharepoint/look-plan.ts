import type { EditedBy } from './define-list.ts';

export interface LookPlanSettings {
  /** Resource units a minute for polling lists without notifications, whatever their number. */
  unitsPerMinute: number;
  /** Shortest time between two looks at one list (ms), also when notified or in use. */
  pollMs: number;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/** Minutes between two looks if the budget allows: longer with notifications, and for lists not edited by hand. */
const wantedMinutes: Record<'told' | 'untold', Record<EditedBy, number>> = {
  untold: { people: 1, program: 4 },
  told: { people: 15, program: 60 },
};
/** … and while a notified list is in use. */
const usedMinutes = 2;
const minute = 60_000;
/** Initial distance between the lists' turns (ms). */
const spread = 15_000;
/** One list is looked at this often (ms), to notice an outage when nothing is due. */
const pulse = minute;
/** How long a read counts as use of the list (ms). */
const usedFor = minute;
/** Extra looks: a notification may come before its change is readable, or repeat our own write. */
const looksMore = 2;

/** `away`: Microsoft 365 does not answer; `failed`: it refuses this list. */
export type LookOutcome = 'something' | 'nothing' | 'failed' | 'away';

interface State {
  editedBy: EditedBy;
  isTold: boolean;
  lastAt: number;
  isRunning: boolean;
  isWanted: boolean;
  /** The running look is for a notification. */
  isTaking: boolean;
  isFailing: boolean;
  usedUntil: number;
  /** Looks left after a notification without changes. */
  repeats: number;
}

/**
 * When to look at which list: notified lists on notification; lists in use without notifications at every poll; the
 * rest in turn, most overdue first, within the budget: more lists mean slower polling, not more units. While SharePoint
 * is unreachable, or refuses lists, one failing list is tried each poll; the others once that one is answered.
 */
export interface LookPlan {
  add(list: string, editedBy: EditedBy): void;
  setTold(list: string, isTold: boolean): void;
  /** Look as soon as possible: the list has changed. */
  want(list: string): void;
  read(list: string): void;
  /** No notification awaits a look. */
  isSettled(list: string): boolean;
  /** Takes the lists to look at now; `ended` must be called for each. */
  begin(): string[];
  ended(list: string, outcome: LookOutcome): void;
  /** Approximate minutes between looks while the list is not in use. */
  everyMinutes(list: string): number;
}

export function createLookPlan({ unitsPerMinute, pollMs, now }: LookPlanSettings): LookPlan {
  const states = new Map<string, State>();
  let units = 1;
  let countedAt = now();
  /** Start of the latest look. */
  let begunAt = now();

  const wantedMs = ({ isTold, editedBy }: State) =>
    Math.max(wantedMinutes[isTold ? 'told' : 'untold'][editedBy] * minute, pollMs);
  const overdue = (state: State, at: number) => {
    const wanted = state.usedUntil > at ? Math.max(usedMinutes * minute, pollMs) : Infinity;
    return (at - state.lastAt) / Math.min(wantedMs(state), wanted);
  };

  const isUrgent = (state: State, at: number): boolean =>
    state.isWanted || (!state.isTold && !state.isFailing && state.usedUntil > at);

  const oldestFailing = (rested: readonly [string, State][]): [string, State][] =>
    rested
      .filter(([, state]) => state.isFailing && !state.isWanted)
      .sort(([, one], [, other]) => one.lastAt - other.lastAt)
      .slice(0, 1);

  const mostOverdue = (rested: readonly [string, State][], at: number): [string, State][] => {
    units = Math.min(2, units + ((at - countedAt) / minute) * unitsPerMinute);
    countedAt = at;
    if (units < 1) return [];
    const [first] = rested
      .filter(([, state]) => !state.isFailing && !isUrgent(state, at))
      .sort(([, one], [, other]) => overdue(other, at) - overdue(one, at));
    if (!first || (overdue(first[1], at) < 1 && at - begunAt < pulse)) return [];
    units -= 1;
    return [first];
  };

  let isAway = false;
  let triedFailingAt = -Infinity;
  const failingToTry = (rested: readonly [string, State][], at: number) => {
    if (at - triedFailingAt < pollMs) return [];
    const found = oldestFailing(rested);
    if (found.length > 0) triedFailingAt = at;
    return found;
  };

  const withState = (list: string, change: (state: State) => void) => {
    const state = states.get(list);
    if (state) change(state);
  };

  return {
    add: (list, editedBy) => {
      // As if the lists had been looked at in turn, so that they are not all due at once.
      const lastAt = now() - ((states.size * spread) % (wantedMinutes.told.people * minute));
      const state = { editedBy, isTold: false, lastAt, isRunning: false, isWanted: false };
      states.set(list, { ...state, isTaking: false, isFailing: false, usedUntil: -Infinity, repeats: 0 });
    },
    setTold: (list, isTold) =>
      withState(list, (state) => {
        state.isTold = isTold;
      }),
    want: (list) =>
      withState(list, (state) => {
        state.isWanted = true;
        state.repeats = looksMore;
      }),
    read: (list) =>
      withState(list, (state) => {
        state.usedUntil = now() + usedFor;
      }),
    isSettled: (list) => {
      const state = states.get(list);
      return state !== undefined && !state.isWanted && !state.isTaking;
    },
    begin: () => {
      const at = now();
      const rested = [...states].filter(([, state]) => !state.isRunning && at - state.lastAt >= pollMs);
      const begun = [
        ...rested.filter(([, state]) => isUrgent(state, at)),
        ...failingToTry(rested, at),
        ...mostOverdue(rested, at),
      ];
      if (begun.length > 0) begunAt = at;
      for (const [, state] of begun) {
        Object.assign(state, { isRunning: true, isTaking: state.isWanted, isWanted: false, lastAt: at });
      }
      return begun.map(([list]) => list);
    },
    ended: (list, outcome) =>
      withState(list, (state) => {
        state.isRunning = false;
        state.isTaking = false;
        const wasFailing = state.isFailing;
        state.isFailing = outcome === 'failed' || outcome === 'away';
        // What several lists failed for (a credential that had ended) is over for all.
        if (wasFailing && !state.isFailing) for (const other of states.values()) other.isWanted ||= other.isFailing;
        if (outcome === 'something') state.repeats = 0;
        if (outcome === 'nothing' && state.repeats > 0) {
          state.repeats -= 1;
          state.isWanted = true;
        }
        if (outcome === 'away') isAway = true;
        else if (isAway) {
          isAway = false;
          // Changes and notifications may have been missed.
          for (const other of states.values()) other.isWanted = true;
        }
      }),
    everyMinutes: (list) => {
      const state = states.get(list);
      if (!state) return 0;
      const unitsWanted = [...states.values()].reduce((sum, each) => sum + minute / wantedMs(each), 0);
      return (wantedMs(state) / minute) * Math.max(1, unitsWanted / unitsPerMinute);
    },
  };
}
