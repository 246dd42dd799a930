/** Tables that people hand over: CSV and Excel files, and the ways they write days. Knows no subject. */
export { readDay } from './read-day.ts';
export { readTable, type Table } from './read-table.ts';
