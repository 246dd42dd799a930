/** Organisational measures that the committee proposes and Koncernledelsen decides (R13). */
export { Measures, type Measure } from './measure-list.ts';
export {
  isOfStates,
  measureContent,
  measurePlanKey,
  measureSubject,
  measureWay,
  type MeasureStates,
} from './measure.ts';
export { allMeasures, type KnownMeasure } from './measures.ts';
export { measureWords } from './measure-words.ts';
export { proposeMeasure, changeMeasure, discardMeasure } from './propose-measure.ts';
export { measureApproval, submitMeasure } from './submit-measure.ts';
export { maySeeMeasures } from './permissions.ts';
export { measureRoutes } from './routes.ts';
