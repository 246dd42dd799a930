import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { maySeeApprovals } from '../../api/approvals/index.ts';
import { maySeeCentres } from '../../api/obligations/index.ts';
import { maySeeCoverage } from '../../api/policy/index.ts';
import { cardMessage, deepLink, openUrl, paragraph, sayings, type CardElement } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { commandNames, type CommandName } from './command.ts';

/** Commands that are only for those who may see what they show. */
const forSome: Partial<Record<CommandName, (context: Context, actor: Actor) => boolean>> = {
  approvals: maySeeApprovals,
  status: (_context, actor) => maySeeCoverage(actor),
  centre: (_context, actor) => maySeeCentres(actor),
};

/** What can be written, each with what it gives. */
function suggestions(context: Context, actor: Actor, language: Language): CardElement[] {
  const t = context.texts(language);
  return commandNames
    .filter((name) => name !== 'help' && (forSome[name]?.(context, actor) ?? true))
    .map((name) =>
      paragraph(
        t('bot.help.row', {
          command: t(`bot.command.${name}.title`),
          description: t(`bot.command.${name}.description`),
        }),
        { spacing: 'Small' },
      ),
    );
}

export function helpCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    language,
    title: t('bot.help.title'),
    summary: t('bot.help.summary'),
    body: [...sayings(t('bot.help.text')), ...suggestions(context, actor, language)],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}

/** Anything else: never a dead end. */
export function unknownCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    language,
    title: t('bot.unknown.title'),
    summary: t('bot.unknown.summary'),
    body: [...sayings(t('bot.unknown.text')), ...suggestions(context, actor, language)],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}

/** In a channel or a group chat, where others would see a person's answers. */
export function groupCard(context: Context, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    language,
    title: t('bot.group.title'),
    body: sayings(t('bot.group.text')),
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}
