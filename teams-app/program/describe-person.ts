import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf, centreRef } from '../../api/organisation/index.ts';

/** Roles and centre of a person, for the desk's person switcher; undefined unless employed. */
export function describePerson(
  context: Context,
  personId: string,
): { roles: readonly string[]; centre?: string } | undefined {
  const actor = actorOf(context, personId as PersonId);
  if (!actor) return undefined;
  const centre = actor.centreId ? centreRef(context, actor.centreId)?.title : undefined;
  return {
    roles: ['employee', ...new Set(actor.roles.map(({ role }) => role))],
    ...(centre === undefined ? {} : { centre }),
  };
}
