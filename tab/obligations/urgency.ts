import type { ObligationView } from '../../api/organisation/contract.ts';

export type Urgency = 'overdue' | 'week' | 'later' | 'paused' | 'done';
/** Order of the groups. */
export const urgencies: readonly Urgency[] = ['overdue', 'week', 'later', 'paused', 'done'];

const dayMilliseconds = 86_400_000;

/** The Sunday of a day's week; weeks begin on Monday. */
export function endOfWeek(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  const daysLeft = (7 - date.getUTCDay()) % 7;
  return new Date(date.getTime() + daysLeft * dayMilliseconds).toISOString().slice(0, 10);
}

/** Urgency of a task as of a day. */
export function urgencyOf({ state, due }: Pick<ObligationView, 'state' | 'due'>, today: string): Urgency {
  if (state !== 'open') return state;
  if (due < today) return 'overdue';
  return due <= endOfWeek(today) ? 'week' : 'later';
}
