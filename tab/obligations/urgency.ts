import type { ObligationView } from '../../api/organisation/contract.ts';

export type Urgency = 'overdue' | 'week' | 'later' | 'paused' | 'done';
/** The order in which the groups stand. */
export const urgencies: readonly Urgency[] = ['overdue', 'week', 'later', 'paused', 'done'];

const dayMilliseconds = 86_400_000;

/** The Sunday that ends the week of a day; weeks begin on Monday. */
export function endOfWeek(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  const daysLeft = (7 - date.getUTCDay()) % 7;
  return new Date(date.getTime() + daysLeft * dayMilliseconds).toISOString().slice(0, 10);
}

/** How soon something must be done, seen from a day. */
export function urgencyOf({ state, due }: Pick<ObligationView, 'state' | 'due'>, today: string): Urgency {
  if (state !== 'open') return state;
  if (due < today) return 'overdue';
  return due <= endOfWeek(today) ? 'week' : 'later';
}
