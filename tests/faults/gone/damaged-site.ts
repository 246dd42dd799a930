import { GraphFault } from '../../../teams-app/emulator/graph/errors.ts';
import type { Item } from '../../../teams-app/emulator/graph/store/column-types.ts';
import type { JourneyWorld } from '../../support/world.ts';

/** One manual edit of a field of an item in SharePoint. */
export interface Edit {
  list: string;
  item: number;
  column: string;
  value: unknown;
}

/** Manual edits by an owner of the site, bypassing the program's rules. */
export function siteByHand(world: JourneyWorld) {
  const sites = world.desk.world?.sites;
  if (!sites) throw new Error('the desk is not in this process');
  const listOf = (name: string) => {
    const list = sites.lists.find(name);
    if (!list) throw new Error(`there is no list ${name}`);
    return list;
  };
  const itemsOf = (name: string): Item[] => sites.items.page(listOf(name), 0, 1_000_000);
  const before: Edit[] = [];

  const write = (edits: readonly Edit[], remember: boolean) => {
    const byItem = Map.groupBy(edits, ({ list, item }) => `${list} ${item}`);
    for (const together of byItem.values()) {
      const [first] = together;
      const list = listOf(first?.list ?? '');
      const item = sites.items.get(list, first?.item ?? 0);
      if (!item) continue;
      const fields = { ...item.fields };
      for (const edit of together) {
        if (remember) before.push({ ...edit, value: fields[edit.column] ?? null });
        if (edit.value === null) delete fields[edit.column];
        else fields[edit.column] = edit.value;
      }
      try {
        sites.items.update(list, item, fields, 'owner');
      } catch (error) {
        // SharePoint refuses a key in use by another item.
        if (!(error instanceof GraphFault)) throw error;
        sites.items.update(list, item, { ...fields, Key: item.fields['Key'] }, 'owner');
      }
    }
  };

  const undo = () => write(before.splice(0).reverse(), false);
  const only = async (edits: readonly Edit[]) => {
    undo();
    write(edits, true);
    await world.program.lists.refresh();
  };

  return {
    itemsOf,
    add: (name: string, fields: Record<string, unknown>) => void sites.items.insert(listOf(name), fields, 'owner'),
    /** Columns `Key` allow duplicates, as after a change of the list's settings, or are unique again. */
    unique(isUnique: boolean) {
      for (const list of sites.lists.all())
        for (const column of list.columns) if (column.name === 'Key') column.enforceUniqueValues = isUnique;
    },
    /** Undoes earlier edits; read at the next poll. */
    undo,
    /** Undoes earlier edits, and applies these. */
    only,
    /** The fewest of these edits that still fail, by bisection. */
    async fewest(edits: readonly Edit[], fails: () => Promise<boolean>): Promise<readonly Edit[]> {
      let left = edits;
      while (left.length > 1) {
        const middle = Math.ceil(left.length / 2);
        const halves = [left.slice(0, middle), left.slice(middle)];
        let smaller: readonly Edit[] | undefined;
        for (const half of halves) {
          await only(half);
          if (await fails()) smaller = half;
          if (smaller) break;
        }
        if (!smaller) break;
        left = smaller;
      }
      await only(edits);
      return left;
    },
  };
}
export type SiteByHand = ReturnType<typeof siteByHand>;
