import type { Context } from '../../api/context.ts';
import { findPlanVersion, partReceipt } from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { lineMessage, plain, shorten } from '../cards/index.ts';
import { readerOf } from '../cards/reader.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/**
 * What an unanswered card about a part becomes when its version is retired or superseded: a line, not to be pressed in
 * vain. Undefined for a receipt, and for a version that still applies.
 */
export function endedPartCard(context: Context, versionKey: string, personId: PersonId): ChatMessage | undefined {
  const version = findPlanVersion(context, versionKey)?.version;
  if (!version || partReceipt(context, versionKey, personId)) return undefined;
  const { state } = version;
  if (state !== 'retired' && state !== 'superseded') return undefined;
  const { language, t } = readerOf(context, personId);
  return lineMessage(
    'part.replaced',
    language,
    t(`pocket.card.ended.${state}`, { title: plain(shorten(version.version.title, 150)) }),
  );
}
