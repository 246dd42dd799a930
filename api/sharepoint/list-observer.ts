/** How changes by others are detected. */
export interface Seen {
  /** `notification`: Microsoft 365 reports changes. `looks`: only polling finds them. */
  by: 'notification' | 'looks';
  /** Approximate minutes between two routine looks; these also find missed notifications. */
  everyMinutes: number;
  /** Notifications missed since the program started. */
  missed: number;
}

/** Observes reads and writes, to decide when to poll which list. */
export interface ListObserver {
  /** This program changed an item of the list. */
  wrote(list: string): void;
  /** A view reads the list. */
  read(list: string): void;
  /** Whether changes are notified, and all notified ones read. */
  isCurrent(list: string): boolean;
  seen(list: string): Seen;
}
