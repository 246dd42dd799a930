import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { isCentreRole, todayOf, type AssignableRole, type CentreId, type PersonId } from '../kernel/index.ts';
import { isAway, isEmployed } from './person.ts';
import { findPerson } from './people.ts';
import { People } from './person-list.ts';
import { RoleAssignments } from './role-assignment-list.ts';
import { roleHolders } from './roles.ts';
import { standInOf } from './stand-in.ts';
import { compareDanish } from '../texts/format.ts';

/** A seat in a deciding body. */
export interface Seat {
  holder: PersonId;
  chair: boolean;
  /** Who acts in it today: the holder, or the deputy of one on leave; undefined without one. */
  actor?: PersonId;
  /** Set when the deputy acts. */
  deputy?: PersonId;
}

interface SeatsToday {
  /** The latest group roles: each directory sync creates a new object. */
  groups: object | undefined;
  known: Map<string, readonly Seat[]>;
}
const groupsOf = (context: Context): object | undefined => context.groupRoleHolders?.() ?? context.groupRoles;

/** Cached until a person, a role or the day changes: asked for every card, row and obligation. */
const seatsToday = derivation(
  [RoleAssignments, People],
  (context): SeatsToday => ({ groups: groupsOf(context), known: new Map() }),
  (context) => todayOf(context.clock),
);

/**
 * The seats of a body today, the chair's first, then by name (R10, R12). A member on leave is represented by the
 * appointment's deputy, in a centre’s role without one by the stand-in of the absence, unless the deputy is away too or
 * has a seat: one person has one vote. From memory.
 */
export function seatsOf(context: Context, role: AssignableRole, centreId?: CentreId): readonly Seat[] {
  const kept = seatsToday(context);
  const groups = groupsOf(context);
  if (kept.groups !== groups) {
    kept.groups = groups;
    kept.known.clear();
  }
  const place = `${role} ${centreId ?? ''}`;
  const known = kept.known.get(place) ?? seated(context, role, centreId);
  kept.known.set(place, known);
  return known;
}

function seated(context: Context, role: AssignableRole, centreId: CentreId | undefined): Seat[] {
  const today = todayOf(context.clock);
  const found = new Map<PersonId, { chair: boolean; name: string; deputyId: PersonId | undefined }>();
  for (const { person, held, assignment } of roleHolders(context)) {
    if (held.role !== role || held.centreId !== centreId) continue;
    const id = person.key as PersonId;
    const known = found.get(id);
    found.set(id, {
      name: person.title,
      chair: known?.chair === true || assignment?.chair === true,
      deputyId: known?.deputyId ?? assignment?.deputyId,
    });
  }
  const taken = new Set(found.keys());
  return [...found]
    .sort(([, one], [, other]) => Number(other.chair) - Number(one.chair) || compareDanish(one.name, other.name))
    .map(([holder, { chair, deputyId }]) => {
      const person = findPerson(context, holder);
      if (person && !isAway(person, today)) return { holder, chair, actor: holder };
      const acting = deputyId ?? (isCentreRole(role) ? standInOf(context, holder, today) : undefined);
      if (acting === undefined || taken.has(acting)) return { holder, chair };
      const deputy = findPerson(context, acting);
      const isThere = deputy && isEmployed(deputy, today) && !isAway(deputy, today);
      if (!isThere) return { holder, chair };
      taken.add(acting);
      return { holder, chair, actor: acting, deputy: acting };
    });
}
