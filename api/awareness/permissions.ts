import { holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import { employeeCentres, employeeReaders, maySeeEmployeesOf } from '../organisation/index.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const courseEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
const ofCentres = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
export const learnerReaders = employeeReaders;
/** Readers of totals. */
const numberReaders = ['securityCommittee', 'executiveBoard', 'corporateManagement'] as const satisfies readonly Role[];
export const learningReaders = [...learnerReaders, ...numberReaders] as const satisfies readonly Role[];
export const registrars = [...courseEditors, ...ofCentres] as const satisfies readonly Role[];
export const exempters = [...courseEditors, 'centreManager'] as const satisfies readonly Role[];

export const mayEditCourses = (actor: Actor): boolean => holds(actor, ...courseEditors);
/** Numbers by centre, without people. */
export const maySeeLearning = (actor: Actor): boolean => holds(actor, ...learningReaders);
/** Names of a centre’s people: its manager and ISKs, and general readers. */
export const maySeeLearnersOf = maySeeEmployeesOf;
/** The centres whose people the actor may see; `undefined` means all, including people without a centre. */
export const learnerCentres = employeeCentres;
/** A centre’s numbers in the workbook; readers of totals see all. */
export const maySeeNumbersOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...numberReaders) || maySeeLearnersOf(actor, centreId);

/** Records completions of a centre's people: its manager and ISKs, the team and the CISO; never their own. */
export const mayRegisterFor = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...courseEditors) || holdsFor(actor, centreId, ...ofCentres);
export const mayRegister = (actor: Actor): boolean => holds(actor, ...registrars);
/** Nudges a centre’s people: as for recording. */
export const mayNudgeIn = mayRegisterFor;

/** Exempts people: the centre's manager (R15), the team and the CISO. */
export const mayExemptIn = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...courseEditors) || holdsFor(actor, centreId, 'centreManager');
export const mayExempt = (actor: Actor): boolean => holds(actor, ...exempters);
