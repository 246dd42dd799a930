import type { Fetch } from '../../api/kernel/index.ts';

/** The bot's settings for Teams. Single tenant only. */
export interface ChatSettings {
  /** Entra app id of the bot. Empty is refused: the SDK would admit anyone. */
  appId: string;
  /** The only tenant served. */
  tenantId: string;
  /** An app-only token for a scope (`createTokens` of api/sharepoint). */
  accessToken(scope: string, refused?: string): Promise<string>;
  /** For all requests to Teams, and for its keys. */
  fetch: Fetch;
  /** Microsoft's time, for the life of Teams' tokens (ms); default this machine's. */
  now?: () => number;
  /** Milliseconds one call to Teams may take. 15,000 by default. */
  deadlineMs?: number;
}

/** Address for creating chats before a serviceUrl is known (Bot Connector REST reference). */
export const defaultServiceUrl = 'https://smba.trafficmanager.net/teams/';
export const botScope = 'https://api.botframework.com/.default';
export const channelIssuer = 'https://api.botframework.com';
export const defaultDeadlineMs = 15_000;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws for settings that leave unclear whom to trust. */
export function checkSettings({ appId, tenantId }: Pick<ChatSettings, 'appId' | 'tenantId'>): void {
  if (!guid.test(appId)) throw new Error('The bot needs its Entra app id: without one it would trust anybody.');
  if (!guid.test(tenantId)) throw new Error('The bot needs the id of its Entra tenant.');
}
