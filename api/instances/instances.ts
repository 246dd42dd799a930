import type { OwnPart } from './own-rate.ts';
import type { JournalEngine } from '../journal/index.ts';
import type { KeyedQueue, PerMinute } from '../kernel/index.ts';
import type { ListWrite } from '../sharepoint/index.ts';

/** What one instance tells the others. */
export type News =
  | { kind: 'write'; write: ListWrite }
  /** A value of a `sharedPart`. */
  | { kind: 'part'; name: string; value: unknown }
  /** Microsoft Graph's notification of changed lists, as it came. */
  | { kind: 'notified'; body: unknown }
  /** The one that tells could not tell all: everything is to be read again. */
  | { kind: 'missed' };

/** An instance as all of them see it: by the clock of Redis. */
export interface InstanceSeen {
  id: string;
  /** The one that asks. */
  isOwn: boolean;
  /** Milliseconds since it was heard. */
  silentMs: number;
  /** Milliseconds that it has led; only the one that leads. */
  leadsForMs?: number;
  /** What it says of itself: JSON, perhaps of another version of the program; empty before it has said anything. */
  said: string;
}

export interface Follower {
  take(news: News): void;
  /** Some news may be lost: everything is to be read again. */
  missed(): void;
}

/** Rate limit of calls to Teams across instances. Times in milliseconds, rates in calls a second. */
export interface SharedRate {
  /** Takes a turn; 0 when taken, otherwise the wait before another try. Rejects when instances cannot agree. */
  take(lane: 'urgent' | 'broadcast', target: number): Promise<number>;
  /** What this instance may do by itself while they cannot agree. */
  own(): OwnPart;
  /** A 429: everybody pauses, and the rate is halved. */
  throttled(target: number, pauseMs: number): Promise<void>;
}

export interface InstancesStatus {
  engine: 'embedded' | 'redis';
  /** `away`: instances cannot agree, so no background work is done. */
  state: 'ok' | 'away';
  /** Running instances, as of the latest agreement. */
  instances: number;
  /** Whether this one does the background work. */
  leads: boolean;
  /** Milliseconds that this machine's clock is ahead of Redis's. */
  clockAheadMs?: number;
}

/**
 * What several instances of the program share. SharePoint remains the only database: nothing here is needed after all
 * of them have stopped, except the journal.
 */
export interface Instances {
  readonly journal: JournalEngine;
  /** Exactly one instance does the background work; none while instances cannot agree. */
  leads(): boolean;
  /** Called each time this instance begins to lead; not when it is the only one there can be. */
  onLead(begin: () => void): void;
  /**
   * Serialises work per key across instances: it starts when earlier work under the key has ended and its writes are
   * known here. Throws AppError `unavailable` (`instances.unavailable`) when instances cannot agree.
   */
  exclusive: KeyedQueue;
  /** Resolves when the other instances can read it, or cannot be told. Never throws. Absent: there can be no others. */
  tell?(news: News): Promise<void>;
  follow(follower: Follower): void;
  /**
   * Resolves when everything told before the call is taken here. Never throws, and waits half a second at most, two
   * where Redis hangs. Absent: there is nobody to wait for.
   */
  caughtUp?(): Promise<void>;
  /** Absent: this instance has the whole rate. */
  rate?: SharedRate;
  /** Rate limits for the sum of all instances. Absent: this instance has the whole limits. */
  perMinute?: PerMinute;
  /** Reports resource units used in the last minute, and receives the sum of the other instances. */
  shareUnits(used: () => number, others: (units: number) => void): void;
  /** Says something of itself to all others with each beat; plain text. Absent: there can be no others. */
  say?(text: () => string): void;
  /** All instances, also those that are silent since less than an hour. Throws AppError `unavailable`. */
  every?(): Promise<readonly InstanceSeen[]>;
  status(): InstancesStatus;
  /** Leaves: another instance leads, and takes over what is left in the journal. */
  close(): Promise<void>;
}
