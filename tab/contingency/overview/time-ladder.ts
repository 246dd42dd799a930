import type { LadderItem, LadderRung } from '../../../api/contingency/contract.ts';
import { idOf } from './words.ts';

export type Rungs = readonly Pick<LadderRung, 'items'>[];
const idsOf = ({ items }: Rungs[number]): string[] => items.map(idOf);

/**
 * Target of an arrow key from an item: left and right along the rungs, up and down to the same position of the nearest
 * non-empty rung, Home and End to the first and the last. Undefined for other keys; never leaves the ladder.
 */
export function itemAfter(key: string, id: string, rungs: Rungs): string | undefined {
  const all = rungs.flatMap(idsOf);
  const place = all.indexOf(id);
  switch (key) {
    case 'ArrowLeft':
      return all[Math.max(0, place - 1)];
    case 'ArrowRight':
      return all[Math.min(all.length - 1, place + 1)];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    case 'ArrowUp':
      return onNearest(id, [...rungs].reverse());
    case 'ArrowDown':
      return onNearest(id, rungs);
    default:
      return undefined;
  }
}

function onNearest(id: string, rungs: Rungs): string | undefined {
  const at = rungs.findIndex((rung) => idsOf(rung).includes(id));
  const across = at < 0 ? 0 : idsOf(rungs[at] ?? { items: [] }).indexOf(id);
  const next = rungs.slice(at + 1).find(({ items }) => items.length > 0);
  if (!next) return id;
  const ids = idsOf(next);
  return ids[Math.min(across, ids.length - 1)];
}

/** An item's highlight after a selection: selected, connected, or neither. */
export function lightOf(
  item: Pick<LadderItem, 'kind' | 'key'>,
  chosen: string | undefined,
  connected: ReadonlySet<string> | undefined,
): 'plain' | 'chosen' | 'lit' | 'faded' {
  const id = idOf(item);
  if (chosen === undefined) return 'plain';
  if (id === chosen) return 'chosen';
  if (!connected) return 'plain';
  return connected.has(id) ? 'lit' : 'faded';
}
