import type { Context } from '../context.ts';
import type { FreshnessView } from '../http/contract.ts';
import type { ListDefinition } from '../sharepoint/index.ts';

/** When the answer was current: the oldest of its lists; stale when one of them is. */
export function freshnessOf(context: Context, ...lists: readonly ListDefinition<{ key: string }>[]): FreshnessView {
  const each = lists.map((list) => {
    const handle = context.list(list);
    return { name: list.name, held: handle.held() !== undefined, ...handle.freshness() };
  });
  // A list that was gone at the start has no time.
  const known = each.filter(({ asOf }) => asOf !== '');
  const missing = each.filter((list) => list.asOf === '' && list.stale).map(({ name }) => name);
  const [oldest = context.clock.now().toISOString()] = known.map(({ asOf }) => asOf).sort();
  return {
    asOf: oldest,
    stale: each.some(({ stale }) => stale),
    ...(known.some(({ held }) => held) ? { held: true } : {}),
    ...(missing.length === 0 ? {} : { missing: [...new Set(missing)] }),
  };
}
