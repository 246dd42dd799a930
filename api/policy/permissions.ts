import { holds, type Actor, type CentreId, type PersonId, type Role } from '../kernel/index.ts';
import { employeeReaders, maySeeEmployeesOf } from '../organisation/index.ts';
import type { PolicyState } from './policy-version.ts';

/** Roles admitted to the routes; the functions below check the record. Default is no. */
export const drafters = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const publishers = ['ciso'] as const satisfies readonly Role[];
export const draftReaders = [...drafters, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
/** Approvers of the policy (R10), besides those who prepare it. */
export const deciders = ['corporateManagement', 'cityCouncil', 'councilSecretary'] as const satisfies readonly Role[];
const governors = [...draftReaders, ...deciders, 'executiveBoard'] as const satisfies readonly Role[];
export const commenters = ['ciso', 'securityTeam', 'securityCommittee'] as const satisfies readonly Role[];
export const peopleReaders = employeeReaders;
/** Those who govern by numbers. */
const numberReaders = ['securityCommittee', 'executiveBoard', 'corporateManagement'] as const satisfies readonly Role[];
export const coverageReaders = [...employeeReaders, ...numberReaders] as const satisfies readonly Role[];

export const mayDraftPolicy = (actor: Actor): boolean => holds(actor, ...drafters);
/** Without approval (R10), and with a reason. */
export const mayPublishPolicy = (actor: Actor): boolean => holds(actor, ...publishers);
/** Drafts are for those who prepare them and the auditor. */
export const mayReadDrafts = (actor: Actor): boolean => holds(actor, ...draftReaders);
/** Published text is for everyone (R9); a submitted draft also for its approvers. */
export const mayReadVersion = (actor: Actor, state: PolicyState, sent: boolean): boolean =>
  state !== 'draft' || mayReadDrafts(actor) || (sent && holds(actor, ...deciders));
/** Progress of its approval is for those who prepare, approve and follow up. */
export const mayGovernPolicy = (actor: Actor): boolean => holds(actor, ...governors);
/** The committee comments while it prepares the policy (R10, R12); the auditor reads. */
export const mayComment = (actor: Actor): boolean => holds(actor, ...commenters);
interface Comment {
  personId: PersonId;
}
/** The draft's author resolves its comments, and so may the commenter. */
export const mayResolveComment = (actor: Actor, { personId }: Comment): boolean =>
  mayDraftPolicy(actor) || (mayComment(actor) && actor.personId === personId);
/** Those who work on the draft answer comments. */
export const mayAnswerComment = (actor: Actor): boolean => mayDraftPolicy(actor);
export const mayRemoveComment = (actor: Actor, { personId }: Comment): boolean =>
  mayComment(actor) && actor.personId === personId;
/** Numbers by centre, without people. */
export const maySeeCoverage = (actor: Actor): boolean => holds(actor, ...coverageReaders);
/** Names of a centre's people: its manager and ISKs, and those who see everybody. */
export const maySeePeopleOf = maySeeEmployeesOf;
/** A centre's line in the workbook; all lines for those who govern the whole. */
export const maySeeNumbersOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...numberReaders) || maySeePeopleOf(actor, centreId);
/** The reason of a publication is for those who govern it. */
export const mayReadReason = (actor: Actor): boolean => holds(actor, ...coverageReaders, 'councilSecretary');
