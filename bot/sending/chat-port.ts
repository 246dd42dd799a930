import type { Conversation } from '../../api/deliveries/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';

/** A message to one person: an Adaptive Card 1.5 with its text summary. */
export interface ChatMessage {
  /** Kind of card: one of `cardKinds`, for logs and tests. */
  kind?: string;
  /** Text of the notification and for clients without cards. */
  summary: string;
  card: unknown;
  text?: string;
  /** Notifies: for cards that ask for an act. Ignored for edits. */
  rings?: boolean;
  /** Equal for cards with equal content, ignoring notices of a press. */
  gist?: string;
  /** Has a notice above the card. */
  hasNotice?: true;
  /** It may have come before, and says so. */
  isRepeat?: boolean;
}

/** Address of a person's chat with the bot. */
export interface ChatAddress {
  conversation: string;
  serviceUrl: string;
}

/** Where to write to a person; undefined: the chat is not open, or not known. */
export const addressIn = (chat: Conversation | undefined): ChatAddress | undefined =>
  chat?.state !== 'open' || chat.conversation === undefined || chat.serviceUrl === undefined
    ? undefined
    : { conversation: chat.conversation, serviceUrl: chat.serviceUrl };

/**
 * Teams for sending: each call is one HTTP request without retries, and every answer that is not a success is thrown as
 * `ChatError`.
 */
export interface ChatPort {
  /** Opens the 1:1 chat, or finds it. Refused with 403 `BadArgument` while the person lacks the app. */
  createConversation(personId: PersonId): Promise<ChatAddress>;
  /** Address of a chat known from Graph. */
  addressOf(conversation: string): ChatAddress;
  send(to: ChatAddress, message: ChatMessage): Promise<{ activity: string }>;
  update(to: ChatAddress & { activity: string }, message: ChatMessage): Promise<void>;
}

/** An answer that is not a success. */
export class ChatError extends Error {
  /** HTTP status; 0 when no answer came (connection reset, deadline). */
  readonly status: number;
  /** Teams' error code, e.g. `ConversationNotFound`; '' when the answer had none. */
  readonly code: string;
  readonly retryAfterSeconds?: number;

  constructor(status: number, code: string, retryAfterSeconds?: number) {
    super(`${status} ${code}`);
    this.name = 'ChatError';
    this.status = status;
    this.code = code;
    if (retryAfterSeconds !== undefined) this.retryAfterSeconds = retryAfterSeconds;
  }
}
