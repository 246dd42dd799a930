import { centresOf, holds, holdsFor, type Actor, type CentreId, type PersonId, type Role } from '../kernel/index.ts';

const everybodysReaders = ['ciso', 'securityTeam', 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
const centreReaders = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
/** First door of what shows others' obligations; the sentences below decide about the thing itself. Default is no. */
export const followers = [...everybodysReaders, ...centreReaders] as const satisfies readonly Role[];

/** Somebody whose work or leave it is about. */
export interface About {
  personId: PersonId;
  centreId: CentreId | undefined;
}

/** Follows up at least one centre (R14–R16). */
export const maySeeCentres = (actor: Actor): boolean => holds(actor, ...followers);
/** What everybody owes: those who work with it, the committee and the auditor. */
export const maySeeEverybody = (actor: Actor): boolean => holds(actor, ...everybodysReaders);
/** What the people of a centre owe: its manager and ISKs, and those who see everybody. */
export const maySeeCentre = (actor: Actor, centreId: CentreId | undefined): boolean =>
  maySeeEverybody(actor) || holdsFor(actor, centreId, ...centreReaders);
/** The centres an actor follows up; `undefined` is all of them, also what has no centre. */
export const centresSeen = (actor: Actor): readonly CentreId[] | undefined =>
  maySeeEverybody(actor) ? undefined : centresOf(actor, ...centreReaders);

/** Hands over what somebody owes, and takes it back: the person, the centre's manager and ISKs, team and CISO. */
export const mayHandOverFor = (actor: Actor, about: About): boolean =>
  actor.personId === about.personId || mayActFor(actor, about.centreId);
/** Work of several people. */
export const mayHandOverForOthers = (actor: Actor): boolean => holds(actor, 'ciso', 'securityTeam', ...centreReaders);
/**
 * Records leave and that it is over: the person, and the manager of the person's own centre. Leave takes a vote and tasks
 * from whoever is on it, so nobody beside the two says it: no ISK, no team, and the CISO of nobody else.
 */
export const mayRecordAbsence = (actor: Actor, about: About): boolean =>
  actor.personId === about.personId || holdsFor(actor, about.centreId, 'centreManager');
/** Sees whether somebody is on leave: the person, and whoever follows up the centre. */
export const maySeeAbsence = (actor: Actor, about: About): boolean =>
  actor.personId === about.personId || maySeeCentre(actor, about.centreId);

const mayActFor = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, 'ciso', 'securityTeam') || holdsFor(actor, centreId, ...centreReaders);
