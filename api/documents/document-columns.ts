import type { PersonId } from '../kernel/index.ts';
import { id, longText, moment, optional } from '../sharepoint/index.ts';

/** Columns at the end of every kind's list of documents. */
export const documentColumns = {
  madeBy: id<PersonId>('Who began it'),
  madeAt: moment('When it was begun'),
  retiredAt: optional(moment('When it was retired')),
  retiredBy: optional(id<PersonId>('Who retired it')),
  retiredReason: optional(longText('Why it was retired')),
};

/** Columns at the end of every kind's list of versions. */
export const discardColumns = {
  discardedAt: optional(moment('When the draft was discarded')),
  discardedBy: optional(id<PersonId>('Who discarded it')),
};
