import type { Context } from '../context.ts';
import { contextOn } from '../context-on.ts';
import type { AssignableRole, CentreId, LocalDate, Obligation, PersonId } from '../kernel/index.ts';
import { isAway, isEmployed, roleHolders } from '../organisation/index.ts';
import type { Cadence } from './cadence.ts';
import type { EscalationLevel } from './digest.ts';

/** Who follows up on a day, if at work. */
export interface Ladder {
  coordinators(centreId: CentreId): readonly PersonId[];
  managers(centreId: CentreId): readonly PersonId[];
  /** The committee's speaker, in this order: its chair, its members, the CISO, the security team. */
  committee: readonly PersonId[];
  /** Whether a person is on it. */
  has(personId: PersonId): boolean;
}

/** The ladder of a day. From memory; cached for all obligations of the day. */
export function ladderOn(context: Context, day: LocalDate): Ladder {
  const atWork = roleHolders(contextOn(context, day)).filter(
    ({ person }) => isEmployed(person, day) && !isAway(person, day),
  );
  const places = new Map<string, PersonId[]>();
  for (const { person, held } of atWork) {
    const place = placeOf(held.role, held.centreId);
    const known = places.get(place) ?? [];
    if (!known.includes(person.key as PersonId)) places.set(place, [...known, person.key as PersonId]);
  }
  const at = (role: AssignableRole, centreId?: CentreId) => places.get(placeOf(role, centreId)) ?? [];
  const chairs = atWork.flatMap(({ person, held, assignment }) =>
    held.role === 'securityCommittee' && assignment?.chair === true ? [person.key as PersonId] : [],
  );
  const committee = [...new Set([...chairs, ...at('securityCommittee'), ...at('ciso'), ...at('securityTeam')])];
  const everybody = new Set([
    ...committee,
    ...[...places].flatMap(([place, people]) => (followsUp(place) ? people : [])),
  ]);
  return {
    coordinators: (centreId) => at('coordinator', centreId),
    managers: (centreId) => at('centreManager', centreId),
    committee,
    has: (personId) => everybody.has(personId),
  };
}

const placeOf = (role: AssignableRole, centreId?: CentreId): string => `${role} ${centreId ?? ''}`;
const followsUp = (place: string): boolean => place.startsWith('coordinator ') || place.startsWith('centreManager ');

/** A person informed of obligations overdue by `threshold` days or more. */
export interface Rung {
  personId: PersonId;
  level: EscalationLevel;
  threshold: number;
}

/**
 * Escalation of an overdue obligation (R15, R16): the centre's ISKs, its manager, one for the committee. A rung without
 * people at work, or with the owner of the obligation, passes it on to the next: people are not informed about
 * themselves. A person on two rungs is informed once, at the lower threshold.
 */
export function rungsOf(
  ladder: Ladder,
  { personId, centreId }: Pick<Obligation, 'personId' | 'centreId'>,
  cadence: Cadence,
): Rung[] {
  const levels = [
    ...(centreId === undefined ? [] : centreLevels(ladder, centreId, cadence)),
    top(ladder, personId, cadence),
  ];
  const rungs = new Map<PersonId, Rung>();
  for (const [index, { threshold }] of levels.entries()) {
    if (threshold === undefined) continue;
    const taker = levels.slice(index).find(({ people }) => people.length > 0 && !people.includes(personId));
    for (const one of taker?.people ?? []) {
      const known = rungs.get(one);
      if (taker && (!known || known.threshold > threshold))
        rungs.set(one, { personId: one, level: taker.level, threshold });
    }
  }
  return [...rungs.values()];
}

interface Level {
  level: EscalationLevel;
  threshold: number | undefined;
  people: readonly PersonId[];
}
const centreLevels = (ladder: Ladder, centreId: CentreId, cadence: Cadence): Level[] => [
  { level: 'coordinator', threshold: cadence.coordinatorAfter, people: ladder.coordinators(centreId) },
  { level: 'manager', threshold: cadence.managerAfter, people: ladder.managers(centreId) },
];
const top = (ladder: Ladder, owing: PersonId, cadence: Cadence): Level => ({
  level: 'committee',
  threshold: cadence.committeeAfter,
  people: ladder.committee.filter((one) => one !== owing).slice(0, 1),
});
