/** One unsuccessful answer of the connector. */
export interface ConnectorError {
  status: number;
  code: string;
  body: unknown;
}

const table = {
  BadArgument: [400, 'Failed to decrypt conversation id'],
  BadSyntax: [400, 'Activity resulted into multiple skype activities or has no content'],
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  BotNotRegistered: [401, 'No registered bot found with AppId.'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  ConversationBlockedByUser: [403, 'User blocked the conversation with the bot.'],
  BotDisabledByAdmin: [403, 'The tenant admin disabled this bot.'],
  InvalidBotApiHost: [
    403,
    'Invalid bot api host. For GCC tenants, please call https://smba.infra.gcc.teams.microsoft.com.',
  ],
  NotEnoughPermissions: [403, 'The bot does not have enough permissions for this operation.'],
  Forbidden: [403, 'Forbidden'],
  ConversationNotFound: [404, 'Conversation not found.'],
  ActivityNotFoundInConversation: [404, 'The activity was not found in the conversation.'],
  PreconditionFailed: [412, 'Precondition failed, please try again.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  Throttled: [429, 'Too many requests.'],
  ServiceError: [500, 'Unknown'],
  BadGateway: [502, 'Bad gateway.'],
  ServiceUnavailable: [503, 'The service is unavailable.'],
  GatewayTimeout: [504, 'Gateway timeout.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ConnectorErrorCode = keyof typeof table;

/** A failing call: a coded answer, or none. */
export type ConnectorFault = ConnectorErrorCode | 'MessageWritesBlocked' | 'reset' | 'hang';

/** All names of the switches: codes, bare statuses and two forms of no answer. */
const byStatus: Readonly<Record<string, ConnectorFault>> = {
  '400': 'BadArgument',
  '401': 'BotNotRegistered',
  '403': 'Forbidden',
  '404': 'ConversationNotFound',
  '412': 'PreconditionFailed',
  '413': 'MessageSizeTooBig',
  '429': 'Throttled',
  '500': 'ServiceError',
  '502': 'BadGateway',
  '503': 'ServiceUnavailable',
  '504': 'GatewayTimeout',
};

export const connectorFaultNames: readonly string[] = [
  ...Object.keys(table),
  ...Object.keys(byStatus),
  'MessageWritesBlocked',
  'reset',
  'hang',
];

/** The fault of a switch; `undefined` for an unknown name. */
export function faultNamed(name: string): ConnectorFault | undefined {
  if (name === 'reset' || name === 'hang' || name === 'MessageWritesBlocked') return name;
  return isCode(name) ? name : byStatus[name];
}

const isCode = (name: string): name is ConnectorErrorCode => name in table;

/** The answer in Teams' words. `message` replaces the usual text. */
export function connectorError(code: ConnectorErrorCode | 'MessageWritesBlocked', message?: string): ConnectorError {
  if (code === 'MessageWritesBlocked') {
    // Teams wraps the chat service's answer: the sub code is inside a text.
    const inner = {
      subCode: 'MessageWritesBlocked',
      details: 'Thread is not writable due to policy',
      errorCode: null,
      errorSubCode: null,
    };
    return { status: 403, code, body: { errorCode: 209, message: JSON.stringify(inner, null, 2) } };
  }
  const [status, text] = table[code];
  return { status, code, body: { error: { code, message: message ?? text } } };
}

/** Answer of *create conversation* without the app: a 403 with the code of a 400. */
export const notInstalledPersonally: ConnectorError = {
  status: 403,
  code: 'BadArgument',
  body: { error: { code: 'BadArgument', message: "Bot is not installed in user's personal scope" } },
};
