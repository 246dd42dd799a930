/** The bot half of documents: the buttons by which a person gives a receipt of a version. */
export { receiptButtons, type ReceiptButtons } from './receipt-buttons.ts';
