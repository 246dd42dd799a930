import type { Counted } from './list-losses.ts';
import type { ListWrite } from './lists-types.ts';
import type { Mirror } from './mirror.ts';

type Taking = Counted & { select: string; mirror: Pick<Mirror<{ key: string }>, 'count' | 'put' | 'remove'> };

/**
 * Takes another instance's write into the mirror; its removals are no loss, as our own are none. A program of another
 * version has other columns, and its item is not whole here: `look` reads the list instead.
 */
export function takeWrite<List extends Taking>(
  list: List | undefined,
  write: ListWrite,
  look: (list: List) => void,
): void {
  if (!list) return;
  if (write.item && write.columns !== list.select) return look(list);
  const { mirror } = list;
  const before = mirror.count;
  if (write.item) mirror.put(write.item);
  else mirror.remove(write.gone);
  if (mirror.count > before) list.most = Math.max(list.most, mirror.count);
  if (mirror.count < before) list.most = Math.min(list.most, mirror.count + list.removing);
  delete list.judged;
}
