export {
  acknowledgeProcedureAct,
  acknowledgeProcedureAction,
  acknowledgeProcedureOnDigestVerb,
  acknowledgeProcedurePress,
} from './acknowledge-procedure.ts';
export { endedProcedureCard } from './ended-card.ts';
export { acknowledgeProcedureVerb, procedureCardFor, procedureReceiptFor } from './procedure-card.ts';
