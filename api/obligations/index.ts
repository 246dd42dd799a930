/** What everybody owes: every feature's derivations in one place. Knows no subject. */
export { declareObligationSources, obligationSources } from './source.ts';
export type { ObligationSources, PersonalSource, SharedSource } from './source.ts';
export { HandOvers, type HandOver } from './hand-over-list.ts';
export { Nudges, type Nudge } from './nudge-list.ts';
export { responsibleFor } from './responsible-for.ts';
export type { Assigned } from './responsible.ts';
export { latestNudges, nudgedAfter, recordNudge, type RecordNudge } from './nudges.ts';
