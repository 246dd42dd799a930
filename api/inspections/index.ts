/** Inspections (tilsyn): units and reasons, checklists, findings and their follow-up (R2, R16). */
export { InspectionChecklists, InspectionFindings, Inspections } from './inspection-lists.ts';
export type { Inspection, InspectionFinding } from './inspection-lists.ts';
export { shippedChecklists } from './checklists/checklists.ts';
export { findingState, isLateFinding, isOpenFinding } from './findings/finding-state.ts';
export { findingsOfControl } from './findings/control-findings.ts';
export { findingSubject } from './findings/finding-subject.ts';
export { findInspection, findingPath, inspectionPath, inspectionsPath } from './inspections.ts';
export { mayAnswer, mayReadInspection } from './permissions.ts';
export { inspectionSource, recheckSource } from './obligations.ts';
export { inspectionTransfer, isInspected } from './programme/inspection-transfer.ts';
export { reasonsFrom, weightOf } from './programme/reasons.ts';
export { continueInspections } from './continue-inspections.ts';
export { answerInspection } from './visits/answer-inspection.ts';
export { deleteOldPhotos } from './visits/photos.ts';
export { inspectionRoutes } from './routes.ts';
