import type { Conversation, RecipientState } from '../../api/deliveries/index.ts';
import type { ChatError } from './chat-port.ts';

export type Call = 'create' | 'send' | 'update';

/** What is done about an answer before the recipient ends in the row's state. */
export type Reaction =
  /** Everything pauses, the call goes back to the queue; no attempt counts against the person. */
  | 'slowDown'
  /** The same call a few times more with growing pauses. */
  | 'again'
  /** It may have arrived: repeated only when the kind of campaign allows it. */
  | 'mayHaveArrived'
  /** One more try in the next sweep. */
  | 'onceLater'
  /** Our payload is wrong: the third identical answer stops the campaign. */
  | 'ourFault'
  /** The compact card once. */
  | 'compactCard'
  /** Our credentials are wrong: all sending stops and somebody is alarmed; nobody is touched. */
  | 'stopSending'
  /** The app is not there, or no longer: it is brought to the person, who waits for it. */
  | 'install'
  /** The chat is forgotten, opened again, and the message sent once more. */
  | 'newChat'
  | 'end';

export interface ReactionRow {
  status: number | readonly number[];
  /** Teams' error codes; absent: any. */
  code?: readonly string[];
  /** Only for these calls; absent: any. */
  call?: readonly Call[];
  reaction: Reaction;
  /** Where the recipient ends when the reaction does not help. */
  ends: RecipientState;
  /** What is remembered about the chat then. */
  chat?: Conversation['state'];
}

/** No answer at all: connection reset, or our own deadline. */
const noAnswer = 0;
const gateway = [noAnswer, 502, 503, 504];

/**
 * Every answer of Teams that is not a success, and what is done about it; the first row that fits counts. By status and
 * code, never by message text. Source: "Status codes from bot conversational APIs" of the Teams documentation.
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
  // Blocked in the documentation, and also seen for an app that was removed: Graph tells which.
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

/** Anything that the table does not name: never repeated; a server's fault may have let the message through. */
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

/** How an answer is kept and shown: Teams' own code where there is one. */
export const codeOf = (error: Pick<ChatError, 'status' | 'code'>): string => {
  if (error.code !== '') return error.code;
  return error.status === noAnswer ? 'noAnswer' : `http${error.status}`;
};
