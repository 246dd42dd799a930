import type { Context } from '../context.ts';
import { centresOf, holds, holdsFor, type Actor, type CentreId, type PersonId, type Role } from '../kernel/index.ts';
import { findPerson } from './people.ts';
import { rolesOf } from './roles.ts';

/**
 * Who reads what single employees owe and have done, by name (R14–R16): those who carry the work out and the auditor everywhere,
 * an ISK and a manager in the own centre. The committee governs by numbers (R12): it sees how each centre stands and who
 * answers for it, and no other centre's employees. One rule for every list, card and workbook that names people.
 */
const everywhere = ['ciso', 'securityTeam', 'auditor'] as const satisfies readonly Role[];
const ofCentre = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
export const employeeReaders = [...everywhere, ...ofCentre] as const satisfies readonly Role[];

export const maySeeEveryEmployee = (actor: Actor): boolean => holds(actor, ...everywhere);
/** `undefined` stands for people and work without a centre. */
export const maySeeEmployeesOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  maySeeEveryEmployee(actor) || holdsFor(actor, centreId, ...ofCentre);
/** The centres whose employees the actor sees; `undefined` is all of them, also people without a centre. */
export const employeeCentres = (actor: Actor): readonly CentreId[] | undefined =>
  maySeeEveryEmployee(actor) ? undefined : centresOf(actor, ...ofCentre);

/**
 * Whom a record that the actor reads may name as the one who has it or did it: whoever has a function (a role), whoever the
 * actor sees by name, and the actor. Others stand for their centre.
 */
export function mayName(context: Context, actor: Actor, personId: string): boolean {
  if (personId === actor.personId) return true;
  const person = findPerson(context, personId);
  return (
    maySeeEmployeesOf(actor, person?.centreId) ||
    (person !== undefined && rolesOf(context, person.key as PersonId).length > 0)
  );
}
