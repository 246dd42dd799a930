/** Receipts: who has read and follows which version of the policy or of a procedure, and why others have not (R9). */
export { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
export { isNegative, negativeOutcomes, type NegativeOutcome, type VersionReceipts } from './receipt-book.ts';
export { acknowledgementKey, negativeKey, receiptsOf } from './receipt-index.ts';
