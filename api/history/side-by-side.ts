import { setImmediate as breath } from 'node:timers/promises';
import type { Leaving } from './history-row.ts';

/** Names sorted without a breath: a few milliseconds. */
const atOnce = 5_000;

/** What is asked for together stands in one file, or in two that follow each other; whoever asks meanwhile is answered. */
export async function sideBySide(items: readonly Leaving[]): Promise<readonly Leaving[]> {
  if (!items[0]?.together) return items;
  const groups = Map.groupBy(items, ({ together }) => together?.group ?? '');
  const sorted: Leaving[] = [];
  for (const name of await inOrder([...groups.keys()])) {
    const group = Map.groupBy(groups.get(name) ?? [], ({ together }) => together?.within ?? '');
    for (const within of await inOrder([...group.keys()]))
      for (const item of group.get(within) ?? []) sorted.push(item);
    await breath();
  }
  return sorted;
}

/** Part by part; sorting what is sorted in parts already is little more than looking through it. */
async function inOrder(names: readonly string[]): Promise<string[]> {
  const parts: string[] = [];
  for (let from = 0; from < names.length; from += atOnce) {
    for (const name of names.slice(from, from + atOnce).sort()) parts.push(name);
    await breath();
  }
  return parts.sort();
}
