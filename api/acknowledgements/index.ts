/** Receipts: who has read and follows which version of the policy or of a procedure, and why others have not (R9). */
export { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
export {
  acknowledgementKey,
  isNegative,
  negativeKey,
  negativeOutcomes,
  receiptsOf,
  type NegativeOutcome,
} from './receipt-index.ts';
