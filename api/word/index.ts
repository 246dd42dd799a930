/** Word documents, as every feature hands them out. */
export { wordDocument, type Block, type Cell, type Section, type WordDocument } from './write-document.ts';
