import type { Answering, Asked } from '../exchange.ts';
import { assertionType, verifyClientAssertion } from './client-assertion.ts';
import { isFederated, verifyFederated } from './federated.ts';
import {
  badAssertion,
  blockedApp,
  disabledApp,
  expiredSecret,
  missingCredential,
  missingParameter,
  notDefaultScope,
  OAuthError,
  removedApp,
  unknownApp,
  unknownResource,
  unknownTenant,
  unsupportedGrant,
  wrongSecret,
} from './oauth-error.ts';
import { readBody, sendJson } from './plain-http.ts';
import type { AppRegistration } from '../municipality.ts';
import { onBehalfOf, userGrant } from './on-behalf-of.ts';
import type { KeyStore } from './keys.ts';
import type { Registrations } from './registrations.ts';
import { loginHost, tokenLifetime, type TokenMaker, type TokenPerson } from './tokens.ts';

export const graphResource = 'https://graph.microsoft.com';
export const connectorResource = 'https://api.botframework.com';
export const azureResource = 'https://management.azure.com';

export interface Tenant {
  tenantId: string;
  domain: string;
}

export interface TokenEndpointParts {
  tenant: Tenant;
  registrations: Registrations;
  tokens: TokenMaker;
  keys: KeyStore;
  person(id: string): TokenPerson | undefined;
}

export const isTenant = (tenant: Tenant, name: string): boolean =>
  [tenant.tenantId, tenant.domain].includes(name.toLowerCase());

/**
 * `POST /{tenant}/oauth2/v2.0/token` for an app itself (client credentials) and on behalf of a person. The app
 * authenticates by its secret, or by a certificate assertion.
 */
export async function answerTokenRequest(
  parts: TokenEndpointParts,
  tenantName: string,
  request: Asked,
  response: Answering,
): Promise<void> {
  try {
    const form = new URLSearchParams(await readBody(request));
    const { accessToken, scope } = await granted(parts, tenantName, form);
    sendJson(response, 200, {
      token_type: 'Bearer',
      ...(scope === undefined ? {} : { scope }),
      expires_in: tokenLifetime - 1,
      ext_expires_in: tokenLifetime - 1,
      access_token: accessToken,
    });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    sendJson(response, error.status, error.body());
  }
}

/** The token, and its delegated permissions. */
async function granted(
  parts: TokenEndpointParts,
  tenantName: string,
  form: URLSearchParams,
): Promise<{ accessToken: string; scope?: string }> {
  const { tenant, registrations, tokens } = parts;
  if (!isTenant(tenant, tenantName)) throw unknownTenant(tenantName);
  const grant = required(form, 'grant_type');
  if (grant !== 'client_credentials' && grant !== userGrant) throw unsupportedGrant(grant);
  const clientId = required(form, 'client_id');
  const app = registrations.find(clientId);
  if (!app) throw unknownApp(clientId, tenantName);
  const state = registrations.state(app.clientId);
  if (state === 'removed') throw removedApp(app.clientId, tenantName);
  if (state === 'disabled') throw disabledApp(app.clientId, app.name);
  await authenticate(parts, app, tenantName, form);
  if (state === 'blocked') throw blockedApp();
  if (grant === userGrant) return onBehalfOf(parts, app, required(form, 'assertion'), required(form, 'scope'));
  const resource = resourceOf(required(form, 'scope'), tenantName);
  return { accessToken: await tokens.app(app, resource, resource === graphResource ? app.graphRoles : []) };
}

async function authenticate(
  parts: TokenEndpointParts,
  app: AppRegistration,
  tenantName: string,
  form: URLSearchParams,
): Promise<void> {
  const secret = form.get('client_secret');
  if (secret !== null) {
    if (secret !== app.secret) throw wrongSecret(app.clientId);
    if (parts.registrations.state(app.clientId) === 'secretExpired') throw expiredSecret(app.clientId);
    return;
  }
  const assertion = form.get('client_assertion');
  if (assertion === null) throw missingCredential();
  if (form.get('client_assertion_type') !== assertionType) {
    throw badAssertion(50027, `The client_assertion_type must be '${assertionType}'.`);
  }
  const base = `${loginHost}/${tenantName}`;
  if (isFederated(assertion, parts.tenant.tenantId))
    return verifyFederated(parts, { clientId: app.clientId, assertion, tenantId: parts.tenant.tenantId });
  await verifyClientAssertion(parts.registrations, {
    clientId: app.clientId,
    assertion,
    audiences: [`${base}/oauth2/v2.0/token`, `${base}/v2.0`],
  });
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw missingParameter(name);
  return value;
}

function resourceOf(scope: string, tenantName: string): string {
  // MSAL adds OpenID scopes in some flows; Entra ignores them here.
  const wanted = scope.split(' ').filter((each) => !['openid', 'profile', 'offline_access'].includes(each));
  const [only] = wanted;
  if (wanted.length !== 1 || only === undefined || !only.endsWith('/.default')) throw notDefaultScope(scope);
  const resource = only.slice(0, -'/.default'.length);
  if (resource !== graphResource && resource !== connectorResource) throw unknownResource(resource, tenantName);
  return resource;
}
