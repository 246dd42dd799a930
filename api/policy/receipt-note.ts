import { type Acknowledgement } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import type { Language } from '../kernel/index.ts';

/** What is said beside a receipt: which version it carries over from, or what stands with it. */
export function receiptNote(context: Context, language: Language) {
  const texts = context.texts(language);
  return (receipt: {
    outcome: Acknowledgement['outcome'];
    carriedFrom?: { number: string };
    note?: string | undefined;
  }): { note?: string } => {
    if (receipt.carriedFrom)
      return { note: texts('documents.receipt.carriedOver', { number: receipt.carriedFrom.number }) };
    if (receipt.outcome === 'moved' && receipt.note !== undefined)
      return { note: texts('documents.receipt.movedTo', { centre: receipt.note }) };
    return receipt.note === undefined ? {} : { note: receipt.note };
  };
}
