/** The bot half of documents: the buttons that give a receipt of a version. */
export { receiptButtons } from './receipt-buttons.ts';
