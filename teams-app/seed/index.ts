/** The desk's fictional municipality. */
export { seedCentres } from './centres.ts';
export { cisoGroup, fillEmptyTenant } from './empty-tenant.ts';
export { isSeeded, seedDesk, type Seeded } from './seed-desk.ts';
export { seedImported, type GivenPerson } from './seed-imported.ts';
