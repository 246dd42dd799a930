import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { About } from './permissions.ts';

/** Somebody as the permissions ask about; a person the list does not know has no centre. */
export const aboutPerson = (context: Context, personId: PersonId): About => ({
  personId,
  centreId: findPerson(context, personId)?.centreId,
});
