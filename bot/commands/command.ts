import type { Context } from '../../api/context.ts';
import type { Actor, Language } from '../../api/kernel/index.ts';
import type { TaskFilter } from '../reminders/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';

export const commandNames = [
  'tasks',
  'courses',
  'accident',
  'approvals',
  'centre',
  'policy',
  'coordinator',
  'emergency',
  'status',
  'reminders',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

/** Answers a command in its language, or the person's. */
export type Answer = (
  context: Context,
  actor: Actor,
  language: Language,
  only?: TaskFilter,
  /** The message. */
  text?: string,
) => ChatMessage;
