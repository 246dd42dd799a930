import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

export const commandNames = [
  'tasks',
  'approvals',
  'centre',
  'policy',
  'coordinator',
  'emergency',
  'status',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

/** Words that may stand behind *mine opgaver*. */
export type TaskFilter = 'overdue' | 'thisWeek';

/** Answers a command in the language it was written in, or the person's own. */
export type Answer = (context: Context, actor: Actor, language: Language, only?: TaskFilter) => ChatMessage;
