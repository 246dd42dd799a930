/** Receipts: who has acknowledged which version of the policy or a procedure, and why others have not (R9). */
export { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
export { ClosedReceipts } from './closed-receipts-list.ts';
export { giveOnce, giveOwnReceipt, giveReceipt } from './give-receipt.ts';
export { isInFiles, openReceipts, reasonsOf, receiptOf, receiptsOf } from './open-receipts.ts';
export type { NegativeOutcome } from './receipt-book.ts';
export { receiptHistory } from './receipt-history.ts';
export { acknowledgementKey, liveReceiptsOf, negativeKey } from './receipt-index.ts';
