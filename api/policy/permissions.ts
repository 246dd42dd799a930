import { holds, type Actor, type CentreId, type PersonId, type Role } from '../kernel/index.ts';
import { employeeReaders, maySeeEmployeesOf } from '../organisation/index.ts';
import type { PolicyState } from './policy-version.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const drafters = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const publishers = ['ciso'] as const satisfies readonly Role[];
export const draftReaders = [...drafters, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
/** Those who decide on the policy's way to Byrådet (R10), besides those who prepare it. */
export const deciders = ['corporateManagement', 'cityCouncil', 'councilSecretary'] as const satisfies readonly Role[];
export const governors = [...draftReaders, ...deciders, 'executiveBoard'] as const satisfies readonly Role[];
export const commenters = ['ciso', 'securityTeam', 'securityCommittee'] as const satisfies readonly Role[];
export const peopleReaders = employeeReaders;
/** Those who govern the whole by numbers. */
const numberReaders = ['securityCommittee', 'executiveBoard', 'corporateManagement'] as const satisfies readonly Role[];
export const coverageReaders = [...employeeReaders, ...numberReaders] as const satisfies readonly Role[];

export const mayDraftPolicy = (actor: Actor): boolean => holds(actor, ...drafters);
/** Past those who approve it (R10), and with a reason. */
export const mayPublishPolicy = (actor: Actor): boolean => holds(actor, ...publishers);
/** Drafts are for those who prepare them and the auditor. */
export const mayReadDrafts = (actor: Actor): boolean => holds(actor, ...draftReaders);
/** Published text is for everyone (R9); a draft that has been sent also for those who decide. */
export const mayReadVersion = (actor: Actor, state: PolicyState, sent: boolean): boolean =>
  state !== 'draft' || mayReadDrafts(actor) || (sent && holds(actor, ...deciders));
/** How far its approval has come is for those who prepare, decide and follow up. */
export const mayGovernPolicy = (actor: Actor): boolean => holds(actor, ...governors);
/** The committee comments while it prepares the policy (R10, R12); the auditor reads. */
export const mayComment = (actor: Actor): boolean => holds(actor, ...commenters);
interface Comment {
  personId: PersonId;
}
/** Whoever writes the draft sees to what is said about it, and whoever said it may call it settled. */
export const mayResolveComment = (actor: Actor, { personId }: Comment): boolean =>
  mayDraftPolicy(actor) || (mayComment(actor) && actor.personId === personId);
/** Whoever works on the draft answers what is said about it. */
export const mayAnswerComment = (actor: Actor): boolean => mayDraftPolicy(actor);
export const mayRemoveComment = (actor: Actor, { personId }: Comment): boolean =>
  mayComment(actor) && actor.personId === personId;
/** Numbers by centre, without people. */
export const maySeeCoverage = (actor: Actor): boolean => holds(actor, ...coverageReaders);
/** Names of a centre's people: its manager and ISKs, and those who see everybody. */
export const maySeePeopleOf = maySeeEmployeesOf;
/** A centre's line in the workbook; those who govern the whole read all of them. */
export const maySeeNumbersOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...numberReaders) || maySeePeopleOf(actor, centreId);
/** Why a version was published is for those who govern it. */
export const mayReadReason = (actor: Actor): boolean => holds(actor, ...coverageReaders, 'councilSecretary');
