/** Shared parts of file imports: reading uploads, finding people, and writing after the answer. */
export { findPersonByCell, personNamesInTurn, type FoundPerson } from './find-person.ts';
export { readGivenFile, tableHead, type GivenFile } from './given-file.ts';
export { importRuns } from './import-runs.ts';
