import type { CentreId, Instant, LocalDate, PersonId } from '../kernel/index.ts';
import { date, id, longText, moment, optional } from '../sharepoint/index.ts';
import type { ActionState } from './contract.ts';

/** A person's task with a due date. */
export interface Action {
  key: string;
  title: string;
  ownerId: PersonId;
  due: LocalDate;
  note: string;
  doneAt?: Instant | undefined;
  doneBy?: PersonId | undefined;
  cancelledAt?: Instant | undefined;
  cancelledReason?: string | undefined;
  countsFrom?: LocalDate | undefined;
  changedAt: Instant;
  changedBy: PersonId;
}

/** The last columns of every list of actions. */
export const outcomeColumns = {
  doneAt: optional(moment('When it was done')),
  doneBy: optional(id<PersonId>('Who said it was done')),
  cancelledAt: optional(moment('When it was given up')),
  cancelledReason: optional(longText('Why it was given up')),
  countsFrom: optional(date('Day it is owed from; absent: that of the latest change')),
  changedAt: moment('When it was last changed'),
  changedBy: id<PersonId>('Who changed it'),
};

/** State of an action on a day. */
export function actionState(
  { cancelledAt, doneAt, due }: Pick<Action, 'cancelledAt' | 'doneAt' | 'due'>,
  today: LocalDate,
): ActionState {
  if (cancelledAt !== undefined) return 'cancelled';
  if (doneAt !== undefined) return 'done';
  return due < today ? 'overdue' : 'open';
}

export const isOpen = (state: ActionState): boolean => state === 'open' || state === 'overdue';

/** By due date. */
export const byDue = (one: Pick<Action, 'due' | 'key'>, other: Pick<Action, 'due' | 'key'>): number =>
  one.due.localeCompare(other.due) || one.key.localeCompare(other.key);

/** An owed action: with its subject in the title, and its page. */
export interface Owed {
  title: string;
  path: string;
  centreId: CentreId | undefined;
}
