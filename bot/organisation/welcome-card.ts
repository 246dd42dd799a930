import type { Context } from '../../api/context.ts';
import type { Language, PersonId } from '../../api/kernel/index.ts';
import { cardMessage, coordinatorLine, deepLink, openUrl, plain, sayings } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/** The bot's first message: its purpose, how often it writes, and what to do now. */
export function welcomeCard(context: Context, personId: PersonId | undefined, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'bot.welcome',
    language,
    title: t('bot.welcome.title'),
    summary: t('bot.welcome.summary'),
    body: [
      ...sayings(
        t('bot.welcome.text', { organisation: plain(context.organisation.name) }),
        t('bot.welcome.cards'),
        t('bot.welcome.hint'),
      ),
      ...(personId ? [coordinatorLine(context, personId, language)] : []),
    ],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}
