import type { Fetch } from '../../api/kernel/index.ts';
import type { Tokens } from '../../api/sharepoint/index.ts';
import type { ChatSettings } from '../../bot/index.ts';
import type { Config } from '../config/index.ts';

/** The bot's credentials and tenant. */
export const chatSettingsOf = (config: Config, fetch: Fetch, tokens: Tokens): ChatSettings => ({
  appId: config.app.clientId,
  tenantId: config.tenantId,
  accessToken: tokens,
  fetch,
});
