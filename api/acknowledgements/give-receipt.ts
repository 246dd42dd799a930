import type { Context } from '../context.ts';
import { saidAt, type Actor } from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Acknowledgements, type Acknowledgement } from './acknowledgement-list.ts';
import { openReceipts, receiptOf } from './open-receipts.ts';
import { isNegative } from './receipt-book.ts';
import { acknowledgementKey } from './receipt-index.ts';

/**
 * Stores a receipt, or finds the existing one. One that was invalidated by hand in the list is given again. 2 resource
 * units the first time. Throws AppError unavailable.
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

/** The actor's receipt of a version, as `giveReceipt`. `contentHash`: of the content read. */
export function giveOwnReceipt(
  context: Context,
  actor: Actor,
  given: Pick<Acknowledgement, 'versionKey' | 'channel' | 'contentHash'>,
): ReturnType<typeof giveReceipt> {
  const { centreId } = findPerson(context, actor.personId) ?? {};
  return giveReceipt(context, {
    ...given,
    key: acknowledgementKey(given.versionKey, actor.personId),
    title: actor.name,
    personId: actor.personId,
    outcome: 'acknowledged',
    ...(centreId === undefined ? {} : { centreId }),
    at: saidAt(context.clock, actor),
  });
}

/**
 * The actor's receipt of a version, existing or new; `asked` throws why the actor is not asked for it. 2 resource units
 * the first time. Errors of `openReceipts` too.
 */
export async function giveOnce(
  context: Context,
  actor: Actor,
  versionKey: string,
  asked: () => Pick<Acknowledgement, 'channel' | 'contentHash'>,
): Promise<{ receipt: Stored<Acknowledgement>; isRepeat: boolean }> {
  await openReceipts(context, [versionKey], actor.personId);
  const first = receiptOf(context, versionKey, actor.personId);
  if (first) return { receipt: first, isRepeat: true };
  const { record, existed } = await giveOwnReceipt(context, actor, { versionKey, ...asked() });
  return { receipt: record, isRepeat: existed };
}
