import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { About } from './permissions.ts';

/** A person for permission checks; an unknown person has no centre. */
export const aboutPerson = (context: Context, personId: PersonId): About => ({
  personId,
  centreId: findPerson(context, personId)?.centreId,
});
