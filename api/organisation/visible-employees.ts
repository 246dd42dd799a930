import type { Context } from '../context.ts';
import { centresOf, holds, holdsFor, type Actor, type CentreId, type PersonId, type Role } from '../kernel/index.ts';
import { findPerson } from './people.ts';
import { rolesOf } from './roles.ts';

/**
 * Who reads single employees' obligations by name (R14–R16): those who carry the work out and the auditor everywhere,
 * ISKs and managers in their own centre. The committee governs by numbers (R12): it sees each centre's status and who
 * answers for it, but no other centre's employees. One rule for every list, card and workbook that names people.
 */
export const everyEmployeeReaders = ['ciso', 'securityTeam', 'auditor'] as const satisfies readonly Role[];
const ofCentre = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
export const employeeReaders = [...everyEmployeeReaders, ...ofCentre] as const satisfies readonly Role[];

export const maySeeEveryEmployee = (actor: Actor): boolean => holds(actor, ...everyEmployeeReaders);
/** `undefined` means people and work without a centre. */
export const maySeeEmployeesOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  maySeeEveryEmployee(actor) || holdsFor(actor, centreId, ...ofCentre);
/** The centres whose employees the actor sees; `undefined` means all, including people without a centre. */
export const employeeCentres = (actor: Actor): readonly CentreId[] | undefined =>
  maySeeEveryEmployee(actor) ? undefined : centresOf(actor, ...ofCentre);

/**
 * Whom a visible record may name as its owner or doer: people with a role, people the actor sees by name, and the
 * actor. Others are shown as their centre.
 */
export function mayName(context: Context, actor: Actor, personId: string): boolean {
  if (personId === actor.personId) return true;
  const person = findPerson(context, personId);
  return (
    maySeeEmployeesOf(actor, person?.centreId) ||
    (person !== undefined && rolesOf(context, person.key as PersonId).length > 0)
  );
}
