/** Imports of lists from files: one machine, declared by kind; reading uploads, and finding people. */
export { findPersonByCell, personNamesInTurn, type FoundPerson } from './find-person.ts';
export { headingsNamed, readGivenFile, requireHeadings, tableHead, type GivenFile } from './given-file.ts';
export { importKind } from './import-kind.ts';
export { showInterruptedImports } from './import-runs.ts';
