import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { isCentreRole, type HeldRole, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson } from './people.ts';
import { isAway, isEmployed } from './person.ts';
import { People, type Person } from './person-list.ts';

/**
 * Who has what is shared of somebody who is away that day: the one named with the absence, if at work. Whoever stands in for
 * a colleague has no stand-in in that: nothing goes on from one to the next.
 */
export function standInOf(context: Context, personId: PersonId, day: LocalDate): PersonId | undefined {
  const person = findPerson(context, personId);
  if (person?.standInId === undefined || !isEmployed(person, day) || !isAway(person, day)) return undefined;
  const standIn = findPerson(context, person.standInId);
  return standIn && isEmployed(standIn, day) && !isAway(standIn, day) ? person.standInId : undefined;
}

const byStandIn = derivation([People], (context) =>
  Map.groupBy(
    context
      .list(People)
      .all()
      .filter(({ standInId }) => standInId !== undefined),
    ({ standInId }) => standInId,
  ),
);

/** Whom somebody stands in for that day. */
export const standsInFor = (context: Context, personId: PersonId, day: LocalDate): readonly Person[] =>
  (byStandIn(context).get(personId) ?? []).filter(({ key }) => standInOf(context, key as PersonId, day) === personId);

/**
 * Roles that come with standing in: those of a centre, for the time the colleague is away (R15, R16). A seat in a body and the
 * security team’s work are given by appointment, and a deputy for them is named there.
 */
export const rolesStoodInFor = (
  context: Context,
  personId: PersonId,
  day: LocalDate,
  rolesOf: (colleague: PersonId) => readonly HeldRole[],
): HeldRole[] =>
  standsInFor(context, personId, day).flatMap(({ key }) =>
    rolesOf(key as PersonId).filter(({ role }) => isCentreRole(role)),
  );
