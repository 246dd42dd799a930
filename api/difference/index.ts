/** Difference of two texts, by paragraph. Knows no feature. */
export { changesIn, differenceOf, paragraphsOf, type Changes } from './difference.ts';
export type { DifferenceBlock } from './contract.ts';
