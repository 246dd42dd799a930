import { AuditEntries } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { outsideLists, readAsKnown, type ListDefinition } from '../sharepoint/index.ts';

/** Names of the lists that a GET read, or that changed during an act: the tab refetches the views where they meet. */
export const listsHeader = 'x-lists';

type Definitions = readonly ListDefinition<{ key: string }>[];

const versionsOf = (context: Context, lists: Definitions): number[] =>
  readAsKnown(() => lists.map((list) => context.list(list).version), new Set());

/**
 * Gives the names of lists changed since the call, by this act or by others: an act may await work that another has
 * begun. Always with the audit trail, where the act's entry follows, and with what is in no list.
 */
export function changesFromNow(context: Context, lists: Definitions): () => string[] {
  const before = versionsOf(context, lists);
  return () => {
    const now = versionsOf(context, lists);
    const changed = lists.filter((_, place) => now[place] !== before[place]).map(({ name }) => name);
    return [...new Set([...changed, AuditEntries.name, outsideLists])];
  };
}
