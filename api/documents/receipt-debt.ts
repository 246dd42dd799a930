import { acknowledgementKey } from '../acknowledgements/index.ts';
import type { LocalDate, Obligation, PersonId } from '../kernel/index.ts';
import { isAway, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';

interface ReceiptDebt extends Pick<Obligation, 'kind' | 'subject' | 'due' | 'since' | 'path'> {
  /** The version of the receipt, when not the subject. */
  receiptFor?: string;
  done: boolean;
  today: LocalDate;
}

/** A person's obligation to acknowledge: not transferable, and paused while the person is on leave. */
export function receiptDebt(person: Stored<Person>, owed: ReceiptDebt): Obligation {
  const { kind, subject, due, since, path, receiptFor = subject.key, done, today } = owed;
  const personId = person.key as PersonId;
  const waits = isAway(person, today) ? 'paused' : 'open';
  return {
    key: acknowledgementKey(receiptFor, personId),
    kind,
    personId,
    personal: true,
    subject,
    due,
    since,
    state: done ? 'done' : waits,
    path,
    ...(person.centreId === undefined ? {} : { centreId: person.centreId }),
  };
}

/** Percent with one decimal, rounded down, so that 100 means all. 100 without any. */
export const percentDone = (done: number, of: number): number => (of === 0 ? 100 : Math.floor((done * 1000) / of) / 10);
