/** The desk's fictional municipality. */
export { isSeeded, seedDesk, seedLarge, type Seeded, type SeedOptions } from './seed-desk.ts';
export { seedImported, type GivenPerson } from './seed-imported.ts';
export type { SeedPerson } from './people.ts';
