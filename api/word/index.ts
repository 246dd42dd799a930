/** Word documents for every feature. */
export { wordDocument, type Block, type Cell } from './write-document.ts';
export { wordsOf } from './reading/words-of.ts';
export { fillTemplate, type Values } from './template/fill-template.ts';
export type { TemplateProblem, Vocabulary } from './template/placeholders.ts';
