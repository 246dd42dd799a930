import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { maySeeApprovals } from '../../api/approvals/index.ts';
import { maySeeCentres } from '../../api/obligations/index.ts';
import { maySeeCoverage } from '../../api/policy/index.ts';
import {
  buttons,
  cardMessage,
  deepLink,
  execute,
  openUrl,
  paragraph,
  sayings,
  type CardElement,
} from '../cards/index.ts';
import { deskNumbers } from '../incidents/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { commandNames, type CommandName } from './command.ts';

/** Commands restricted to permitted readers. */
const forSome: Partial<Record<CommandName, (context: Context, actor: Actor) => boolean>> = {
  approvals: maySeeApprovals,
  status: (_context, actor) => maySeeCoverage(actor),
  centre: (_context, actor) => maySeeCentres(actor),
};

/** Available commands, each with its result. */
export function suggestions(context: Context, actor: Actor, language: Language): CardElement[] {
  const t = context.texts(language);
  const row = (said: { command: string; description: string }) =>
    paragraph(t('bot.help.row', said), { spacing: 'Small' });
  const question = { command: t('bot.question.example'), description: t('bot.question.description') };
  return [
    ...commandNames
      .filter((name) => name !== 'help' && (forSome[name]?.(context, actor) ?? true))
      .map((name) =>
        row({ command: t(`bot.command.${name}.title`), description: t(`bot.command.${name}.description`) }),
      ),
    row(question),
  ];
}

/** A command button: `{ command }`. */
export const sayVerb = 'command.say';
/** Commands with buttons: the most common, accidents first; two a row. */
const pressed = [
  ['accident', 'emergency'],
  ['tasks', 'courses'],
  ['coordinator', 'policy'],
] as const satisfies readonly (readonly CommandName[])[];
export const pressable = pressed.flat();

const quickButtons = (context: Context, language: Language): CardElement[] =>
  pressed.flatMap((row) =>
    buttons(row.map((command) => execute(context.texts(language)(`bot.help.button.${command}`), sayVerb, { command }))),
  );

export function helpCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'bot.help',
    language,
    title: t('bot.help.title'),
    summary: t('bot.help.summary'),
    body: [
      ...sayings(t('bot.help.text')),
      ...quickButtons(context, language),
      ...suggestions(context, actor, language),
    ],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}

/** Anything else: never a dead end. */
export function unknownCard(context: Context, actor: Actor, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'bot.unknown',
    language,
    title: t('bot.unknown.title'),
    summary: t('bot.unknown.summary'),
    body: [
      ...sayings(t('bot.unknown.text')),
      ...quickButtons(context, language),
      ...deskRow(context, language),
      ...suggestions(context, actor, language),
    ],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}

/** Number for plain computer trouble, if the municipality has one. */
function deskRow(context: Context, language: Language): CardElement[] {
  const t = context.texts(language);
  const numbers = deskNumbers(context, language);
  return numbers.length === 0 ? [] : [paragraph(t('bot.unknown.callDesk'), { spacing: 'Medium' }), ...numbers];
}

/** In a channel or group chat, where others would see a person's answers. */
export function groupCard(context: Context, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'bot.group',
    language,
    title: t('bot.group.title'),
    body: sayings(t('bot.group.text')),
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}
