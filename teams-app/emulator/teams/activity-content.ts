import { connectorError, type ConnectorError } from './connector-errors.ts';
import type { MessageContent } from './chat-store.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** Teams' documented limit is 100 KB of UTF-16; observed refusals start at about 40,000 bytes of UTF-8. */
export const messageBytes = 40_000;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The chat content of a bot's activity, or Teams' refusal. */
export function contentOf(activity: Record<string, unknown>): MessageContent | ConnectorError {
  const attachments: unknown = activity['attachments'] ?? [];
  if (!Array.isArray(attachments) || !attachments.every(isRecord)) {
    return connectorError('BadSyntax', 'Attachments must be a list of objects.');
  }
  const adaptive = attachments.find((each) => each['contentType'] === adaptiveCardType);
  const card = adaptive?.['content'];
  if (adaptive && !(isRecord(card) && card['type'] === 'AdaptiveCard')) {
    return connectorError('BadArgument', "Adaptive card content must be an object whose type is 'AdaptiveCard'.");
  }
  const content = {
    text: text(activity['text']),
    summary: text(activity['summary']),
    card: isRecord(card) ? card : undefined,
    rings: isAlert(activity['channelData']),
  };
  if (content.text === undefined && attachments.length === 0) return connectorError('BadSyntax');
  return content;
}

/** Teams notifies for a bot's message only on request. */
function isAlert(channelData: unknown): boolean {
  const notification = isRecord(channelData) ? channelData['notification'] : undefined;
  return isRecord(notification) && notification['alert'] === true;
}

export const isRefusal = (value: object): value is ConnectorError => 'code' in value && 'status' in value;
