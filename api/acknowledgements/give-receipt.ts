import type { Context } from '../context.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import { isNegative } from './receipt-book.ts';

/**
 * Stores a receipt, or finds the one that was given before. Where somebody has written into the list that it is none, it is
 * given anew. 2 resource units the first time. Throws AppError unavailable.
 */
export async function giveReceipt(
  context: Context,
  receipt: Acknowledgement,
): Promise<{ record: Stored<Acknowledgement>; existed: boolean }> {
  const receipts = context.list(Acknowledgements);
  const { record, existed } = await receipts.create(receipt);
  if (!existed || !isNegative(record.outcome)) return { record, existed };
  const { outcome, at, channel, contentHash, recordedBy, note } = receipt;
  const given = { outcome, at, channel, contentHash, recordedBy, note };
  return { record: await receipts.update(receipt.key, () => given), existed: false };
}
