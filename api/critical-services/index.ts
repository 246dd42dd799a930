/** Critical services: impact over time, maximum accepted downtime, and inherited figures (R4). */
export { AssetRecovery, ContinuitySettingsList, CriticalServices } from './service-lists.ts';
export type { CriticalService, Recovery } from './service-lists.ts';
export { assetGraph, needsInUse, reachedFrom } from './asset-graph.ts';
export { wayTo, type Consolidated, type FigureName } from './consolidation.ts';
export {
  consolidation,
  continuityPath,
  findService,
  isVital,
  servicePath,
  servicesInUse,
  vitalAssets,
  vitality,
  type Vital,
} from './services.ts';
export { acceptanceOf, serviceSubjectKind } from './acceptance.ts';
export { serviceContent } from './acceptance-content.ts';
export { serviceDowntimeSubject } from './ask-acceptance.ts';
export { reviewServiceSource } from './review-obligation.ts';
export { reviewServiceOnce } from './review-once.ts';
export { figuresChecksum } from './acceptance-content.ts';
export { figuresToSee } from './figures-to-see.ts';
export { serviceGapsOf } from './service-gaps.ts';
export { serviceReferencesTo, servicesNeeding } from './service-references.ts';
export { figureGapsOf, type FigureGap } from './gaps.ts';
export { settingsNow, shippedSettings } from './settings.ts';
export { contingencyReaders, mayAddService, maySeeContingency, maySeeService } from './permissions.ts';
export { serviceRoutes } from './routes.ts';
export { hoursInWords } from './hours-in-words.ts';
export { isSoundDowntime, isSoundHours, soundDowntime } from './sound-hours.ts';
export { listsOfVitality, vitalSince } from './vital-since.ts';
export { serviceTransfer } from './service-transfer.ts';
