/** Local procedures and central guidelines: written, approved, searched, acknowledged, reviewed (R12, R16). */
export { ProcedureAreas, Procedures, ProcedureVersions } from './procedure-list.ts';
export type { Procedure, ProcedureVersion } from './procedure-list.ts';
export {
  allProcedures,
  discardDraft,
  endedProcedureVersions,
  findProcedure,
  findVersion,
  procedurePath,
  procedureSubjectKind,
  renewProcedure,
  retireProcedure,
  submitProcedure,
} from './procedures.ts';
export type { ProcedureNow, VersionNow } from './procedures.ts';
export { contentOf, contentOfProcedure } from './content.ts';
export { areaOf, areasOf } from './areas.ts';
export { isFor } from './audience.ts';
export { coverageOf, guidelinesToCover } from './coverage.ts';
export { procedureSubject } from './procedure-subject.ts';
export { procedureCampaign, procedureCampaignKey } from './procedure-campaign.ts';
export { acknowledgeBy, procedureSource, reviewSource } from './obligations.ts';
export { acknowledgeProcedure } from './acknowledge-procedure.ts';
export { makeProcedure, type MakeProcedure } from './make-procedure.ts';
export { saveDraft, type Draft } from './save-draft.ts';
export { putFile, removeFile } from './put-file.ts';
export { continueProcedureActs } from './record-procedure-acts.ts';
export { procedureRoutes } from './routes.ts';
export { mayReadVersion, proceduresOpenTo, readsVersion } from './visible.ts';
export { nearTitle, procedureIndex, type ProcedureField } from './procedure-index.ts';
