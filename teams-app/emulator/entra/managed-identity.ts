import type { Answering, Asked } from '../exchange.ts';
import { managedIdentity } from '../municipality.ts';
import { sendJson, urlOf } from './plain-http.ts';
import { tokenLifetime, type TokenMaker } from './tokens.ts';

/** Header that the desk's App Service expects. */
export const identityHeader = 'desk-identity-header';

/**
 * The token addresses of a managed identity: the virtual machine's (`/metadata/identity/oauth2/token`) and that of App
 * Service and Container Apps (`/msi/token`).
 */
export async function answerIdentityRequest(
  tokens: Pick<TokenMaker, 'identity'>,
  request: Asked,
  response: Answering,
): Promise<void> {
  const { pathname, searchParams } = urlOf(request);
  const isMachine = pathname === '/metadata/identity/oauth2/token';
  const isKnown = isMachine
    ? request.headers['metadata'] === 'true'
    : request.headers['x-identity-header'] === identityHeader;
  if (!isMachine && pathname !== '/msi/token') return sendJson(response, 404, { error: 'not_found' });
  if (!isKnown)
    return sendJson(response, isMachine ? 400 : 401, {
      error: 'invalid_request',
      error_description: 'Required metadata header not specified',
    });
  const resource = searchParams.get('resource');
  if (!resource || searchParams.get('client_id') !== managedIdentity.clientId)
    return sendJson(response, 400, { error: 'invalid_request', error_description: 'Identity not found' });
  sendJson(response, 200, {
    access_token: await tokens.identity(managedIdentity.principalId, resource),
    client_id: managedIdentity.clientId,
    expires_in: String(tokenLifetime - 1),
    expires_on: String(Math.floor(Date.now() / 1000) + tokenLifetime - 1),
    resource,
    token_type: 'Bearer',
  });
}
