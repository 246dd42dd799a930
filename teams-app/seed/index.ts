/** The desk's fictional municipality. */
export { isSeeded, seedDesk, type Seeded } from './seed-desk.ts';
export { seedImported, type GivenPerson } from './seed-imported.ts';
