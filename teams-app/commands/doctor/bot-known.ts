import type { Fetch } from '../../../api/kernel/index.ts';
import type { Tokens } from '../../../api/sharepoint/index.ts';

export const botScope = 'https://api.botframework.com/.default';
const connector = 'https://smba.trafficmanager.net/teams';

/**
 * Whether Teams knows the bot: asked for a conversation that is not there it answers 404, and 401 or 403 to an app that
 * is no bot of Teams. Undefined for other answers. Throws as the token's failure.
 */
export async function knowsBot(tokens: Tokens, fetch: Fetch): Promise<boolean | undefined> {
  const response = await fetch(`${connector}/v3/conversations/a%3Asetup-looks/members`, {
    headers: { authorization: `Bearer ${await tokens(botScope)}` },
    signal: AbortSignal.timeout(15_000),
  });
  if (response.status === 404) return true;
  return response.status === 401 || response.status === 403 ? false : undefined;
}
