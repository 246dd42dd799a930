/** What everybody owes: every feature's derivations in one place. Knows no subject. */
export { declareObligationSources, obligationSources } from './source.ts';
export type { ObligationSources, PersonalSource, SharedSource } from './source.ts';
