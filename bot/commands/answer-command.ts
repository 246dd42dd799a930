import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { accidentCard, accidentMenu } from '../incidents/index.ts';
import { centreNamed, coordinatorCard } from '../organisation/index.ts';
import { ownCard } from '../reminders/index.ts';
import { currentPolicyCard } from '../policy/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { approvalsCard } from './approvals-card.ts';
import { centreCard } from './centre-card.ts';
import type { Answer, CommandName } from './command.ts';
import { emergencyCard } from './emergency-card.ts';
import { helpCard, unknownCard } from './help-card.ts';
import { questionCard } from './question-card.ts';
import { questionIn } from './question.ts';
import { remindersCard } from './reminders-card.ts';
import { statusCard } from './status-card.ts';
import { languageIn, understand } from './understand.ts';

const answers: Readonly<Record<CommandName, Answer>> = {
  help: helpCard,
  tasks: (context, actor, language, only) => ownCard(context, actor, 'tasks', { language, only }),
  approvals: approvalsCard,
  centre: centreCard,
  policy: (context, actor, language) => currentPolicyCard(context, { ...actor, language }),
  coordinator: (context, actor, language, _only, text = '') =>
    coordinatorCard(context, actor.personId, language, centreNamed(context, text)),
  emergency: emergencyCard,
  courses: (context, actor, language) => ownCard(context, actor, 'courses', { language }),
  // Messages give the kind of accident; the card's button asks for it.
  accident: (context, _actor, language) => accidentMenu(context, language),
  status: statusCard,
  reminders: remindersCard,
};

/** The answer to a message, in its language if recognisable. */
export function answerCommand(context: Context, actor: Actor, text: string): ChatMessage {
  const understood = understand(text);
  if (!understood) return unknownCard(context, actor, languageIn(text) ?? actor.language);
  const language: Language = understood.language ?? actor.language;
  const { accident } = understood;
  if (accident !== undefined && accident !== 'menu') return accidentCard(context, actor, accident, language);
  return answers[understood.command](context, actor, language, understood.only, text);
}

/** The one answer to a message: from the texts in force for a question, else the command's. */
export async function answerWritten(context: Context, actor: Actor, text: string): Promise<ChatMessage> {
  const question = questionIn(text);
  return question ? questionCard(context, actor, question) : answerCommand(context, actor, text);
}

/** The answer to a pressed command. */
export const answerPressed = (context: Context, actor: Actor, command: CommandName): ChatMessage =>
  answers[command](context, actor, actor.language);
