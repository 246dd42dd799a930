import type { Conversation, RecipientState } from '../../api/deliveries/index.ts';
import { ChatError } from './chat-port.ts';

export type Call = 'create' | 'send' | 'update';

/** Reaction to an answer, before the recipient gets the row's final state. */
export type Reaction =
  /** Pauses everything and requeues the call; no attempt is counted. */
  | 'slowDown'
  /** Retries the call a few times with back-off. */
  | 'again'
  /** It may have arrived: repeated only if the kind of campaign allows it. */
  | 'mayHaveArrived'
  /** One retry in the next sweep. */
  | 'onceLater'
  /** Our payload is wrong: the third identical answer stops the campaign. */
  | 'ourFault'
  /** The compact card once. */
  | 'compactCard'
  /** Our credentials are wrong: stops all sending with an alarm; recipients stay. */
  | 'stopSending'
  /** The app is missing: it is installed, and the recipient waits. */
  | 'install'
  /** Forgets the chat, reopens it, and sends the message once more. */
  | 'newChat'
  | 'end';

export interface ReactionRow {
  status: number | readonly number[];
  /** Teams' error codes; absent: any. */
  code?: readonly string[];
  /** Only for these calls; default any. */
  call?: readonly Call[];
  reaction: Reaction;
  /** The recipient's final state if the reaction fails. */
  ends: RecipientState;
  /** State recorded for the chat. */
  chat?: Conversation['state'];
}

/** No answer: connection reset, or our time limit. */
const noAnswer = 0;
const gateway = [noAnswer, 502, 503, 504];

/**
 * Reactions to every answer of Teams that is not a success; the first matching row applies. By status and code, never
 * by message text. Source: "Status codes from bot conversational APIs" of the Teams documentation.
 */
export const reactionTable: readonly ReactionRow[] = [
  { status: 429, reaction: 'slowDown', ends: 'waiting' },
  { status: 412, reaction: 'again', ends: 'failed' },
  // "Bot is not installed in user's personal scope": a 403 with the code of a malformed call.
  {
    status: 403,
    code: ['BadArgument'],
    call: ['create'],
    reaction: 'install',
    ends: 'notInstalled',
    chat: 'notInstalled',
  },
  { status: [...gateway, 500], call: ['create', 'update'], reaction: 'again', ends: 'failed' },
  { status: gateway, reaction: 'mayHaveArrived', ends: 'uncertain' },
  { status: 500, reaction: 'onceLater', ends: 'failed' },
  { status: 400, reaction: 'ourFault', ends: 'failed' },
  { status: 413, reaction: 'compactCard', ends: 'failed' },
  { status: 401, reaction: 'stopSending', ends: 'waiting' },
  {
    status: 403,
    code: ['BotNotInConversationRoster'],
    reaction: 'install',
    ends: 'notInstalled',
    chat: 'notInstalled',
  },
  {
    status: 403,
    code: ['ConversationBlockedByUser'],
    reaction: 'end',
    ends: 'blocked',
    chat: 'blocked',
  },
  // Documented as blocked, but also returned for a removed app: Graph tells which.
  {
    status: 403,
    code: ['MessageWritesBlocked'],
    call: ['create', 'update'],
    reaction: 'end',
    ends: 'blocked',
    chat: 'blocked',
  },
  { status: 403, code: ['MessageWritesBlocked'], reaction: 'install', ends: 'blocked', chat: 'blocked' },
  { status: 403, code: ['BotDisabledByAdmin'], reaction: 'end', ends: 'policyBlocked', chat: 'policyBlocked' },
  { status: 403, code: ['InvalidBotApiHost'], reaction: 'newChat', ends: 'unreachable', chat: 'unreachable' },
  { status: 403, code: ['NotEnoughPermissions'], reaction: 'end', ends: 'failed' },
  { status: 403, reaction: 'newChat', ends: 'failed' },
  { status: 404, call: ['update'], reaction: 'end', ends: 'sent' },
  { status: 404, call: ['create'], reaction: 'end', ends: 'unreachable', chat: 'unreachable' },
  { status: 404, reaction: 'newChat', ends: 'unreachable', chat: 'unreachable' },
];

/** Answers not in the table: never repeated; a server error may have delivered the message. */
const otherServerFault: ReactionRow = { status: [], reaction: 'mayHaveArrived', ends: 'uncertain' };
const otherRefusal: ReactionRow = { status: [], reaction: 'end', ends: 'failed' };

export function reactionTo(error: Pick<ChatError, 'status' | 'code'>, call: Call): ReactionRow {
  const row = reactionTable.find(
    ({ status, code, call: calls }) =>
      (typeof status === 'number' ? status === error.status : status.includes(error.status)) &&
      (code?.includes(error.code) ?? true) &&
      (calls?.includes(call) ?? true),
  );
  return row ?? (error.status >= 500 ? otherServerFault : otherRefusal);
}

const notSent: readonly Reaction[] = ['slowDown', 'again', 'stopSending'];
/** Whether Teams certainly took nothing of a message, and takes it later. */
export const wasNotSent = (thrown: unknown): boolean =>
  thrown instanceof ChatError && notSent.includes(reactionTo(thrown, 'send').reaction);

/** Stored and displayed form of an answer: Teams' code, if any. */
export const codeOf = (error: Pick<ChatError, 'status' | 'code'>): string => {
  if (error.code !== '') return error.code;
  return error.status === noAnswer ? 'noAnswer' : `http${error.status}`;
};
