import type { PersonId } from '../../api/kernel/index.ts';

/** What one person is shown: an Adaptive Card 1.5 with its text summary. */
export interface ChatMessage {
  /** Which card it is: one of `cardKinds`, for logs and tests. */
  kind?: string;
  /** Text of the notification and of clients that show no card. */
  summary: string;
  card: unknown;
  text?: string;
  /** The phone rings: for what asks for an act. Without effect on edits. */
  rings?: boolean;
  /** The same for cards that show the same, whatever is said above them of a press. */
  gist?: string;
  /** Something is said above the card. */
  hasNotice?: true;
  /** It may have come before, and says so. */
  isRepeat?: boolean;
}

/** Where a person's chat with the bot is reached. */
export interface ChatAddress {
  conversation: string;
  serviceUrl: string;
}

/**
 * Teams as sending sees it: each call is one HTTP request without any retry of its own, and every answer that is not a
 * success is thrown as `ChatError`.
 */
export interface ChatPort {
  /** Opens the 1:1 chat, or finds the one that is there. Refused with 403 `BadArgument` while the person lacks the app. */
  createConversation(personId: PersonId): Promise<ChatAddress>;
  /** The address of a chat that Graph tells of. */
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
