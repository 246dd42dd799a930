/**
 * Full-text search: Danish compounds, å/aa, typing errors; ranked by MiniSearch, updated incrementally. Knows no
 * feature.
 */
export { cachedIndex, type Indexed } from './cached-index.ts';
export { meaningsOf, searchWords } from './asked.ts';
export { excerptOf, paragraphWith, plainWords } from './excerpt.ts';
export { placeOf, textIndex, type Found, type Place, type TextIndex } from './text-index.ts';
export type { Vocabulary } from './vocabulary.ts';
