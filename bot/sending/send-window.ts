/**
 * A campaign's lead over the ledger: recipients reserved there, and those completed but not written. A crash leaves all
 * of them uncertain, so it limits both, over all blocks of the campaign.
 */
export interface SendWindow {
  readonly size: number;
  /** Reserved in the ledger and started by this run. */
  readonly reserved: number;
  /** Completed among the reserved. */
  readonly concluded: number;
  /** Recipients that a write of the block may add to the reserved, whether it was answered or not. */
  readonly promised: number;
  /** How many a write of the block may reserve that settles so many: what no other block has, or may have soon. */
  room(blockKey: string, settles: number): number;
  /** A write of the block may add so many; the most of all its tries counts until it is redeemed. */
  promise(blockKey: string, added: number): void;
  /** The block's write was answered and its recipients began, or it is given up for this run. */
  redeem(blockKey: string): void;
  begin(): void;
  conclude(): void;
  /** A completed one is written, or given up for this run. */
  letGo(): void;
  /** Resolves once the condition holds; checked at each change. */
  until(condition: () => boolean): Promise<void>;
}

export function sendWindow(size: number): SendWindow {
  const waiting = new Set<{ condition(): boolean; go(): void }>();
  let reserved = 0;
  let concluded = 0;
  const promises = new Map<string, number>();
  const promised = () => [...promises.values()].reduce((sum, added) => sum + added, 0);
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
    get promised() {
      return promised();
    },
    room: (blockKey, settles) => size - reserved - (promised() - (promises.get(blockKey) ?? 0)) + settles,
    promise: (blockKey, added) => {
      promises.set(blockKey, Math.max(added, promises.get(blockKey) ?? 0));
    },
    redeem: (blockKey) => {
      if (promises.delete(blockKey)) changed();
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

/** Half is completed: write these and reserve more, while the other half is in flight. */
export const isWriteDue = ({ size, concluded }: SendWindow): boolean => concluded >= size / 2;

/** Enough room to start another block. */
export const hasRoom = ({ size, reserved, promised }: SendWindow): boolean => reserved + promised <= size / 2;
