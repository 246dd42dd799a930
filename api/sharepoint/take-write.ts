import type { Counted } from './list-losses.ts';
import type { ListWrite } from './lists-types.ts';
import type { Mirror } from './mirror.ts';

/** Takes another instance's write into the mirror. Its removals are no loss, as our own are none. */
export function takeWrite(
  list: (Counted & { mirror: Pick<Mirror<{ key: string }>, 'count' | 'put' | 'remove'> }) | undefined,
  { item, gone }: ListWrite,
): void {
  if (!list) return;
  const { mirror } = list;
  const before = mirror.count;
  if (item) mirror.put(item);
  else mirror.remove(gone);
  if (mirror.count > before) list.most = Math.max(list.most, mirror.count);
  if (mirror.count < before) list.most = Math.min(list.most, mirror.count + list.removing);
  delete list.judged;
}
