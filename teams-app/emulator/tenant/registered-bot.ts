import { apps } from '../municipality.ts';
import type { Tenant } from './tenant.ts';

const teamsChannel = 'MsTeamsChannel';

/** Client id of the bot that Teams knows: the app's, registered in Azure with the channel of Teams. */
export function registeredBot(tenant: Tenant): string | undefined {
  if (!tenant.isEmpty) return apps.app.clientId;
  const id = tenant.teamsApp()?.botId;
  const bot = tenant.made.bots.find(({ properties }) => properties['msaAppId'] === id);
  return bot?.channels.includes(teamsChannel) ? id : undefined;
}
