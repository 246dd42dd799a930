import { lossHeld, type Held } from './held.ts';
import type { Lane, ListHandle } from './list-handle.ts';
import type { ListSource } from './mirror-sync.ts';
import type { Mirror } from './mirror.ts';
import type { ProvisionedList } from './provisioned-list.ts';

/** A list with the counts that reveal a loss of most items. */
export interface Counted {
  name: string;
  mirror: Pick<Mirror<{ key: string }>, 'version' | 'count'>;
  /** Absent until it is loaded. */
  source?: ListSource;
  everyItemCounts: boolean;
  /** Largest item count since the latest look, less the program's own removals. */
  most: number;
  /** Items being removed by the program: present or gone. */
  removing: number;
  /** The count being saved. */
  counting?: Promise<void>;
  takenAt?: string | undefined;
  /** List and memory versions that `emptied` derives from. */
  judged?: { version: number; memory: number; emptied: Held | undefined };
}

export interface Losses {
  /** The ProvisionedLists record of a list, also while that is held. */
  remembered(name: string): ProvisionedList | undefined;
  /** Whether most items are gone, or one of a list where each counts; evaluated after a change. */
  emptied(list: Counted): Held | undefined;
  /**
   * Runs our own removal, which is no loss: the remembered count is lowered first, after a count that is being saved.
   * At most 2 resource units.
   */
  giveUpOne<Value>(list: Counted, lane: Lane | undefined, removal: () => Promise<Value>): Promise<Value>;
  /** Saves the counts of lists that have grown by a fourth, or at all where every item counts. 2 units each. */
  rememberCounts(lists: readonly Counted[]): Promise<void>;
}

export interface MemoryAtHand {
  /** The mirror itself: it is read to judge all lists, its own included. */
  mirror: Mirror<{ key: string }>;
  handle(): ListHandle<ProvisionedList>;
}

/** Growth from which a new count is saved. */
const growth = 1.25;

const isRemembered = (record: { key: string }): record is ProvisionedList => 'listId' in record;

/** Counts items per list, in memory and in ProvisionedLists, to tell losses from the program's removals. */
export function createLosses(memory: () => MemoryAtHand | undefined): Losses {
  const remembered = (name: string): ProvisionedList | undefined => {
    const record = memory()?.mirror.get(name);
    return record && isRemembered(record) ? record : undefined;
  };
  const write = async (name: string, items: (known: number) => number | undefined, lane: Lane | undefined) => {
    const handle = memory()?.handle();
    if (!handle || handle.held()) return;
    const change = (known: number) => {
      const count = items(known);
      return count === undefined ? undefined : { items: count };
    };
    await handle.update(name, (current) => change(current.items ?? 0), lane);
  };
  const lowered = (known: number, left: number): number | undefined => {
    const lower = Math.floor(left / growth);
    return known > lower ? lower : undefined;
  };
  /** The item counted may be removed before the count is stored: by this program, or by another instance. */
  const saveCount = async (list: Counted): Promise<void> => {
    let saved: number | undefined;
    const count = () => (list.removing > 0 ? undefined : list.mirror.count);
    // Removals wait for it, those of people too.
    const lane = 'interactive';
    await write(list.name, () => (saved = count()), lane);
    const { most } = list;
    if (saved !== undefined && lossHeld(most, saved, list.everyItemCounts))
      await write(list.name, (known) => lowered(known, most), lane);
  };

  return {
    remembered,
    emptied: (list) => {
      if (!list.source) return undefined;
      const { version } = list.mirror;
      const memoryVersion = memory()?.mirror.version ?? 0;
      if (list.judged?.version === version && list.judged.memory === memoryVersion) return list.judged.emptied;
      const { count } = list.mirror;
      const record = remembered(list.name);
      if (record?.takenAt !== list.takenAt) Object.assign(list, { takenAt: record?.takenAt, most: count });
      const expected = Math.max(list.most - list.removing, record?.items ?? 0);
      const emptied = lossHeld(count, expected, list.everyItemCounts);
      // Own new items count from now on: one lost before the next look is missed.
      if (!emptied) list.most = Math.max(list.most, count);
      list.judged = { version, memory: memoryVersion, emptied };
      return emptied;
    },
    giveUpOne: async (list, lane, removal) => {
      list.removing += 1;
      delete list.judged;
      try {
        await list.counting?.catch(() => undefined);
        const left = Math.max(0, list.mirror.count - list.removing);
        if (lossHeld(left, remembered(list.name)?.items ?? 0, list.everyItemCounts))
          await write(list.name, (known) => lowered(known, left), lane);
        return await removal();
      } finally {
        list.removing -= 1;
        list.most = Math.min(list.most, list.mirror.count + list.removing);
        delete list.judged;
      }
    },
    rememberCounts: async (lists) => {
      for (const list of lists) {
        const known = remembered(list.name);
        const worthAWrite = (known?.items ?? 0) * (list.everyItemCounts ? 1 : growth);
        if (!known || list.mirror.count <= worthAWrite) continue;
        list.counting = saveCount(list);
        await list.counting.finally(() => delete list.counting);
      }
    },
  };
}
