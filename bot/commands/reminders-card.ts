import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { cardMessage, deepLink, openUrl, sayings } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

/**
 * *Påmindelser*: when and about what one is reminded is chosen in the tab. Promises no silence: some cannot be switched
 * off.
 */
export function remindersCard(context: Context, _actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'bot.reminders',
    language,
    title: t('bot.reminders.title'),
    body: sayings(t('bot.reminders.text')),
    actions: [openUrl(t('bot.reminders.choose'), deepLink(context, '/tasks/reminders'))],
  });
}
