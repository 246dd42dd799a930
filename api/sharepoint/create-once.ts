import { conflict } from '../kernel/index.ts';
import { codecOf } from './codec.ts';
import type { Stored } from './define-list.ts';
import type { Lane, ListHandle } from './list-handle.ts';

/**
 * Creates a record under a key that is the same for every repeat of the press (`repeatableKey`). A repeat returns the
 * first result. Throws AppError conflict `http.madeAlready` when the repeat has other content. `stamps` are the fields
 * that differ between two tries of the same press: moments. Otherwise as `ListHandle.create`: 2 resource units.
 */
export async function createOnce<R extends { key: string }>(
  list: ListHandle<R>,
  record: R,
  stamps: readonly (keyof R & string)[],
  lane?: Lane,
): Promise<Stored<R>> {
  const { record: found, existed } = await list.create(record, lane);
  if (!existed) return found;
  const codec = codecOf(list.definition);
  const written: Partial<R> = { ...record };
  for (const stamp of stamps) delete written[stamp];
  if (!codec.holds(found, codec.encode(written))) throw conflict('http.madeAlready', { key: record.key });
  return found;
}
