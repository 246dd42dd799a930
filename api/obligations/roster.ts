import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import {
  inForce,
  isCentreRole,
  type AssignableRole,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson, isAway, isEmployed, People, RoleAssignments, standInOf } from '../organisation/index.ts';
import { groupStamp } from './group-stamp.ts';
import type { Roster, Status } from './responsible.ts';
import { compareDanish } from '../texts/format.ts';

/** Today, and the few other days of previews. */
const mostDays = 16;

const rosters = derivation([People, RoleAssignments], () => new Map<LocalDate, Roster>(), groupStamp);

/** Presence on a day: appointments and groups, leave and departure. */
export function rosterOn(context: Context, day: LocalDate): Roster {
  const days = rosters(context);
  const known = days.get(day);
  if (known) return known;
  if (days.size >= mostDays) days.clear();
  const made = makeRoster(context, day);
  days.set(day, made);
  return made;
}

interface Holder {
  personId: PersonId;
  chair: boolean;
  name: string;
}

function makeRoster(context: Context, day: LocalDate): Roster {
  const holders = new Map<string, Holder[]>();
  const add = (role: AssignableRole, centreId: CentreId | undefined, personId: PersonId, chair: boolean) => {
    const place = placeOf(role, centreId);
    const known = holders.get(place) ?? [];
    holders.set(place, known);
    if (!known.some((one) => one.personId === personId))
      known.push({ personId, chair, name: findPerson(context, personId)?.title ?? '' });
  };
  for (const { role, centreId, personId, chair, startsOn, endsOn } of context.list(RoleAssignments).all())
    if (inForce({ startsOn, endsOn }, day)) add(role, centreId, personId, chair);
  for (const [personId, given] of context.groupRoleHolders?.() ?? [])
    for (const { role, centreId } of given) add(role, centreId, personId, false);
  const sorted = new Map(
    [...holders].map(([place, people]) => [place, people.sort(chairThenName).map(({ personId }) => personId)]),
  );
  return {
    status: (personId) => statusOn(context, personId, day),
    standIn: (personId) => standInOf(context, personId, day),
    holders: (role, centreId) => sorted.get(placeOf(role, centreId)) ?? [],
  };
}

/** Only centre roles have one. */
const placeOf = (role: AssignableRole, centreId: CentreId | undefined): string =>
  isCentreRole(role) ? `${role} ${centreId ?? ''}` : role;

const chairThenName = (one: Holder, other: Holder): number =>
  Number(other.chair) - Number(one.chair) ||
  compareDanish(one.name, other.name) ||
  one.personId.localeCompare(other.personId);

function statusOn(context: Context, personId: PersonId, day: LocalDate): Status {
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, day)) return 'left';
  return isAway(person, day) ? 'onLeave' : 'atWork';
}
