import { countsFrom, localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import type { Asset } from './asset-list.ts';

type Counted = Pick<Asset, 'state' | 'criticality' | 'countsFrom' | 'changedAt'>;

const isImportant = ({ criticality }: Pick<Asset, 'criticality'>): boolean =>
  criticality === 'high' || criticality === 'vital';

/**
 * That day after a change: the same, unless the asset comes into use or becomes important by it. Taken out of use and
 * back on one day it was never out of use.
 */
export function countsFromAfter(before: Counted, change: Partial<Asset>, now: Instant): LocalDate {
  const after = { ...before, ...change };
  const today = localDate(now);
  const isBack = before.state === 'retired' && localDate(before.changedAt) === today;
  const comesIntoUse = after.state === 'inUse' && before.state !== 'inUse' && !isBack;
  const becomesImportant = isImportant(after) && !isImportant(before);
  return comesIntoUse || becomesImportant ? today : countsFrom(before);
}
