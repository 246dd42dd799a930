import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import { coordinatorCard } from '../organisation/index.ts';
import { currentPolicyCard } from '../policy/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { approvalsCard } from './approvals-card.ts';
import { centreCard } from './centre-card.ts';
import type { Answer, CommandName } from './command.ts';
import { emergencyCard } from './emergency-card.ts';
import { helpCard, unknownCard } from './help-card.ts';
import { statusCard } from './status-card.ts';
import { tasksCard } from './tasks-card.ts';
import { languageIn, understand } from './understand.ts';

const answers: Readonly<Record<CommandName, Answer>> = {
  help: helpCard,
  tasks: tasksCard,
  approvals: approvalsCard,
  centre: centreCard,
  policy: (context, actor, language) => currentPolicyCard(context, { ...actor, language }),
  coordinator: (context, actor, language) => coordinatorCard(context, actor.personId, language),
  emergency: emergencyCard,
  status: statusCard,
};

/** The answer to what somebody wrote; in the language it was written in where that can be told. */
export function answerCommand(context: Context, actor: Actor, text: string): ChatMessage {
  const understood = understand(text);
  if (!understood) return unknownCard(context, actor, languageIn(text) ?? actor.language);
  const language: Language = understood.language ?? actor.language;
  return answers[understood.command](context, actor, language, understood.only);
}
