/** Local procedures and central guidelines: written, approved, found, acknowledged, looked at again (R12, R16). */
export { ProcedureAreas, Procedures, ProcedureVersions } from './procedure-list.ts';
export type { Procedure, ProcedureArea, ProcedureVersion } from './procedure-list.ts';
