import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';

/** Why the bot cannot reach a person, by the directory; undefined when it may. */
export const notInTeams = (context: Context, personId: PersonId): string | undefined =>
  findPerson(context, personId)?.teams === true ? undefined : 'noTeams';
