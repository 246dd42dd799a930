/** One search over everything visible to the reader (R7). Above the rooms it searches. */
export { find, readyToFind } from './find.ts';
export { saidAbout, type Said } from './ask.ts';
export { findRoutes } from './routes.ts';
