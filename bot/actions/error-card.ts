import type { Context } from '../../api/context.ts';
import type { AppError, ErrorKind, Instant, Language } from '../../api/kernel/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  cardMessage,
  deepLink,
  errorWords,
  execute,
  notice,
  openUrl,
  paragraph,
  type CardAction,
  type CardData,
  type CardElement,
  type Container,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** The pressed button, offered again where a retry may help. */
export interface Pressed {
  verb: string;
  data: CardData;
}

/** Maps an error's kind to a card's tone. Nothing is red without a next step. */
const tones: Record<ErrorKind, { style: NonNullable<Container['style']>; again: boolean }> = {
  invalid: { style: 'warning', again: false },
  forbidden: { style: 'warning', again: false },
  missing: { style: 'emphasis', again: false },
  conflict: { style: 'emphasis', again: false },
  unavailable: { style: 'warning', again: true },
  unexpected: { style: 'attention', again: true },
};

/** An error as text, by its code if it has one, and the next step. */
export function errorCard(
  context: Context,
  language: Language,
  error: AppError,
  requestId: string,
  press: { again?: Pressed; pressedAt?: Instant | undefined } = {},
): ChatMessage {
  const t = context.texts(language);
  const tone = tones[error.kind];
  const kind = `cards.error.${error.kind}` as const;
  const own = error.kind === 'unexpected' ? undefined : errorWords(t, error);
  const text = own ?? t(`${kind}.text`, { requestId });
  return cardMessage({
    kind: 'press.failed',
    language,
    title: t(`${kind}.title`),
    body: [notice(tone.style, paragraph(text)), ...whenPressed(context, language, press.pressedAt)],
    actions: actions(context, language, tone.again ? press.again : undefined),
  });
}

/** Time of the press, if carried out much later. */
function whenPressed(context: Context, language: Language, pressedAt: Instant | undefined): CardElement[] {
  if (pressedAt === undefined || context.clock.now().getTime() - Date.parse(pressedAt) < laterMs) return [];
  return [paragraph(context.texts(language)('cards.pressedAt', { moment: formatMoment(pressedAt, language) }))];
}
const laterMs = 60_000;

/** The press is stored and will be carried out; no further action is needed. */
export function promisedCard(context: Context, language: Language, pressedAt: Instant): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'press.promised',
    language,
    title: t('cards.promised.title'),
    body: [
      notice('emphasis', paragraph(t('cards.promised.text', { moment: formatMoment(pressedAt, language) }))),
      paragraph(t('cards.promised.next')),
    ],
    actions: actions(context, language, undefined),
  });
}

/** Nothing was done or stored. */
export function notReceivedCard(context: Context, language: Language, pressed: Pressed): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'press.notReceived',
    language,
    title: t('cards.notReceived.title'),
    body: [notice('warning', paragraph(t('cards.notReceived.text')))],
    actions: actions(context, language, pressed),
  });
}

/** A promise not fulfilled within the limit. */
export function overdueCard(context: Context, language: Language, pressedAt: Instant, pressed: Pressed): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'press.overdue',
    language,
    title: t('cards.overdue.title'),
    body: [notice('warning', paragraph(t('cards.overdue.text', { moment: formatMoment(pressedAt, language) })))],
    actions: actions(context, language, pressed),
  });
}

/** For a person unknown to the directory, or departed. */
export function strangerCard(context: Context, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'press.stranger',
    language,
    title: t('cards.stranger.title'),
    body: [paragraph(t('cards.stranger.text'))],
    actions: actions(context, language, undefined),
  });
}

function actions(context: Context, language: Language, pressed: Pressed | undefined): CardAction[] {
  const t = context.texts(language);
  const open = openUrl(t('cards.openApp'), deepLink(context, '/'));
  return pressed ? [execute(t('cards.tryAgain'), pressed.verb, pressed.data), open] : [open];
}
