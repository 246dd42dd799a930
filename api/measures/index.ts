/** Organisational measures that the committee proposes and Koncernledelsen decides (R13). */
export { Measures, type Measure } from './measure-list.ts';
export { measureSubject, type MeasureState } from './measure.ts';
export { proposeMeasure, changeMeasure, discardMeasure } from './propose-measure.ts';
export { measureApproval, submitMeasure } from './submit-measure.ts';
export { mayProposeMeasure, maySeeMeasures } from './permissions.ts';
export { measureRoutes } from './routes.ts';
