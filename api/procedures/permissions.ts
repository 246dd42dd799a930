import { centresOf, holds, holdsFor, type Actor, type CentreId, type Role } from '../kernel/index.ts';
import { employeeReaders, maySeeEmployeesOf } from '../organisation/index.ts';
import type { Procedure } from './procedure-list.ts';

/** Roles admitted to the routes; the functions below check the record. Default is no. */
const centreWriters = ['coordinator', 'centreManager'] as const satisfies readonly Role[];
const guidelineWriters = ['ciso', 'securityTeam', 'securityCommittee'] as const satisfies readonly Role[];
export const writers = [...centreWriters, ...guidelineWriters] as const satisfies readonly Role[];
export const areaEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
const readersOfAll = [...guidelineWriters, 'auditor'] as const satisfies readonly Role[];
/** Templates and job titles are for writers. */
export const helpReaders = [...centreWriters, ...readersOfAll] as const satisfies readonly Role[];
export const coverageReaders = [
  ...helpReaders,
  'executiveBoard',
  'corporateManagement',
] as const satisfies readonly Role[];

type Owned = Pick<Procedure, 'kind' | 'centreId'>;

/**
 * A centre's ISK and manager write its procedures (R15, R16); the committee and the team write guidelines (R12, R14).
 */
export const mayWrite = (actor: Actor, { kind, centreId }: Owned): boolean =>
  kind === 'guideline' ? mayMakeGuideline(actor) : holdsFor(actor, centreId, ...centreWriters);
export const mayMakeGuideline = (actor: Actor): boolean => holds(actor, ...guidelineWriters);
export const mayMakeProcedure = (actor: Actor): boolean => centresWritten(actor).length > 0;
/** The centres whose procedures the actor writes. */
export const centresWritten = (actor: Actor): CentreId[] => centresOf(actor, ...centreWriters);

/** Drafts, and versions in approval or superseded: all, or a centre's own. */
export const mayReadAll = (actor: Actor): boolean => holds(actor, ...readersOfAll);
export const mayReadEveryVersion = (actor: Actor, procedure: Owned): boolean =>
  mayReadAll(actor) || (procedure.kind === 'procedure' && mayWrite(actor, procedure));

export const mayEditAreas = (actor: Actor): boolean => holds(actor, ...areaEditors);
/** Every centre's coverage, without any text. */
export const maySeeProcedureCoverage = (actor: Actor): boolean => holds(actor, ...coverageReaders);
/** Who has acknowledged, by name. */
export const peopleReaders = employeeReaders;
export const maySeeReadersOf = maySeeEmployeesOf;
