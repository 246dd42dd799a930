/** Risks: scales, assessments, the register, treatment and the overview (R1, R2). */
export {
  Assessments,
  AssessmentTriggers,
  RiskAcceptances,
  RiskActions,
  RiskFigures,
  Risks,
  RiskScales,
  SavedViews,
  ThreatCatalogues,
} from './risk-lists.ts';
