export * from './actor.ts';
export * from './dates.ts';
export * from './errors.ts';
export * from './fetch.ts';
export * from './ids.ts';
export * from './in-parallel.ts';
export * from './language.ts';
export * from './obligation.ts';
