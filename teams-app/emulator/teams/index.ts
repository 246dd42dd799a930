import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parts } from '../parts.ts';

/** Teams: the bot connector and everybody's chats. */
export interface Teams {
  /** Answers everything that `smba.trafficmanager.net` is asked. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Graph has installed the app for a person: the bot hears of it. */
  installed(userId: string): void;
  /** Id of the personal chat between a person and the bot, the same one that the connector gives. */
  chatId(userId: string): string;
}

export function createTeams(_parts: Parts): Teams {
  return {
    async handle(_request, response) {
      response.writeHead(501).end();
    },
    installed: () => undefined,
    chatId: (userId) => `a:${userId}`,
  };
}
