export {
  acknowledgeProcedureAct,
  acknowledgeProcedureAction,
  acknowledgeProcedureOnDigestVerb,
  acknowledgeProcedurePress,
} from './acknowledge-procedure.ts';
export { acknowledgeProcedureVerb, procedureCardFor } from './procedure-card.ts';
