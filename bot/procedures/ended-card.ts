import { receiptOf } from '../../api/acknowledgements/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { findVersion } from '../../api/procedures/index.ts';
import { lineMessage, plain, shorten } from '../cards/index.ts';
import { readerOf } from '../cards/reader.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/**
 * What an unanswered card becomes when its version is retired or superseded: a line, not to be pressed in vain.
 * Undefined for a receipt, and for a version that still applies.
 */
export function endedProcedureCard(context: Context, versionKey: string, personId: PersonId): ChatMessage | undefined {
  const version = findVersion(context, versionKey)?.version;
  if (!version || receiptOf(context, versionKey, personId)) return undefined;
  const { state } = version;
  if (state !== 'retired' && state !== 'superseded') return undefined;
  const { language, t } = readerOf(context, personId);
  const title = plain(shorten(version.version.title, 150));
  return lineMessage('procedure.replaced', language, t(`procedureTexts.card.ended.${state}`, { title }));
}
