import type { Context } from '../../api/context.ts';
import { declareHistory } from '../../api/history/index.ts';
import { declareRetention } from '../../api/retention/index.ts';
import { codecOf } from '../../api/sharepoint/codec.ts';
import { translator } from '../../api/texts/translate.ts';
import type { World } from '../../teams-app/emulator/world.ts';
import { historyTable } from '../../teams-app/jobs/history-table.ts';
import { declareSubjects } from '../../teams-app/program/declare-subjects.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { fixedRetention, retentionTable } from '../../teams-app/program/retention-table.ts';
import { seedDesk } from '../../teams-app/seed/index.ts';
import { memoryContext } from './memory-context.ts';

/** The day that the made-up municipality is made for. */
export const seededAt = '2026-11-24T10:00:00.000Z';

/** Items of the made-up municipality, by list. */
function seededItems(): Map<string, Record<string, unknown>[]> {
  const items = new Map<string, Record<string, unknown>[]>();
  const nothing = () => undefined;
  const world = {
    clock: { now: () => new Date(seededAt) },
    sites: {
      bulkInsert: (name: string, more: Record<string, unknown>[]) =>
        void items.set(name, [...(items.get(name) ?? []), ...more]),
    },
    directory: {
      inBulk: (work: () => unknown) => work(),
      users: () => [],
      addUser: nothing,
      addGroup: nothing,
      addMember: nothing,
      addOwner: nothing,
    },
  };
  seedDesk(world as unknown as World, { people: 80 });
  return items;
}
const seeded = seededItems();

/**
 * The made-up municipality of the desk with 80 people, in memory; `inOrder`: in which order the items of a list come.
 */
export async function aSeededTown(
  inOrder = <Item>(items: readonly Item[]): readonly Item[] => items,
): Promise<{ context: Context; setNow(moment: string): void }> {
  const { context, setNow } = memoryContext(seededAt);
  context.texts = translator;
  for (const definition of allLists)
    for (const item of inOrder(seeded.get(definition.name) ?? [])) {
      const decoded = codecOf(definition).decode(item);
      if ('problems' in decoded) throw new Error(`${definition.name}: ${decoded.problems.join(', ')}`);
      await context.list(definition).create(decoded.record);
    }
  declareSubjects(context);
  declareHistory(context, historyTable);
  declareRetention(context, { rows: retentionTable, fixed: fixedRetention });
  return { context, setNow };
}
