export {
  acknowledgeProcedureAct,
  acknowledgeProcedureAction,
  acknowledgeProcedureOnDigestVerb,
  acknowledgeProcedurePress,
} from './acknowledge-procedure.ts';
export { endedProcedureCard } from './ended-card.ts';
export { acknowledgeProcedureVerb, procedureCardFor } from './procedure-card.ts';
