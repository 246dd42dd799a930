import type { Request, Response } from 'express';
import type { Log } from '../../api/context.ts';
import type { ChatPort } from '../sending/chat-port.ts';
import { ChannelAuthentication } from './channel-authentication.ts';
import { channelKeys } from './channel-keys.ts';
import { Connectors } from './connectors.ts';
import { AppCredentials } from './credentials.ts';
import { messagesEndpoint } from './messages-endpoint.ts';
import { checkSettings, type ChatSettings } from './settings.ts';
import { teamsChat } from './teams-chat.ts';
import type { Turn } from './turn.ts';

export { isPersonal, type IncomingActivity } from './incoming.ts';
export type { ChatSettings } from './settings.ts';
export type { Turn } from './turn.ts';

export interface Teams {
  /** `POST /api/messages`. */
  handler(request: Request, response: Response): Promise<void>;
  chat: ChatPort;
}

/**
 * The only connection to Teams: verified activities go to `receive`, and `chat` writes to people. Throws at once for
 * unsafe settings.
 */
export function connectTeams(settings: ChatSettings, log: Log, receive: (turn: Turn) => Promise<void>): Teams {
  checkSettings(settings);
  let newest: string | undefined;
  const credentials = new AppCredentials(settings);
  const connectors = new Connectors(settings, credentials);
  const noted = (turn: Turn) => {
    newest = turn.activity.serviceUrl;
    return receive(turn);
  };
  const authentication = new ChannelAuthentication(settings, credentials, connectors, channelKeys(settings.fetch));
  return {
    handler: messagesEndpoint(settings, authentication, log, noted),
    chat: teamsChat(connectors, settings, () => newest),
  };
}
