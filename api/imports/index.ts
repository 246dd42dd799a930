/** What imports of files share: reading what was handed over, whom a cell means, and writing on after the answer. */
export { findPersonByCell, personNamesInTurn, type FoundPerson } from './find-person.ts';
export { readGivenFile, tableHead, type GivenFile } from './given-file.ts';
export { importRuns, type RunningImport } from './import-runs.ts';
