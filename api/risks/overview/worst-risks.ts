import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import type { RiskScale } from '../contract.ts';
import type { SeenEntry } from '../register/filter-entries.ts';
import { orderEntries } from '../register/order-entries.ts';
import { weightOf } from '../register/seen-standings.ts';

const weightNow = ({ entry, standings: { current } }: SeenEntry): number =>
  current ? weightOf(entry.known.assessment.scale, current) : 0;

/**
 * The worst risks now, in the order of the register: level, consequence, likelihood, then the inherent level. Only those
 * that can be among them are put in order.
 */
export function worstRisks(
  context: Context,
  language: Language,
  scale: RiskScale,
  entries: readonly SeenEntry[],
  count: number,
): SeenEntry[] {
  const weights = Float64Array.from(entries, weightNow);
  const least = weights.toSorted()[Math.max(0, weights.length - count)] ?? 0;
  const candidates = entries.filter((_, place) => (weights[place] ?? 0) >= least);
  return orderEntries(context, language, scale, candidates, { sort: 'current', descending: true }).slice(0, count);
}
