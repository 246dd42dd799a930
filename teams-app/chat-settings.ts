import type { Fetch } from '../api/kernel/index.ts';
import type { Tokens } from '../api/sharepoint/index.ts';
import type { ChatSettings } from '../bot/index.ts';
import type { Config } from './config/index.ts';

/** How the bot proves itself and whom it believes; on the desk the channel's keys and connector are on loopback. */
export const chatSettingsOf = (config: Config, fetch: Fetch, tokens: Tokens, deskAddress?: string): ChatSettings => ({
  appId: config.app.clientId,
  tenantId: config.tenantId,
  accessToken: tokens,
  fetch,
  ...(deskAddress === undefined
    ? {}
    : {
        openIdMetadataUrl: `${deskAddress}/v1/.well-known/openidconfiguration`,
        deskServiceHosts: [new URL(deskAddress).host],
      }),
});
