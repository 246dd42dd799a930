import { type Acknowledgement } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import type { Language, PersonId } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';

/** A receipt's note: the version it carries over from, or its own note. */
export function receiptNote(context: Context, language: Language) {
  const texts = context.texts(language);
  return (receipt: {
    outcome: Acknowledgement['outcome'];
    carriedFrom?: { number: string };
    note?: string | undefined;
    recordedBy?: PersonId | undefined;
  }): { note?: string } => {
    if (receipt.carriedFrom)
      return { note: texts('documents.receipt.carriedOver', { number: receipt.carriedFrom.number }) };
    if (receipt.outcome === 'moved' && receipt.note !== undefined)
      return { note: texts('documents.receipt.movedTo', { centre: receipt.note }) };
    if (receipt.recordedBy !== undefined) {
      const { name } = personRef(context, receipt.recordedBy);
      return { note: `${receipt.note ?? ''} ${texts('documents.receipt.recordedBy', { name })}`.trim() };
    }
    return receipt.note === undefined ? {} : { note: receipt.note };
  };
}
