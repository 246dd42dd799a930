import { holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import { employeeCentres, employeeReaders, maySeeEmployeesOf } from '../organisation/index.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const courseEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
const ofCentres = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
export const learnerReaders = employeeReaders;
/** Those who govern the whole by numbers. */
const numberReaders = ['securityCommittee', 'executiveBoard', 'corporateManagement'] as const satisfies readonly Role[];
export const learningReaders = [...learnerReaders, ...numberReaders] as const satisfies readonly Role[];
export const registrars = [...courseEditors, ...ofCentres] as const satisfies readonly Role[];
export const exempters = [...courseEditors, 'centreManager'] as const satisfies readonly Role[];

export const mayEditCourses = (actor: Actor): boolean => holds(actor, ...courseEditors);
/** Numbers by centre, without people. */
export const maySeeLearning = (actor: Actor): boolean => holds(actor, ...learningReaders);
/** Names of a centre’s people: its manager and ISKs, and those who see everybody. */
export const maySeeLearnersOf = maySeeEmployeesOf;
/** The centres whose people the actor may see; `undefined` is all of them, also people without a centre. */
export const learnerCentres = employeeCentres;
/** A centre’s line in the workbook; those who govern the whole read all of them. */
export const maySeeNumbersOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...numberReaders) || maySeeLearnersOf(actor, centreId);

/** Who says that somebody of a centre took a course: its manager and ISKs, the team and the CISO; nobody of themselves. */
export const mayRegisterFor = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...courseEditors) || holdsFor(actor, centreId, ...ofCentres);
export const mayRegister = (actor: Actor): boolean => holds(actor, ...registrars);
/** Who has a centre’s people reminded: as those who register. */
export const mayNudgeIn = mayRegisterFor;

/** Who says that somebody need not take a course: the manager who answers for the centre (R15), the team and the CISO. */
export const mayExemptIn = (actor: Actor, centreId: CentreId | undefined): boolean =>
  holds(actor, ...courseEditors) || holdsFor(actor, centreId, 'centreManager');
export const mayExempt = (actor: Actor): boolean => holds(actor, ...exempters);
