/** History: months no rule looks back to, closed as one hashed file each and read on demand. Knows no feature. */
export { ClosedMonths, type ClosedMonth } from './closed-month-list.ts';
export { closedThrough, damagedFiles, everyPartOf, filesOf, partsOfMonth } from './closed-months.ts';
export { declareHistory, historyRow, liveFrom, monthOf, yearOf, type HistoryRow, type Month } from './history-row.ts';
export { closeMonths } from './close-months.ts';
export { closedRecords } from './read-month.ts';
export { checkFiles } from './check-files.ts';
export { expireFile, expiredFiles } from './expire-file.ts';
