import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { todayOf, type CentreId, type PersonId } from '../../kernel/index.ts';
import { findPerson, isAway, isEmployed, roleHolders } from '../../organisation/index.ts';
import { namedIn } from './own-part.ts';

interface About {
  assetKey: string;
  centreIds: readonly CentreId[];
}

/** Coordinators and managers of the affected centres, by person. At work or on leave. */
function leadersOf(context: Context, centreIds: readonly CentreId[]): PersonId[] {
  const hit = new Set<string>(centreIds);
  return roleHolders(context).flatMap(({ person, held: { role, centreId } }) =>
    (role === 'coordinator' || role === 'centreManager') && centreId !== undefined && hit.has(centreId)
      ? [person.key as PersonId]
      : [],
  );
}

/** Those at work today, distinct, sorted by id. From memory. */
export function atWork(context: Context, people: readonly PersonId[]): PersonId[] {
  const today = todayOf(context.clock);
  return [...new Set(people)].sort().filter((personId) => {
    const person = findPerson(context, personId);
    return person !== undefined && isEmployed(person, today) && !isAway(person, today);
  });
}

/**
 * Recipients of cards: coordinators and managers of the affected centres; further the security team, the CISO and the
 * system's owner; and everybody named in a plan in force of it. Nobody on leave. Distinct, sorted by id.
 */
export function toldOf(context: Context, about: About): Record<'leaders' | 'others' | 'named', PersonId[]> {
  const { assetKey, centreIds } = about;
  const team = roleHolders(context).flatMap(({ person, held: { role } }) =>
    role === 'securityTeam' || role === 'ciso' ? [person.key as PersonId] : [],
  );
  const owner = findAsset(context, assetKey)?.ownerId;
  const leaders = atWork(context, leadersOf(context, centreIds));
  const others = atWork(context, [...team, ...(owner === undefined ? [] : [owner])]).filter(
    (personId) => !leaders.includes(personId),
  );
  const known = new Set([...leaders, ...others]);
  const named = atWork(context, namedIn(context, about)).filter((personId) => !known.has(personId));
  return { leaders, others, named };
}

/** The affected centre told to a person: one they are responsible for, else the own one. */
export function centreFor(context: Context, centreIds: readonly CentreId[], personId: PersonId): CentreId | undefined {
  const held = roleHolders(context).flatMap(({ person, held: { centreId } }) =>
    person.key === personId && centreId !== undefined ? [centreId] : [],
  );
  const own = findPerson(context, personId)?.centreId;
  return [...held, ...(own === undefined ? [] : [own])].find((centreId) => centreIds.includes(centreId));
}
