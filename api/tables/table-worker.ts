export { tableLines as work } from './table-lines.ts';
