/** The bot half of documents: the buttons that give a receipt of a version. */
export { receiptButtons, type ReceiptButtons } from './receipt-buttons.ts';
