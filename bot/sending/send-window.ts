/**
 * How far ahead of the ledger a campaign is: who is reserved there, and who of them is concluded but not written down
 * yet. After a crash all of them are in doubt, so it bounds both, over all blocks of the campaign.
 */
export interface SendWindow {
  readonly size: number;
  /** Reserved in the ledger, as far as this run began with them. */
  readonly reserved: number;
  /** Concluded among the reserved. */
  readonly concluded: number;
  begin(): void;
  conclude(): void;
  /** The end of one who was concluded is written down, or given up for this run. */
  letGo(): void;
  /** Resolves as soon as the condition holds; it is asked again with each change. */
  until(condition: () => boolean): Promise<void>;
}

export function sendWindow(size: number): SendWindow {
  const waiting = new Set<{ condition(): boolean; go(): void }>();
  let reserved = 0;
  let concluded = 0;
  const changed = () => {
    for (const waiter of waiting)
      if (waiter.condition()) {
        waiting.delete(waiter);
        waiter.go();
      }
  };
  return {
    size,
    get reserved() {
      return reserved;
    },
    get concluded() {
      return concluded;
    },
    begin: () => {
      reserved += 1;
    },
    conclude: () => {
      concluded += 1;
      changed();
    },
    letGo: () => {
      reserved -= 1;
      concluded -= 1;
      changed();
    },
    until: (condition) => (condition() ? Promise.resolve() : new Promise((go) => void waiting.add({ condition, go }))),
  };
}

/** Half is concluded: time to write that down and to reserve more, while the other half is being sent. */
export const isWriteDue = ({ size, concluded }: SendWindow): boolean => concluded >= size / 2;

/** Room for so many that another block is worth beginning. */
export const hasRoom = ({ size, reserved }: SendWindow): boolean => reserved <= size / 2;
