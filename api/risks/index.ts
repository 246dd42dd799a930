/** Risks: scales, assessments, the register, treatment and the overview (R1, R2). */
export {
  levelCount,
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
export type {
  Assessment,
  AssessmentTrigger,
  FrozenThreat,
  Risk,
  RiskAcceptance,
  RiskAction,
  RiskFigure,
} from './risk-lists.ts';
export { shippedCatalogues } from './catalogues/shipped-catalogues.ts';
export { shippedScales } from './scales/shipped-scales.ts';
export { statusesOf } from './levels.ts';
export { knownRisks, riskPath, type KnownRisk } from './known-risks.ts';
export { acceptanceKey, acceptanceSubject } from './treatment/acceptance.ts';
export { acceptanceWay } from './treatment/acceptance-way.ts';
export { frozenCellOf } from './treatment/frozen-cell.ts';
export { controlUsersOf } from './control-users.ts';
export { registerRoutes } from './register/routes.ts';
export { overviewRoutes } from './overview/routes.ts';
export { declareFrozenLevels, frozenMonths as frozenRiskMonths, type FrozenLevels } from './overview/figures.ts';
export { levelsNow, sumOf, type LevelCounts } from './overview/level-counts.ts';
export { assetStatuses, type AssetStatusNow } from './overview/waiting-work.ts';
export { registerEntries } from './register/register-entries.ts';
export { centresOfAsset } from './register/filter-entries.ts';
export { riskAcceptanceSubject } from './treatment/ask-acceptance.ts';
export { treatmentRoutes } from './register/treatment-routes.ts';
export { readsRisk } from './register/risk-view.ts';
export { assessAssetSource } from './obligations/assess-asset.ts';
export { riskActionSource } from './obligations/do-risk-action.ts';
export { renewAcceptanceSource } from './obligations/renew-acceptance.ts';
export { assessmentStatusOf, assetReferencesOf, assetStatusOf } from './asset-status.ts';
export { rolledUp, rolledUpCentres } from './roll-up.ts';
export { riskScaleRoutes } from './scales/routes.ts';
export { assessmentRoutes } from './assessment-pages/routes.ts';
export { keepTrigger, openTriggers, takeBackKept } from './assessments/triggers.ts';
export { factsOf as assetFactsOf } from './assessments/asset-facts.ts';
export { actionTransfer } from './treatment/action-transfer.ts';
