import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import { closedAs, conversationOf } from './conversations.ts';

/** Why the bot cannot reach a person, by the directory; undefined when it may. */
export const notInTeams = (context: Context, personId: PersonId): string | undefined =>
  findPerson(context, personId)?.teams === true ? undefined : 'noTeams';

/** No licence, or a closed chat; an unknown chat is opened on sending. */
export const whyUnreachable = (context: Context, personId: PersonId): string | undefined =>
  notInTeams(context, personId) ?? closedAs(conversationOf(context, personId));
