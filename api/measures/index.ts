/** Organisational measures that the committee proposes and Koncernledelsen decides (R13). */
export { Measures, type Measure } from './measure-list.ts';
