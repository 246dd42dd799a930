import { holds, holdsFor, centresOf, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import type { PolicyState } from './policy-version.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const drafters = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const publishers = ['ciso'] as const satisfies readonly Role[];
export const draftReaders = [...drafters, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
const peopleReaders = ['ciso', 'securityTeam', 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
const centrePeopleReaders = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
export const allPeopleReaders = [...peopleReaders, ...centrePeopleReaders] as const satisfies readonly Role[];
export const coverageReaders = [
  ...allPeopleReaders,
  'executiveBoard',
  'corporateManagement',
] as const satisfies readonly Role[];

export const mayDraftPolicy = (actor: Actor): boolean => holds(actor, ...drafters);
/** Until the approval chain (R10) stands, the CISO publishes and says why. */
export const mayPublishPolicy = (actor: Actor): boolean => holds(actor, ...publishers);
/** Published text is for everyone (R9); a draft for those who prepare it and the auditor. */
export const mayReadVersion = (actor: Actor, state: PolicyState): boolean =>
  state !== 'draft' || holds(actor, ...draftReaders);
/** Numbers by centre, without people. */
export const maySeeCoverage = (actor: Actor): boolean => holds(actor, ...coverageReaders);
/** The people of every centre. */
export const maySeeEverybody = (actor: Actor): boolean => holds(actor, ...peopleReaders);
/** Names of a centre's people: its manager and ISKs, and those who see everybody. */
export const maySeePeopleOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  maySeeEverybody(actor) || holdsFor(actor, centreId, ...centrePeopleReaders);
/** The centres whose people the actor may see; `undefined` is all of them, also people without a centre. */
export const centresSeen = (actor: Actor): readonly CentreId[] | undefined =>
  maySeeEverybody(actor) ? undefined : centresOf(actor, ...centrePeopleReaders);
/** Why a version was published is for those who govern it. */
export const mayReadReason = (actor: Actor): boolean => holds(actor, ...coverageReaders, 'councilSecretary');
