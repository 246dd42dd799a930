/** Word documents for every feature. */
export { wordDocument, type Block, type Cell, type Section, type WordDocument } from './write-document.ts';
export { wordsOf } from './reading/words-of.ts';
export { fillTemplate, type Filled, type Filling, type Values } from './template/fill-template.ts';
export type { TemplateProblem, Vocabulary } from './template/placeholders.ts';
