import { digest, type Language } from '../../api/kernel/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { CardKind } from './card-kinds.ts';
import type { CardAction, CardElement, TextBlock } from './elements.ts';
import { aside, heading, paragraph } from './elements.ts';
import { shorten } from './markdown.ts';

/** An Adaptive Card as sent. Teams shows nothing of a card with a version above 1.5. */
export interface Card {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  lang: Language;
  speak: string;
  fallbackText: string;
  body: CardElement[];
  actions: CardAction[];
}

/** Bytes of UTF-8: below every limit observed in Teams. */
export const cardLimit = 24 * 1024;

export interface CardContent {
  kind: CardKind;
  language: Language;
  title: string;
  /** The card without the result of a press, where the notice is not its only place. */
  lasting?: Pick<CardContent, 'title' | 'body'>;
  /** Text for the notification and screen readers, without formatting. Default the title. */
  summary?: string;
  /** Before the title: why this card is not the one you expected. */
  notice?: CardElement[];
  body: CardElement[];
  actions: CardAction[];
}

/** A message with one card: heading, content, buttons, and a text for clients without cards. */
export function cardMessage(content: CardContent): ChatMessage {
  const summary = shorten(content.summary ?? content.title, 250);
  const card: Card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: content.language,
    speak: summary,
    fallbackText: summary,
    body: [...(content.notice ?? []), heading(content.title), ...content.body],
    actions: content.actions,
  };
  const { kind, language, actions, notice = [], lasting = content } = content;
  const gist = digest(JSON.stringify([language, lasting.title, lasting.body, actions]));
  const hasNotice = notice.length > 0 || lasting.body.length < content.body.length;
  return { kind, summary, card, gist, ...(hasNotice ? { hasNotice } : {}) };
}

/** A one-line card, for a replaced one. */
export function lineMessage(kind: CardKind, language: Language, text: string): ChatMessage {
  const { card, ...message } = cardMessage({ kind, language, title: text, body: [], actions: [] });
  return { ...message, card: { ...(card as Card), body: [aside(text)] } };
}

/** A message that may be a repeat, preceded by a note saying so. */
export const repeatedCard = (message: ChatMessage, words: { text: string; summary: string }): ChatMessage => ({
  ...withNotice(message, words.summary, aside(words.text)),
  isRepeat: true,
});

/** A title with one or two plain paragraphs. */
export const sayings = (...texts: (string | undefined)[]): TextBlock[] =>
  texts.filter((text) => text !== undefined).map((text) => paragraph(text));

/** A message's card with content added before or after. */
export const withNotice = (message: ChatMessage, summary: string, ...elements: CardElement[]): ChatMessage => {
  const card = message.card as Card;
  const short = shorten(summary, 250);
  return {
    ...message,
    hasNotice: true,
    summary: short,
    card: { ...card, speak: short, fallbackText: short, body: [...elements, ...card.body] },
  };
};
