/** Texts found by their words: Danish compounds, å/aa, typing errors; ranked by MiniSearch, kept up to date. Knows no feature. */
export { keptIndex, type Indexed, type IndexOf } from './kept-index.ts';
export { meaningsOf, searchWords } from './asked.ts';
export { excerptOf, paragraphWith, plainWords } from './excerpt.ts';
export { placeOf, textIndex, type Found, type Place, type TextIndex } from './text-index.ts';
export type { Vocabulary } from './vocabulary.ts';
