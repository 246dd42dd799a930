import type { DowntimeView } from '../../../api/contingency/contract.ts';

/** What must be up first, and when: the service with least time, or the system itself if less. */
export function leastLeft({
  services: [first],
  title,
  limit,
}: Pick<DowntimeView, 'services' | 'title' | 'limit'>): { title: string; until: string } | undefined {
  if (first?.limit && (!limit || first.limit.hours <= limit.hours))
    return { title: first.title, until: first.limit.until };
  return limit && { title, until: limit.until };
}
