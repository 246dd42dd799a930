import type { Context } from '../context.ts';
import type { FreshnessView } from '../http/contract.ts';
import type { ListDefinition } from '../sharepoint/index.ts';

/** As of when an answer built from these lists is true: the oldest of them; stale when one of them is. */
export function freshnessOf(context: Context, ...lists: readonly ListDefinition<{ key: string }>[]): FreshnessView {
  const each = lists.map((list) => context.list(list).freshness());
  const [oldest = context.clock.now().toISOString()] = each.map(({ asOf }) => asOf).sort();
  return { asOf: oldest, stale: each.some(({ stale }) => stale) };
}
