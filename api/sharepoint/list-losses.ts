import { lossOf, type Held } from './held.ts';
import type { Lane, ListHandle } from './list-handle.ts';
import type { ListSource } from './mirror-sync.ts';
import type { Mirror } from './mirror.ts';
import type { ProvisionedList } from './provisioned-list.ts';

/** A list with what is needed to see that it has lost most of its items. */
export interface Counted {
  name: string;
  mirror: Pick<Mirror<{ key: string }>, 'version' | 'count'>;
  /** Absent while it is not loaded. */
  source?: ListSource;
  everyItemCounts: boolean;
  /** Items it had when it was last looked at, less those the program has removed itself. */
  most: number;
  /** Items that the program is removing at this moment: they may be there still, or be gone already. */
  removing: number;
  takenAt?: string | undefined;
  /** The state of list and memory that `emptied` was found in. */
  judged?: { version: number; memory: number; emptied: Held | undefined };
}

export interface Losses {
  /** What ProvisionedLists says of a list, also when that list itself is held. */
  remembered(name: string): ProvisionedList | undefined;
  /** Whether most of what was in it is gone, or one item where each counts; looked at when something has changed. */
  emptied(list: Counted): Held | undefined;
  /** One item fewer by our own hand is no loss; what is remembered goes down before `removal`. At most 2 resource units. */
  giveUpOne<Value>(list: Counted, lane: Lane | undefined, removal: () => Promise<Value>): Promise<Value>;
  /** Writes down the counts of lists that have grown by a fourth, or at all where every item counts. 2 units each. */
  rememberCounts(lists: readonly Counted[]): Promise<void>;
}

export interface MemoryAtHand {
  /** The mirror itself: the memory is read to judge all lists, its own too. */
  mirror: Mirror<{ key: string }>;
  handle: ListHandle<ProvisionedList>;
}

/** How much a list has grown before its count is worth a write. */
const growth = 1.25;

const isRemembered = (record: { key: string }): record is ProvisionedList => 'listId' in record;

/** Counts what lists hold, in memory and in ProvisionedLists, to tell a loss from what the program removes. */
export function createLosses(memory: () => MemoryAtHand | undefined): Losses {
  const remembered = (name: string): ProvisionedList | undefined => {
    const record = memory()?.mirror.get(name);
    return record && isRemembered(record) ? record : undefined;
  };
  const write = async (name: string, items: (known: number) => number | undefined, lane: Lane | undefined) => {
    const handle = memory()?.handle;
    if (!handle || handle.held()) return;
    const change = (known: number) => {
      const count = items(known);
      return count === undefined ? undefined : { items: count };
    };
    await handle.update(name, (current) => change(current.items ?? 0), lane);
  };

  return {
    remembered,
    emptied: (list) => {
      if (!list.source) return undefined;
      const { version, count } = list.mirror;
      const memoryVersion = memory()?.mirror.version ?? 0;
      if (list.judged?.version === version && list.judged.memory === memoryVersion) return list.judged.emptied;
      const record = remembered(list.name);
      if (record?.takenAt !== list.takenAt) Object.assign(list, { takenAt: record?.takenAt, most: count });
      const expected = Math.max(list.most - list.removing, record?.items ?? 0);
      const emptied = lossOf(count, expected, list.everyItemCounts);
      list.judged = { version, memory: memoryVersion, emptied };
      return emptied;
    },
    giveUpOne: async (list, lane, removal) => {
      list.removing += 1;
      delete list.judged;
      try {
        const left = Math.max(0, list.mirror.count - list.removing);
        if (lossOf(left, remembered(list.name)?.items ?? 0, list.everyItemCounts)) {
          const lower = Math.floor(left / growth);
          await write(list.name, (known) => (known > lower ? lower : undefined), lane);
        }
        return await removal();
      } finally {
        list.removing -= 1;
        list.most = Math.min(list.most, list.mirror.count + list.removing);
        delete list.judged;
      }
    },
    rememberCounts: async (lists) => {
      for (const { name, mirror, everyItemCounts, removing } of lists) {
        const known = remembered(name);
        const worthAWrite = (known?.items ?? 0) * (everyItemCounts ? 1 : growth);
        if (!known || removing > 0 || mirror.count <= worthAWrite) continue;
        await write(name, () => mirror.count, 'background');
      }
    },
  };
}
