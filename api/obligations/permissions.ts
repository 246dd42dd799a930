import { holds, holdsFor, type Actor, type CentreId, type PersonId, type Role } from '../kernel/index.ts';
import { employeeCentres, employeeReaders, maySeeEmployeesOf } from '../organisation/index.ts';

const centreReaders = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
/** Roles that routes about others' obligations admit; the permissions below decide per record. Default is no. */
export const namesReaders = employeeReaders;
/** The committee follows up by numbers (R12). */
export const followers = [...employeeReaders, 'securityCommittee'] as const satisfies readonly Role[];

/** The person it is about. */
export interface About {
  personId: PersonId;
  centreId?: CentreId | undefined;
}

/** Follows up at least one centre (R14–R16). */
export const maySeeCentres = (actor: Actor): boolean => holds(actor, ...followers);
/** A centre's obligations, by name. */
export const maySeeCentre = maySeeEmployeesOf;
/** The centres whose people the actor sees; `undefined` is all, also work without a centre. */
export const visibleCentres = employeeCentres;
/** The centres whose status the actor sees, as numbers; `undefined` means all. */
export const centresFollowed = (actor: Actor): readonly CentreId[] | undefined =>
  holds(actor, 'securityCommittee') ? undefined : employeeCentres(actor);

/** Hands over a person's work, and revokes it: the person, the centre's manager and ISKs, team and CISO. */
export const mayHandOverFor = (actor: Actor, about: About): boolean =>
  actor.personId === about.personId || mayActFor(actor, about.centreId);
/** Work of several people. */
export const mayHandOverForOthers = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam', ...centreReaders);
/** Requests reminders: those who follow up the centre it counts in, but never of themselves. */
export const mayNudgeFor = (actor: Actor, about: About): boolean =>
  actor.personId !== about.personId && mayActFor(actor, about.centreId);
/**
 * Records leave and its end: the person, and the manager of the person's centre. Leave removes a vote and tasks from
 * the person, so others may not: no ISK, no team, and the CISO only for themselves.
 */
export const mayRecordAbsence = (actor: Actor, about: About): boolean =>
  actor.personId === about.personId || holdsFor(actor, about.centreId, 'centreManager');
/** Sees a person's leave: the person, and those who follow up the centre. */
export const maySeeAbsence = (actor: Actor, about: About): boolean =>
  actor.personId === about.personId || maySeeCentre(actor, about.centreId);

const mayActFor = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, ...centreReaders);
