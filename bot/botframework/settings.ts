import type { Fetch } from '../../api/kernel/index.ts';

/** What the bot needs to talk with Teams. Single tenant only. */
export interface ChatSettings {
  /** Entra app id of the bot. Empty is refused: the SDK would let anybody in. */
  appId: string;
  /** The only tenant whose people are answered. */
  tenantId: string;
  /** An app-only token for a scope (`createTokens` of api/sharepoint). */
  accessToken(scope: string): Promise<string>;
  /** Everything that is sent to Teams, and the reading of its keys, goes through here. */
  fetch: Fetch;
  /** Milliseconds one call to Teams may take. 15,000 by default. */
  deadlineMs?: number;
}

/** Where a chat is created while no serviceUrl has been seen (Bot Connector REST reference). */
export const defaultServiceUrl = 'https://smba.trafficmanager.net/teams/';
export const botScope = 'https://api.botframework.com/.default';
export const channelIssuer = 'https://api.botframework.com';
export const defaultDeadlineMs = 15_000;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws when the bot would start without knowing whom to trust. */
export function checkSettings({ appId, tenantId }: Pick<ChatSettings, 'appId' | 'tenantId'>): void {
  if (!guid.test(appId)) throw new Error('The bot needs its Entra app id: without one it would trust anybody.');
  if (!guid.test(tenantId)) throw new Error('The bot needs the id of its Entra tenant.');
}
