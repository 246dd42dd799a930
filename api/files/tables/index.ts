/** Uploaded tables: CSV and Excel files, and date formats. Knows no subject. */
export { readDay } from './read-day.ts';
export { readTable, type Table } from './read-table.ts';
