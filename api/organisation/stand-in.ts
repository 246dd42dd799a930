import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { isCentreRole, type HeldRole, type LocalDate, type PersonId } from '../kernel/index.ts';
import { findPerson } from './people.ts';
import { isAway, isEmployed } from './person.ts';
import { People, type Person } from './person-list.ts';

/**
 * Who has a person's shared work during an absence that day: the named stand-in, if at work. Standing in is not
 * transitive.
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

/** Whom a person stands in for that day. */
export const standsInFor = (context: Context, personId: PersonId, day: LocalDate): readonly Person[] =>
  (byStandIn(context).get(personId) ?? []).filter(({ key }) => standInOf(context, key as PersonId, day) === personId);

/**
 * Roles that a stand-in acts in: those of a centre, during the absence (R15, R16). Seats in bodies and the security
 * team’s work are given by appointment, with their own deputies.
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
