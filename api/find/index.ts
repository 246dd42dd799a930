/** One search over everything that the reader may see (R7). Stands above the rooms whose records it finds; nobody uses it. */
export { find, readyToFind } from './find.ts';
export { saidAbout, type Said } from './ask.ts';
export { findRoutes } from './routes.ts';
export type { FoundKind, FoundRecord, FoundView } from './contract.ts';
