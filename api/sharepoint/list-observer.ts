/** How changes that others make in a list come to be seen. */
export interface Seen {
  /** `notification`: Microsoft 365 tells that the list has changed. `looks`: only the program's own looks find it. */
  by: 'notification' | 'looks';
  /** Minutes between two looks that nothing asks for, about; they also find what was not told. */
  everyMinutes: number;
  /** Notifications that never came, since the start of the program. */
  missed: number;
}

/** Who follows what happens with the lists, to decide when to look at which. */
export interface ListObserver {
  /** This program has changed something in the list. */
  wrote(list: string): void;
  /** Somebody is shown something from the list. */
  read(list: string): void;
  /** Whether changes are told, and all that was told has been taken in. */
  isCurrent(list: string): boolean;
  seen(list: string): Seen;
}
