import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const courseEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
const everywhere = ['ciso', 'securityTeam', 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
const ofCentres = ['centreManager', 'coordinator'] as const satisfies readonly Role[];
export const learnerReaders = [...everywhere, ...ofCentres] as const satisfies readonly Role[];
export const learningReaders = [
  ...learnerReaders,
  'executiveBoard',
  'corporateManagement',
] as const satisfies readonly Role[];
export const registrars = [...courseEditors, ...ofCentres] as const satisfies readonly Role[];
export const exempters = [...courseEditors, 'centreManager'] as const satisfies readonly Role[];

export const mayEditCourses = (actor: Actor): boolean => holds(actor, ...courseEditors);
/** Numbers by centre, without people. */
export const maySeeLearning = (actor: Actor): boolean => holds(actor, ...learningReaders);
/** The people of every centre. */
export const maySeeAllLearners = (actor: Actor): boolean => holds(actor, ...everywhere);
/** Names of a centre’s people: its manager and ISKs, and those who see everybody. */
export const maySeeLearnersOf = (actor: Actor, centreId: CentreId | undefined): boolean =>
  maySeeAllLearners(actor) || holdsFor(actor, centreId, ...ofCentres);
/** The centres whose people the actor may see; `undefined` is all of them, also people without a centre. */
export const learnerCentres = (actor: Actor): readonly CentreId[] | undefined =>
  maySeeAllLearners(actor) ? undefined : centresOf(actor, ...ofCentres);

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
