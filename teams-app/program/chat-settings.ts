import type { Fetch } from '../../api/kernel/index.ts';
import type { ChatSettings } from '../../bot/index.ts';
import type { Config } from '../config/index.ts';
import type { Connection } from './connect.ts';

/** The bot's credentials and tenant. */
export const chatSettingsOf = (config: Config, fetch: Fetch, { tokens, now }: Connection): ChatSettings => ({
  appId: config.app.clientId,
  tenantId: config.tenantId,
  accessToken: tokens,
  fetch,
  now,
});
