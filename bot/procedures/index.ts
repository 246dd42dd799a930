export {
  acknowledgeProcedureAct,
  acknowledgeProcedureOnDigestVerb,
  acknowledgeProcedurePress,
} from './acknowledge-act.ts';
export { acknowledgeProcedureAction } from './acknowledge-procedure-action.ts';
export { acknowledgeProcedureVerb, procedureCardFor } from './procedure-card.ts';
